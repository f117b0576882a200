import type { Card } from '../knowledge/passage.ts';

/** A passage that an answer stands on. The order in a message gives its number, from 1. */
export interface Source {
  passage: string;
  title: string;
  law: string;
  article: number | null;
  /** The passage's words that carry the claim. */
  quote: string;
}

/** A stretch of text. Channels set signposts apart, make items a list and print cites as links. */
export interface Paragraph {
  kind: 'signpost' | 'lead' | 'text' | 'item' | 'note';
  text: string;
  /** Numbers of the sources that carry it. */
  cites: number[];
}

export interface Button {
  label: string;
  /** At most 64 bytes (Telegram's callback_data). Untrusted when it comes back; holds no solution. */
  action: string;
}

/** A moment to count down to. Channels print the time left under `label` and keep it fresh: 离收卷还有 12分. */
export interface Countdown {
  label: string;
  /** Milliseconds since 1970. */
  to: number;
}

/** Bars with their own words. A channel without pictures prints the lines. */
export interface Chart {
  title: string;
  bars: { label: string; value: number; text: string }[];
  /** The value of a bar that is full. */
  most: number;
}

/** A line of text that is asked for. What is typed is sent as `command`, a space, and it; where a channel has no such field it says what to send. */
export interface Field {
  label: string;
  /** `/join`, or with words of its own before what is typed: `/apply spring 3`. */
  command: string;
  submit: string;
}

/** What every channel can show. */
export interface Message {
  paragraphs: Paragraph[];
  sources: Source[];
  card: Card | null;
  charts: Chart[];
  countdown: Countdown | null;
  field: Field | null;
  /** Rows of buttons. */
  buttons: Button[][];
  /** Written by a language model; shown as AI生成. */
  generated: boolean;
}

/** A file made for a person. */
export interface SentFile {
  /** With its ending, in words a person finds again: 证书-春季竞赛.png. */
  name: string;
  type: 'image/png' | 'application/pdf';
  bytes: Uint8Array;
  caption: string;
}

export type Stage = 'searching' | 'writing' | 'checking';

/** What happens in a turn, in this order: progress, then checked sentences, then whole messages. */
export type TurnEvent =
  | { type: 'progress'; stage: Stage }
  /** A part of the message to come, already checked; the message repeats it. */
  | { type: 'sentence'; paragraph: Paragraph }
  /** `inPlace`: it replaces the message whose button was pressed, where the channel can. */
  | { type: 'message'; message: Message; inPlace: boolean }
  /** A picture or a document to look at and keep. */
  | { type: 'file'; file: SentFile }
  /** A short remark on a press that changes nothing. */
  | { type: 'toast'; text: string };

export interface Person {
  /** Channel and the channel's id: telegram:42, web:9f…, terminal:local. */
  id: string;
  /** From configured ids only. */
  admin: boolean;
  /** The same for one browser at one address, a keyed hash; left out where a channel cannot tell. */
  device?: string;
}

/** Text may be a command (/quiz 5) or a question; a press carries a button's action. */
export type Incoming = { person: Person } & ({ text: string } | { press: string });

/** The one entry for every channel. Turns of one person run one after another. Errors are told to the person, not thrown. */
export type Handle = (incoming: Incoming) => AsyncGenerator<TurnEvent>;

/** A message of plain paragraphs. */
export function messageOf(paragraphs: Paragraph[], rest: Partial<Message> = {}): Message {
  return {
    sources: [],
    card: null,
    charts: [],
    countdown: null,
    field: null,
    buttons: [],
    generated: false,
    ...rest,
    paragraphs,
  };
}

export const text = (content: string, cites: number[] = []): Paragraph => ({
  kind: 'text',
  text: content,
  cites,
});

/** A line of a list. */
export const listItem = (content: string): Paragraph => ({ kind: 'item', text: content, cites: [] });
