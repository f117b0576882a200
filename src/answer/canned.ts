import { articleReferences } from '../knowledge/article-reference.ts';
import { lastArticle } from '../knowledge/readers/civil-code.ts';
import type { Release } from '../knowledge/release.ts';
import { writeAction } from '../message/action.ts';
import { type Button, listItem, type Message, messageOf, text } from '../message/message.ts';
import { phrases } from '../message/phrases.ts';
import type { Answer, Status } from './answer.ts';
import type { Guarded } from './input-guard.ts';
import type { Route } from './route.ts';
import { signpost } from './signpost.ts';
import { unheldField } from './unheld-laws.ts';

const waysOn: Button[][] = [
  [
    { label: '办事指南', action: writeAction('command', 'services') },
    { label: '民法典目录', action: writeAction('command', 'law') },
    { label: '做题', action: writeAction('command', 'quiz') },
  ],
];

const say = (status: Status, message: Message): Answer => ({ status, message });

/** What a route answers without a search; null where the question is to be searched. */
export function canned(where: Route): Answer | null {
  if (where.kind === 'greeting') {
    return say('greeting', messageOf([text(phrases.greeting), ...capabilities()], { buttons: waysOn }));
  }
  if (where.kind === 'capabilities')
    return say('capabilities', messageOf(capabilities(), { buttons: waysOn }));
  if (where.kind === 'out-of-scope') {
    return say('out-of-scope', messageOf([text(phrases.outOfScope[where.reason])], { buttons: waysOn }));
  }
  return null;
}

function capabilities() {
  const [first, ...rest] = phrases.capabilities;
  return [text(first), ...rest.map(listItem)];
}

export const refusal = (reason: Extract<Guarded, { ok: false }>['reason']): Answer =>
  say('refused', messageOf([text(phrases.refused[reason])]));

/** Emergencies and complaints are signposted even where no passage carries an answer. */
export function signpostAlone(where: Route): Answer | null {
  const paragraph = signpost(where);
  if (!paragraph || (where.kind !== 'emergency' && where.kind !== 'complaint')) return null;
  return say(where.kind, messageOf([paragraph]));
}

/** What cannot be found by searching: an article that does not exist, or one of a law that is not held. */
export function notHeld(question: string, release: Release): Answer | null {
  const asked = articleReferences(question).find((reference) => reference.explicit);
  if (!asked) return null;
  if (asked.law === null || asked.law.endsWith('民法典')) {
    const last = lastArticle(release.passages);
    if (asked.article <= last) return null;
    return say('no-source', messageOf([text(phrases.noSuchArticle(asked.article, last))]));
  }
  return holds(asked.law, release)
    ? null
    : say('no-source', messageOf([text(phrases.lawNotHeld(asked.law))], { buttons: waysOn }));
}

/** The honest refusal, which says where the question can be put. */
export function noSource(question: string, release: Release): Answer {
  const law = /《([^》]{2,30})》/u.exec(question)?.[1];
  const field = unheldField(question);
  const said = (...lines: string[]): Answer =>
    say(
      'no-source',
      messageOf(
        lines.map((line) => text(line)),
        { buttons: waysOn },
      ),
    );
  if (law && !holds(law, release)) return said(phrases.lawNotHeld(law));
  if (field) return said(phrases.fieldNotHeld(field));
  return said(phrases.noSource, phrases.noSourceHint);
}

const holds = (law: string, release: Release): boolean =>
  release.passages.some((passage) => passage.basis.includes(law) || law.endsWith(passage.law));
