import { beforeAll, expect, it } from 'vitest';
import { figures } from '../../src/knowledge/figures.ts';
import { loadPassages } from '../../src/knowledge/load.ts';
import { type Passage, passageText } from '../../src/knowledge/passage.ts';
import { type Article, describeWithShared, evaluationQuestions, referenceCode } from './shared.ts';
import { createRunFinder } from './shared-runs.ts';

const squeeze = (heading: string): string => heading.replaceAll(/\s+/gu, '');
const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

describeWithShared('the Civil Code entries against the statute', () => {
  let entries: Map<number, Passage>;
  let statute: Article[];

  beforeAll(async () => {
    const passages = await loadPassages('knowledge');
    entries = new Map(passages.flatMap((p) => (p.id.startsWith('civil-code/') ? [[p.article!, p]] : [])));
    statute = referenceCode();
  });

  it('has one entry for each of the 1,260 articles', () => {
    expect([...entries.keys()].sort((a, b) => a - b)).toEqual(statute.map((article) => article.article));
  });

  it('gives each article its headings', () => {
    for (const { article, book, subbook, chapter, section } of statute) {
      const headings = [book, subbook, chapter, section].filter(Boolean).map(squeeze);
      expect(entries.get(article)!.path.map(squeeze), `第${article}条`).toEqual(headings);
    }
  });

  it('states only ages, terms, shares and counts that stand in the article', () => {
    const strays = statute.flatMap(({ article, text }) => {
      const held = figures(text);
      const { title } = entries.get(article)!;
      const stated = figures(`${title}\n${passageText(entries.get(article)!)}`);
      return [...stated].filter((figure) => !held.has(figure)).map((figure) => `第${article}条: ${figure}`);
    });
    expect(strays).toEqual([]);
  });

  it('leaves no age, term or share of an article out', () => {
    const lost = statute.flatMap(({ article, text }) => {
      const { gist, text: rule } = entries.get(article)!;
      const stated = figures(`${gist}\n${rule}`);
      return [...figures(text)]
        .filter((figure) => !/[项人次]$/u.test(figure) && !stated.has(figure))
        .map((figure) => `第${article}条: ${figure}`);
    });
    expect(lost).toEqual([]);
  });

  it('uses our own words', () => {
    const runs = createRunFinder(statute.map((article) => article.text));
    const copied = [...entries.values()].flatMap((entry) =>
      [entry.gist, entry.text, entry.example].flatMap(runs).map((run) => `${entry.id}: ${run}`),
    );
    expect(copied).toEqual([]);
  });

  it('names only near articles that exist', () => {
    for (const entry of entries.values()) {
      for (const id of entry.related)
        expect(entries.has(Number(id.split('/')[1])), `${entry.id} → ${id}`).toBe(true);
    }
  });

  it('asks each question of one article only, and none of the evaluation file’s', () => {
    const home = new Map<string, string>();
    const evaluation = new Set(evaluationQuestions().map(bare));
    const twice: string[] = [];
    for (const entry of entries.values()) {
      for (const question of entry.questions) {
        const key = bare(question);
        if (home.has(key) || evaluation.has(key))
          twice.push(`${entry.id} and ${home.get(key) ?? 'evaluation'}: ${question}`);
        home.set(key, entry.id);
      }
    }
    expect(twice).toEqual([]);
  });

  it('keeps 要点 to one or two sentences that can be read aloud', () => {
    for (const entry of entries.values()) {
      expect(entry.gist.length, entry.id).toBeLessThanOrEqual(100);
      expect(entry.gist.match(/[。！？]/gu)?.length ?? 0, entry.id).toBeLessThanOrEqual(2);
    }
  });
});
