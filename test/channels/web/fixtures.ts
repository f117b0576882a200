import { onTestFinished } from 'vitest';
import { createWeb, type WebOptions } from '../../../src/channels/web/index.ts';
import { type Passage, sealPassage } from '../../../src/knowledge/passage.ts';
import type { Handle, Incoming, Message, TurnEvent } from '../../../src/message/message.ts';
import { messageOf, text } from '../../../src/message/message.ts';
import { releaseOf } from '../../fakes/release.ts';

export const passageOf = (fields: Partial<Passage> & Pick<Passage, 'id'>): Passage =>
  sealPassage({
    title: '父母子女怎么继承',
    path: ['第六编 继承', '第二章 法定继承'],
    law: '民法典',
    article: 1127,
    basis: '《民法典》第一千一百二十七条',
    asOf: '2021-01-01',
    gist: '配偶、子女、父母先继承。',
    text: '没有遗嘱时：\n- 第一顺序先继承；\n- 没有第一顺序的，才轮到第二顺序。',
    example: '',
    related: ['guide/notary/a1b2c3'],
    questions: [],
    card: null,
    ...fields,
  });

export const fixtureRelease = releaseOf([
  passageOf({ id: 'civil-code/1127' }),
  passageOf({
    id: 'guide/notary/a1b2c3',
    title: '遗嘱公证怎么办',
    law: '公证法',
    article: 11,
    asOf: '2025-06-01',
  }),
]);

export const inheritance: Message = {
  paragraphs: [
    { kind: 'lead', text: '没有遗嘱的，配偶、子女、父母平分。', cites: [1] },
    { kind: 'text', text: '有下面情形的可以多分：', cites: [2] },
    { kind: 'item', text: '生活有困难的；', cites: [] },
    { kind: 'item', text: '尽了主要赡养义务的。', cites: [] },
    { kind: 'note', text: '一般性法律信息，可拨打12348。', cites: [] },
  ],
  sources: [
    { passage: 'civil-code/1127', title: '父母子女怎么继承', law: '民法典', article: 1127, quote: '' },
    { passage: 'guide/notary/a1b2c3', title: '遗嘱公证怎么办', law: '公证法', article: 11, quote: '' },
  ],
  card: { title: '公证', where: '公证处', fee: '每件二百元', phone: ['12348', '0531-12345678'] },
  buttons: [
    [{ label: '[1] 第1127条', action: 'passage:civil-code/1127' }],
    [{ label: '办事指南', action: 'command:services' }],
  ],
  charts: [],
  countdown: null,
  field: null,
  generated: true,
};

/** A handle that remembers what came in and replays events. */
export function recordingHandle(
  events: (incoming: Incoming) => TurnEvent[] = () => [answerEvent(inheritance)],
) {
  const incomings: Incoming[] = [];
  const handle: Handle = async function* (incoming) {
    incomings.push(incoming);
    yield* events(incoming);
  };
  return { incomings, handle };
}

export const answerEvent = (message: Message, inPlace = false): TurnEvent => ({
  type: 'message',
  message,
  inPlace,
});

export const saying = (sentence: string): TurnEvent => answerEvent(messageOf([text(sentence)]));

/** Says nothing. */
export const silentLog = { info() {}, warn() {}, error() {}, debug() {} } as unknown as WebOptions['log'];

export const webConfig = { host: '127.0.0.1', port: 0, trustProxy: false, publicUrl: 'http://mingbai.test' };

export const webKeys = {
  deviceKey: new Uint8Array(32),
  qrSvg: (text: string) => `<svg viewBox="0 0 1 1"><title>${text}</title></svg>`,
};

/** A server on a free port, closed when the test ends; gives its address. */
export async function startWeb(
  options: Partial<WebOptions> & { trustProxy?: boolean } = {},
): Promise<string> {
  const { trustProxy = false, ...rest } = options;
  const web = await createWeb({
    handle: recordingHandle().handle,
    library: { current: () => fixtureRelease },
    log: silentLog,
    config: { ...webConfig, trustProxy },
    ...webKeys,
    ...rest,
  });
  onTestFinished(() => web.close());
  return web.listen();
}

/** What the page's script sends. */
export function postTurn(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${url}/api/turn`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** What a browser without JavaScript sends. */
export function postForm(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return fetch(`${url}/ask`, {
    method: 'POST',
    headers: { Origin: url, ...headers },
    body: new URLSearchParams(fields),
  });
}

export const linesOf = async (response: Response) =>
  (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as TurnEvent & { html: string });
