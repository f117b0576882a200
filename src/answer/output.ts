import type { Passage } from '../knowledge/passage.ts';
import { isCivilCode } from '../knowledge/readers/civil-code.ts';
import type { Release } from '../knowledge/release.ts';
import { writeAction } from '../message/action.ts';
import { type Button, type Message, messageOf, type Paragraph, text } from '../message/message.ts';
import { phrases } from '../message/phrases.ts';
import type { Route } from './route.ts';
import { signpost } from './signpost.ts';

/** Puts the signpost before and card, ways on and the standing note after what was written or extracted. */
export function finish(
  body: Pick<Message, 'paragraphs' | 'sources' | 'generated'>,
  where: Route,
  release: Release,
): Message {
  const cited = body.sources.map((source) => release.passage(source.passage)!);
  const { paragraphs, ...rest } = body;
  return messageOf([...opening(where), ...paragraphs, { kind: 'note', text: phrases.general, cites: [] }], {
    ...rest,
    card: cited[0]?.card ?? null,
    buttons: buttons(cited, release),
  });
}

function opening(where: Route): Paragraph[] {
  const urgent = signpost(where);
  if (!urgent) return [];
  return where.kind === 'emergency' ? [urgent, text(phrases.lawAfter)] : [urgent];
}

/** A row for each cited passage, and one of near passages of the first. */
function buttons(cited: Passage[], release: Release): Button[][] {
  const open = cited.map((passage, i) => [passageButton(passage, `[${i + 1}] `)]);
  const near = (cited[0]?.related ?? [])
    .map((id) => release.passage(id))
    .filter((passage): passage is Passage => passage !== undefined && !cited.includes(passage))
    .slice(0, 2)
    .map((passage) => passageButton(passage, '相关：'));
  return near.length > 0 ? [...open, near] : open;
}

export function passageButton(passage: Passage, before = ''): Button {
  const name = isCivilCode(passage) ? `第${passage.article}条 ${passage.title}` : passage.title;
  return { label: `${before}${name}`, action: writeAction('passage', passage.id) };
}
