import type { RefreshReport } from '../knowledge/library.ts';
import { isCivilCode } from '../knowledge/readers/civil-code.ts';
import type { Release } from '../knowledge/release.ts';

/** What `knowledge status --json` prints. */
export function statusOf(release: Release) {
  const articles = release.passages.filter(isCivilCode);
  const guides = release.passages.filter((passage) => passage.id.startsWith('guide/'));
  return {
    release: release.id,
    passages: release.passages.length,
    civilCodeArticles: articles.length,
    guideTopics: guides.length,
    documentPassages: release.passages.length - articles.length - guides.length,
    questions: release.passages.reduce((sum, passage) => sum + passage.questions.length, 0),
    search: release.model === null ? ('keywords' as const) : ('keywords and embeddings' as const),
    model: release.model,
    builtAt: release.builtAt.toISOString(),
  };
}

export function describeStatus(release: Release): string[] {
  const status = statusOf(release);
  return [
    `知识库版本 ${status.release}，建于 ${status.builtAt}`,
    `共 ${status.passages} 段：民法典 ${status.civilCodeArticles} 条，办事指南 ${status.guideTopics} 则，文件 ${status.documentPassages} 段；问法 ${status.questions} 个`,
    status.model === null
      ? '检索方式：只用关键词（没有可用的向量模型）'
      : `检索方式：关键词＋向量，模型 ${status.model}`,
  ];
}

type Refreshed = Pick<RefreshReport, 'release' | 'passages' | 'skipped' | 'embedded' | 'model' | 'seconds'> &
  Partial<Pick<RefreshReport, 'created' | 'updated' | 'deleted'>>;

/** `created` and the like are known only to a process that had a release before. */
export function describeRefresh(report: Refreshed): string[] {
  const changes =
    report.created === undefined
      ? ''
      : `新增 ${report.created}，修改 ${report.updated}，删除 ${report.deleted}，`;
  return [
    `知识库已更新到版本 ${report.release}，用时 ${report.seconds.toFixed(1)} 秒`,
    `共 ${report.passages} 段：${changes}未变 ${report.skipped}，重新计算向量 ${report.embedded}`,
    ...(report.model === null ? ['没有可用的向量模型，只用关键词检索'] : []),
  ];
}
