import OpenAI from 'openai';
import type { LanguageModel } from '../answer/language-model.ts';
import { Outage, reasonOf } from '../errors.ts';

/**
 * Any OpenAI-compatible chat endpoint. Replies are streamed and gathered, since some served models only stream.
 * One try: a citizen is better served by the extracted answer than by a wait.
 */
export function createLanguageModel(settings: {
  apiKey: string;
  baseUrl: string | undefined;
  model: string;
  timeoutMs: number;
}): LanguageModel {
  const client = new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseUrl ?? null,
    maxRetries: 0,
    timeout: settings.timeoutMs,
    // It would print what it cannot parse, which may hold an answer.
    logLevel: 'off',
  });
  return {
    id: settings.model,
    timeoutMs: settings.timeoutMs,
    async complete({ system, user }, signal) {
      try {
        const stream = await client.chat.completions.create(
          {
            model: settings.model,
            temperature: 0.1,
            stream: true,
            messages: [
              { role: 'system', content: system },
              { role: 'user', content: user },
            ],
          },
          { signal },
        );
        let reply = '';
        for await (const chunk of stream) reply += chunk.choices[0]?.delta?.content ?? '';
        signal.throwIfAborted();
        if (reply === '') throw new Error('an empty reply');
        return reply;
      } catch (cause) {
        throw new Outage(`language model ${settings.model}: ${reasonOf(cause)}`, { cause });
      }
    },
  };
}
