import { describe, expect, it } from 'vitest';
import { createLanguageModel } from '../../src/models/openai.ts';
import { type Behaviour, openOpenAi } from '../fakes/openai.ts';
import { openCompose } from './open-compose.ts';

const marriage = '女生十九岁能结婚吗';
const extracted = '男方要满二十二周岁，女方要满二十周岁。';

type Sentence = [text: string, ...passages: string[]];
const drafted = (...sentences: Sentence[]): Behaviour => ({
  reply: JSON.stringify({
    answerable: true,
    sentences: sentences.map(([text, ...passages]) => ({ text, passages })),
  }),
});

async function open(behaviours: [Behaviour, ...Behaviour[]], timeoutMs?: number) {
  const endpoint = await openOpenAi(...behaviours);
  return { endpoint, ask: await openCompose(createLanguageModel(endpoint.settings(timeoutMs))) };
}

describe('an answer of the model', () => {
  it('is marked as generated and cites what it stands on', async () => {
    const { ask } = await open([
      drafted(['还不能，女方要满二十周岁。', 'P1'], ['男方要满二十二周岁。', 'P1']),
    ]);
    const { status, message, events } = await ask(marriage);
    expect(status).toBe('answered');
    expect(message.generated).toBe(true);
    expect(message.paragraphs.slice(0, 2)).toEqual([
      { kind: 'lead', text: '还不能，女方要满二十周岁。', cites: [1] },
      { kind: 'text', text: '男方要满二十二周岁。', cites: [1] },
    ]);
    expect(message.sources).toMatchObject([{ passage: 'civil-code/1047', law: '民法典', article: 1047 }]);
    const stages = events.flatMap((event) => (event.type === 'progress' ? [event.stage] : []));
    expect(stages).toEqual(['searching', 'writing', 'checking']);
  });

  it('streams nothing before it has been checked', async () => {
    const { ask } = await open([drafted(['满十八周岁就可以。', 'P1'])]);
    const { events, message } = await ask(marriage);
    const streamed = events.flatMap((event) => (event.type === 'sentence' ? [event.paragraph] : []));
    expect(streamed).toEqual(message.paragraphs);
    expect(JSON.stringify(events)).not.toContain('十八');
  });

  it('loses unknown tokens, tokens in its text, and sentences that stand on nothing', async () => {
    const { ask } = await open([
      drafted(['女方要满二十周岁。[P1]', 'P1', 'P77', 'civil-code/1'], ['祝您幸福。'], ['别的也行。', 'P9']),
    ]);
    const { message, text } = await ask(marriage);
    expect(message.generated).toBe(true);
    expect(message.paragraphs[0]).toEqual({ kind: 'lead', text: '女方要满二十周岁。', cites: [1] });
    expect(text).not.toMatch(/祝您|别的|P\d/);
  });
});

describe('the extracted answer is given instead', () => {
  it.each<[string, Sentence]>([
    ['cites nothing', ['不到年龄不行。']],
    ['cites unknown passages alone', ['不到年龄不行。', 'P9', '民法典1047']],
    ['names an article that no cited passage is about', ['依据民法典第1048条，女方要满二十周岁。', 'P1']],
    ['names an article that does not exist', ['第9999条说女方要满二十周岁。', 'P1']],
    ['names it in Chinese numerals', ['第九千九百九十九条说女方要满二十周岁。', 'P1']],
    ['names another law', ['《婚姻登记条例》说女方要满二十周岁。', 'P1']],
    ['states an age that no passage holds', ['满十八周岁就可以。', 'P1']],
    ['gives a telephone number of its own', ['可以打0531-88886666问问。', 'P1']],
  ])('where the model %s', async (_, sentence) => {
    const { ask, endpoint } = await open([drafted(sentence)]);
    const { message, text, status } = await ask(marriage);
    expect(endpoint.requests).toHaveLength(1);
    expect(status).toBe('answered');
    expect(message.generated).toBe(false);
    expect(text).toContain(extracted);
    expect(text).not.toContain(sentence[0]);
  });

  it.each<[string, Behaviour]>([
    ['is over its rate limit', { status: 429 }],
    ['fails', { status: 500 }],
    ['answers with a page', 'html'],
    ['breaks off', 'broken stream'],
    ['talks nonsense', { reply: '好的呀，哈哈' }],
    ['gives another shape', { reply: '{"answer": "满二十周岁"}' }],
    ['says that it cannot answer', { reply: '{"answerable": false, "sentences": []}' }],
  ])('where the model %s', async (_, behaviour) => {
    const { ask, endpoint } = await open([behaviour]);
    const { message, text } = await ask(marriage);
    expect(endpoint.requests).toHaveLength(1);
    expect(message.generated).toBe(false);
    expect(text).toContain(extracted);
  });

  it.each<Behaviour>(['silence', 'silence midway'])('where the model keeps %s', async (behaviour) => {
    const { ask } = await open([behaviour], 100);
    const { message, text } = await ask(marriage);
    expect(message.generated).toBe(false);
    expect(text).toContain(extracted);
  });
});

describe('what leaves for the model', () => {
  it.each([
    '370102200501011234',
    '37010220050101123X',
    '13812345678',
    '6222021234567890123',
    'a.b@example.cn',
  ])('does not hold %s', async (number) => {
    const { ask, endpoint } = await open([drafted(['女方要满二十周岁。', 'P1'])]);
    await ask(`${marriage} ${number}`);
    expect(endpoint.received()).toContain(marriage);
    expect(endpoint.received()).not.toContain(number);
  });

  it('holds public numbers', async () => {
    const { ask, endpoint } = await open([drafted(['女方要满二十周岁。', 'P1'])]);
    await ask(`${marriage} 12338`);
    expect(endpoint.received()).toContain('12338');
  });

  it('holds no personal number of the turn before either', async () => {
    const { ask, endpoint } = await open([{ reply: marriage }, drafted(['女方要满二十周岁。', 'P1'])]);
    await ask('那男的呢', { question: '女方几岁能结婚，手机13812345678', passages: [] });
    expect(endpoint.requests).toHaveLength(2);
    expect(endpoint.received()).not.toContain('13812345678');
  });
});

describe('a follow-up', () => {
  it('is rewritten by the model, and searched and answered as rewritten', async () => {
    const { ask, endpoint } = await open([
      { reply: '法律援助申请多久有结果？' },
      drafted(['七日内审查。', 'P1']),
    ]);
    const { message } = await ask('那要多久', { question: '怎么申请法律援助', passages: [] });
    expect(endpoint.requests[0]?.messages.at(-1)?.content).toContain('怎么申请法律援助');
    expect(endpoint.requests[1]?.messages.at(-1)?.content).toContain('法律援助申请多久有结果？');
    expect(message).toMatchObject({ generated: true, sources: [{ law: '法律援助法' }] });
  });

  it('is joined to the question before where the model fails', async () => {
    const { ask } = await open([{ status: 500 }]);
    const { message } = await ask('那要多久', { question: '法律援助有结果', passages: [] });
    expect(message).toMatchObject({ generated: false, sources: [{ law: '法律援助法' }] });
  });
});
