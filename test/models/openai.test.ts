import { describe, expect, it } from 'vitest';
import { Outage } from '../../src/errors.ts';
import { createLanguageModel } from '../../src/models/openai.ts';
import { type Behaviour, openOpenAi } from '../fakes/openai.ts';

const prompt = { system: '规矩', user: '问题' };
const patient = (): AbortSignal => AbortSignal.timeout(5000);

describe('createLanguageModel', () => {
  it('gathers the streamed reply and sends both prompts', async () => {
    const endpoint = await openOpenAi({ reply: '一句话，\n另一句话，还有第三句话。😀' });
    const model = createLanguageModel(endpoint.settings());
    expect(await model.complete(prompt, patient())).toBe('一句话，\n另一句话，还有第三句话。😀');
    expect(endpoint.requests).toMatchObject([
      {
        model: 'fake-model',
        messages: [
          { role: 'system', content: '规矩' },
          { role: 'user', content: '问题' },
        ],
      },
    ]);
  });

  it.each<[string, Behaviour]>([
    ['a rate limit', { status: 429 }],
    ['a server error', { status: 500 }],
    ['a page of HTML', 'html'],
    ['a broken stream', 'broken stream'],
    ['an empty reply', { reply: '' }],
  ])('takes %s for an outage, at the first try', async (_, behaviour) => {
    const endpoint = await openOpenAi(behaviour);
    const model = createLanguageModel(endpoint.settings());
    await expect(model.complete(prompt, patient())).rejects.toThrow(Outage);
    expect(endpoint.requests).toHaveLength(1);
  });

  it.each<Behaviour>(['silence', 'silence midway'])(
    'gives up on %s when the time is over',
    async (behaviour) => {
      const endpoint = await openOpenAi(behaviour);
      const model = createLanguageModel(endpoint.settings());
      await expect(model.complete(prompt, AbortSignal.timeout(100))).rejects.toThrow(Outage);
    },
  );

  it('takes an endpoint that is not there for an outage', async () => {
    const model = createLanguageModel({
      apiKey: 'k',
      baseUrl: 'http://127.0.0.1:1/v1',
      model: 'm',
      timeoutMs: 1000,
    });
    await expect(model.complete(prompt, patient())).rejects.toThrow(Outage);
  });
});
