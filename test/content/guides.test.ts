import { beforeAll, expect, it } from 'vitest';
import { articleReferences } from '../../src/knowledge/article-reference.ts';
import { figures } from '../../src/knowledge/figures.ts';
import { loadPassages } from '../../src/knowledge/load.ts';
import { type Passage, passageText } from '../../src/knowledge/passage.ts';
import { describeWithShared, referenceCode, referenceLaws, referenceReport } from './shared.ts';
import { createRunFinder } from './shared-runs.ts';

describeWithShared('the service guides against the statutes', () => {
  let topics: Passage[];
  const laws = new Map<string, Map<number, string>>();

  beforeAll(async () => {
    topics = (await loadPassages('knowledge')).filter((passage) =>
      /^guide\/.+\/(?!overview$)/u.test(passage.id),
    );
    for (const [name, articles] of referenceLaws()) laws.set(name, articles);
    laws.set('民法典', new Map(referenceCode().map((article) => [article.article, article.text])));
  });

  it('covers every service asked for', () => {
    const guides = new Set(topics.map((topic) => topic.card?.title));
    const wanted = [
      /12348/,
      /法律援助/,
      /公证/,
      /人民调解/,
      /行政复议/,
      /行政诉讼|应诉/,
      /劳动/,
      /信访/,
      /12345/,
      /司法鉴定/,
      /法律顾问/,
      /企业|营商/,
      /无证明|好差评/,
    ];
    for (const service of wanted)
      expect(
        [...guides].some((guide) => service.test(guide!)),
        String(service),
      ).toBe(true);
  });

  it('stands on articles that exist', () => {
    const missing = topics.flatMap((topic) =>
      articleReferences(topic.basis)
        .filter(({ law, article }) => !laws.get(law ?? '')?.has(article))
        .map(({ law, article }) => `${topic.id}: ${law}第${article}条`),
    );
    expect(missing).toEqual([]);
  });

  it('states only figures that stand in what it cites', () => {
    const strays = topics.flatMap((topic) => {
      const cited = articleReferences(topic.basis).map(
        ({ law, article }) => laws.get(law ?? '')?.get(article) ?? '',
      );
      if (/报告/u.test(topic.basis)) cited.push(referenceReport());
      const held = cited.join('\n');
      return [...figures(`${topic.title}\n${passageText(topic)}`)]
        .filter(
          (figure) =>
            !/^(19|20)\d\d年$/u.test(figure) &&
            !figures(held).has(figure) &&
            !held.includes(figure.replace(/\D+$/u, '')),
        )
        .map((figure) => `${topic.id} ${topic.title}: ${figure}`);
    });
    expect(strays).toEqual([]);
  });

  it('uses our own words', () => {
    const runs = createRunFinder([...laws.values()].flatMap((articles) => [...articles.values()]));
    const copied = topics.flatMap((topic) =>
      [topic.gist, topic.text].flatMap(runs).map((run) => `${topic.title}: ${run}`),
    );
    expect(copied).toEqual([]);
  });

  it('is asked for in at least three ways a topic', () => {
    for (const topic of topics) expect(topic.questions.length, topic.title).toBeGreaterThanOrEqual(3);
  });
});
