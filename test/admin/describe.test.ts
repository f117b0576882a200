import { describe, expect, it } from 'vitest';
import { describeRefresh, describeStatus, statusOf } from '../../src/admin/describe.ts';
import { passageOf } from '../answer/fixtures.ts';
import { releaseOf } from '../fakes/release.ts';

const release = releaseOf([
  passageOf(),
  passageOf({ id: 'civil-code/1048', article: 1048, questions: [] }),
  passageOf({ id: 'guide/notary/aaaaaa', article: 1139, questions: ['怎么公证？', '去哪公证？'] }),
  passageOf({ id: 'doc/report/aaaaaa-1', law: '某报告', article: null, questions: [] }),
]);

describe('the status', () => {
  it('counts passages by their kind, a guide on the Civil Code as a guide', () => {
    expect(statusOf(release)).toMatchObject({
      release: release.id,
      passages: 4,
      civilCodeArticles: 2,
      guideTopics: 1,
      documentPassages: 1,
      questions: 3,
    });
  });

  it('says how is searched', () => {
    expect(statusOf(release)).toMatchObject({ search: 'keywords', model: null });
    expect(describeStatus(release).join()).toContain('只用关键词');
    const embedded = { ...release, model: 'some-model:q8' };
    expect(statusOf(embedded)).toMatchObject({ search: 'keywords and embeddings', model: 'some-model:q8' });
    expect(describeStatus(embedded).join()).toContain('some-model:q8');
  });
});

describe('the report of a refresh', () => {
  const report = { release: 'abc', passages: 9, skipped: 5, embedded: 4, model: 'm', seconds: 1.25 };

  it('gives all counts that are known', () => {
    const lines = describeRefresh({ ...report, created: 31, updated: 32, deleted: 33 }).join('\n');
    for (const part of ['abc', '新增 31', '修改 32', '删除 33', '未变 5', '向量 4'])
      expect(lines).toContain(part);
    expect(describeRefresh(report).join()).not.toContain('新增');
  });

  it('says that there is no model', () => {
    expect(describeRefresh({ ...report, model: null }).join()).toContain('只用关键词');
    expect(describeRefresh(report).join()).not.toContain('只用关键词');
  });
});
