import type { Paragraph } from '../message/message.ts';
import { phrases } from '../message/phrases.ts';
import type { Route } from './route.ts';

/** Whom to call before anything else; null where a question has no such urgency. */
export function signpost(where: Route): Paragraph | null {
  if (where.kind === 'emergency') return line(phrases.emergency[where.emergency]);
  return where.kind === 'complaint' ? line(phrases.complaint) : null;
}

const line = (text: string): Paragraph => ({ kind: 'signpost', text, cites: [] });
