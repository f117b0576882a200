import { figures } from '../knowledge/figures.ts';
import { grams } from '../knowledge/keywords.ts';
import type { Passage } from '../knowledge/passage.ts';
import type { Hit } from '../knowledge/search.ts';
import { listItem, type Paragraph, type Source } from '../message/message.ts';

/** Characters of detail that follow the direct answer. */
const detailBudget = 230;
/** How near the first passage's score a second must come to be mentioned, in units of the fused score. */
const secondMargin = 0.75;
/** Further articles that a question names and the answer gives. */
const mostNamed = 3;

export interface Extract {
  paragraphs: Paragraph[];
  sources: Source[];
}

/** The answer without a model: 要点 first, then the details the question needs, then what a near passage adds. */
export function extract(question: string, hits: Hit[]): Extract {
  const [first, ...rest] = hits as [Hit, ...Hit[]];
  const opening = first.passage.gist
    ? fromEntry(question, first.passage)
    : fromProse(question, first.passage);
  const paragraphs = [...opening];
  const sources = [sourceOf(first.passage, opening.map((p) => p.text).join(' '))];
  for (const { passage } of added(first, rest)) {
    sources.push(sourceOf(passage, passage.gist));
    const text = first.named ? passage.gist : `相关的还有：${passage.gist}`;
    paragraphs.push({ kind: 'text', text, cites: [sources.length] });
  }
  return { paragraphs, sources };
}

/** The other passages that the question names, or else the next one where it comes near and is of the same kind. */
function added(first: Hit, rest: Hit[]): Hit[] {
  if (first.named) return rest.filter((hit) => hit.named && hit.passage.gist).slice(0, mostNamed);
  const [second] = rest;
  const near =
    second?.passage.gist &&
    kindOf(second.passage) === kindOf(first.passage) &&
    second.passage.title !== first.passage.title &&
    second.score >= first.score * secondMargin &&
    second.confidence >= first.confidence * 0.85;
  return near ? [second] : [];
}

/** civil-code, guide or doc. */
const kindOf = (passage: Passage): string => passage.id.split('/')[0]!;

export function sourceOf(passage: Passage, quote: string): Source {
  return {
    passage: passage.id,
    title: passage.title,
    law: passage.law,
    article: passage.article,
    quote: quote.slice(0, 300),
  };
}

function fromEntry(question: string, passage: Passage): Paragraph[] {
  const lead: Paragraph = { kind: 'lead', text: passage.gist, cites: [1] };
  return [lead, ...details(question, passage.text, passage.gist)];
}

/** A document carried as it is has no 要点: its sentences that fit the question are quoted in their order. */
function fromProse(question: string, passage: Passage): Paragraph[] {
  const sentences = passage.text.match(/[^。；]+[。；]?/gu) ?? [passage.text];
  const wanted = new Set(grams(question));
  const ranked = sentences
    .map((sentence, at) => ({ sentence, at, score: overlap(sentence, wanted) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 2)
    .sort((a, b) => a.at - b.at);
  const asOf = passage.asOf.slice(0, 4);
  return [
    {
      kind: 'lead',
      text: `据《${passage.law}》（${asOf}年的情况）：${ranked.map((r) => r.sentence.trim()).join('')}`,
      cites: [1],
    },
  ];
}

interface Block {
  sentence: string;
  items: string[];
}

/** A sentence, with the list it introduces where it does; items of an inner list begin with a dash. */
function blocks(text: string): Block[] {
  const out: Block[] = [];
  for (const line of text.split('\n').filter(Boolean)) {
    const item = /^(\s*)- (.*)$/u.exec(line);
    if (item) {
      if (out.length === 0) out.push({ sentence: '', items: [] });
      out.at(-1)!.items.push(`${item[1] ? '– ' : ''}${item[2]}`);
    } else
      for (const sentence of line.match(/[^。！？]+[。！？]?[”」）]?/gu) ?? [])
        out.push({ sentence, items: [] });
  }
  return out;
}

function details(question: string, text: string, gist: string): Paragraph[] {
  const wanted = new Set(grams(question));
  const told = new Set(grams(gist));
  const asksFigure = /多久|多长|几[天日年个岁次]|多少|期限|时间|时效|比例|年龄|什么时候|何时/u.test(question);
  const ranked = blocks(text)
    .map((block, at) => {
      const whole = block.sentence + block.items.join('');
      const figured = asksFigure && figures(whole).size > 0 ? 0.3 : 0;
      return { block, at, whole, score: overlap(whole, wanted) + figured };
    })
    .filter(({ whole, block }) => block.items.length > 0 || novelty(whole, told) > 0.35)
    .sort((a, b) => b.score - a.score);
  const chosen: typeof ranked = [];
  let length = 0;
  for (const candidate of ranked) {
    if (chosen.length > 0 && length + candidate.whole.length > detailBudget) continue;
    chosen.push(candidate);
    length += candidate.whole.length;
  }
  return chosen
    .sort((a, b) => a.at - b.at)
    .flatMap(({ block }) => [
      ...(block.sentence ? [{ kind: 'text' as const, text: block.sentence, cites: [1] }] : []),
      ...block.items.map(listItem),
    ]);
}

/** Share of the wanted bigrams that a text holds. */
function overlap(text: string, wanted: Set<string>): number {
  const held = new Set(grams(text));
  const pairs = [...wanted].filter((gram) => gram.length > 1);
  return pairs.length === 0 ? 0 : pairs.filter((gram) => held.has(gram)).length / pairs.length;
}

/** Share of a text's bigrams that were not told yet. */
function novelty(text: string, told: Set<string>): number {
  const pairs = [...new Set(grams(text))].filter((gram) => gram.length > 1);
  return pairs.length === 0 ? 0 : pairs.filter((gram) => !told.has(gram)).length / pairs.length;
}
