import { describe, expect, it } from 'vitest';
import { openCompose } from './open-compose.ts';

const open = () => openCompose(null);

describe('compose without a model', () => {
  it('answers from a passage, cited, with the standing note', async () => {
    const answer = await (await open())('女生十九岁能结婚吗');
    expect(answer.status).toBe('answered');
    expect(answer.text).toMatch(/^男方要满二十二周岁，女方要满二十周岁。\[1\]/);
    expect(answer.text).toContain('12348');
    expect(answer.message.sources).toMatchObject([{ passage: 'civil-code/1047', article: 1047 }]);
    expect(answer.message.generated).toBe(false);
  });

  it('streams progress, then exactly the sentences of the message', async () => {
    const { events, message } = await (await open())('女生十九岁能结婚吗');
    expect(events[0]).toEqual({ type: 'progress', stage: 'searching' });
    expect(events.flatMap((e) => (e.type === 'sentence' ? [e.paragraph] : []))).toEqual(message.paragraphs);
  });

  it('adds the card of the service', async () => {
    const answer = await (await open())('法援多久有结果');
    expect(answer.message.card?.title).toBe('法律援助');
    expect(answer.text).toContain('电话：12348');
  });

  it('refuses honestly where nothing carries the answer', async () => {
    const answer = await (await open())('量子计算机的纠错码原理');
    expect(answer.status).toBe('no-source');
    expect(answer.message.sources).toEqual([]);
    expect(answer.text).toContain('12348');
  });

  it('says that an article does not exist, and that a law is not held', async () => {
    const ask = await open();
    expect((await ask('民法典第2000条')).text).toContain('没有第2000条');
    expect((await ask('《道路交通安全法》里量子怎么罚')).text).toContain('《道路交通安全法》');
  });

  it.each(['道路交通安全法第九十条怎么规定的', '《个人所得税法》第三条'])(
    'does not search for the article of a law that is not held: %s',
    async (question) => {
      const answer = await (await open())(question);
      expect(answer.status).toBe('no-source');
      expect(answer.text).toContain('没有收录');
    },
  );

  it('puts the signpost of an emergency before the law', async () => {
    const answer = await (await open())('老公打我，女生十九岁能结婚吗，几岁可以领证');
    expect(answer.message.paragraphs[0]).toMatchObject({
      kind: 'signpost',
      text: expect.stringContaining('110'),
    });
    expect(answer.status).toBe('answered');
  });

  it('signposts an emergency even where no passage fits', async () => {
    const answer = await (await open())('家里着火了');
    expect(answer.status).toBe('emergency');
    expect(answer.text).toContain('119');
  });

  it('understands a follow-up by the turn before', async () => {
    const ask = await open();
    const answer = await ask('那要多久', { question: '法律援助有结果', passages: [] });
    expect(answer.message.sources[0]?.law).toBe('法律援助法');
  });
});
