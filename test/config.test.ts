import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 8787,
      languageModel: undefined,
      telegram: undefined,
      adminIds: [],
    });
  });

  it('takes an empty variable for one that is not set', () => {
    const empty = {
      HOST: '',
      PORT: ' ',
      DATA_DIR: '',
      EMBEDDING_MODEL: '',
      OPENAI_API_KEY: '',
      ADMIN_IDS: '',
    };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it('takes an endpoint of one’s own without a key', () => {
    expect(readConfig({ OPENAI_BASE_URL: 'http://localhost:1/v1' }).languageModel).toMatchObject({
      baseUrl: 'http://localhost:1/v1',
    });
  });

  it('polls unless a webhook is named, and wants a secret for one', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: '1:a' }).telegram).toMatchObject({ mode: 'polling' });
    expect(() => readConfig({ TELEGRAM_BOT_TOKEN: '1:a', TELEGRAM_WEBHOOK_URL: 'https://x' })).toThrow(
      /TELEGRAM_WEBHOOK_SECRET/,
    );
  });

  it('names the variable that is wrong', () => {
    expect(() => readConfig({ PORT: 'eighty' })).toThrow(/environment variable PORT.*README/);
  });

  it('reads admin ids with any separator', () => {
    expect(readConfig({ ADMIN_IDS: ' 1, 2，3 ' }).adminIds).toEqual(['1', '2', '3']);
  });
});
