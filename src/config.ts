import { join, resolve } from 'node:path';
import { z } from 'zod';
import { BadInput } from './errors.ts';

const root = resolve(import.meta.dirname ?? '.', '..');
const optional = z.string().trim().optional();
const seconds = (fallback: number) => z.coerce.number().positive().default(fallback);

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8787),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.stringbool().default(false),
  DATA_DIR: z.string().default(join(root, 'data')),
  KNOWLEDGE_DIR: z.string().default(join(root, 'knowledge')),
  SEEDS_DIR: z.string().default(join(root, 'seeds')),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  EMBEDDING_MODEL: z.string().default('bundled'),
  EMBEDDING_DTYPE: z.enum(['fp32', 'fp16', 'q8', 'q4']).default('q8'),
  EMBEDDING_QUERY_PREFIX: z.string().default(''),
  EMBEDDING_POOLING: z.enum(['mean', 'cls']).default('mean'),
  EMBEDDING_TIMEOUT: seconds(120),
  HF_ENDPOINT: optional,
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: optional,
  OPENAI_MODEL: optional,
  OPENAI_TIMEOUT: seconds(20),
  TELEGRAM_BOT_TOKEN: optional,
  TELEGRAM_API_ROOT: optional,
  TELEGRAM_WEBHOOK_URL: optional,
  TELEGRAM_WEBHOOK_SECRET: optional,
  ADMIN_IDS: z
    .string()
    .default('')
    .transform((value) => value.split(/[\s,，]+/).filter(Boolean)),
});

/** Settings of one process. Only this file reads the environment. */
export type Config = ReturnType<typeof readConfig>;

/** An empty variable counts as unset. @throws BadInput naming the variable, what is wrong with it and where it is described */
export function readConfig(env: Record<string, string | undefined>) {
  const set = Object.entries(env).filter(([, value]) => value?.trim());
  const parsed = environment.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new BadInput(
      { file: `environment variable ${issue?.path.join('.')}` },
      `${issue?.message}; see the configuration table in README.md`,
    );
  }
  const e = parsed.data;
  return {
    host: e.HOST,
    port: e.PORT,
    /** Where people reach the web page, without a slash at the end: it stands in invites and QR codes. */
    publicUrl: (e.PUBLIC_URL ?? `http://${e.HOST}:${e.PORT}`).replace(/\/+$/, ''),
    trustProxy: e.TRUST_PROXY,
    dataDir: resolve(e.DATA_DIR),
    knowledgeDir: resolve(e.KNOWLEDGE_DIR),
    seedsDir: resolve(e.SEEDS_DIR),
    promptsDir: join(root, 'prompts'),
    logLevel: e.LOG_LEVEL,
    embedding: {
      model: e.EMBEDDING_MODEL === 'bundled' ? join(root, 'models', 'mingbai-embedding') : e.EMBEDDING_MODEL,
      dtype: e.EMBEDDING_DTYPE,
      pooling: e.EMBEDDING_POOLING,
      queryPrefix: e.EMBEDDING_QUERY_PREFIX,
      timeoutMs: e.EMBEDDING_TIMEOUT * 1000,
      mirror: e.HF_ENDPOINT,
      cacheDir: join(resolve(e.DATA_DIR), 'models'),
    },
    languageModel: languageModel(e),
    telegram: telegram(e),
    adminIds: e.ADMIN_IDS,
  };
}

/** An endpoint of one's own (OPENAI_BASE_URL) often needs no key; the openai package wants some string. */
function languageModel(e: z.infer<typeof environment>) {
  if (!e.OPENAI_API_KEY && !e.OPENAI_BASE_URL) return undefined;
  return {
    apiKey: e.OPENAI_API_KEY ?? 'none',
    baseUrl: e.OPENAI_BASE_URL,
    model: e.OPENAI_MODEL ?? 'gpt-4o-mini',
    timeoutMs: e.OPENAI_TIMEOUT * 1000,
  };
}

function telegram(e: z.infer<typeof environment>) {
  if (!e.TELEGRAM_BOT_TOKEN) return undefined;
  const common = { token: e.TELEGRAM_BOT_TOKEN, apiRoot: e.TELEGRAM_API_ROOT };
  if (!e.TELEGRAM_WEBHOOK_URL) return { ...common, mode: 'polling' as const };
  if (!e.TELEGRAM_WEBHOOK_SECRET) {
    throw new BadInput(
      { file: 'environment variable TELEGRAM_WEBHOOK_SECRET' },
      'a webhook needs a secret of 1–256 characters A–Z a–z 0–9 _ -, so that only Telegram can call it',
    );
  }
  return {
    ...common,
    mode: 'webhook' as const,
    url: e.TELEGRAM_WEBHOOK_URL,
    secret: e.TELEGRAM_WEBHOOK_SECRET,
  };
}
