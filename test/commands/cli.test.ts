import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { registerCommands } from '../../src/commands/index.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { chapter, entry, guide } from '../knowledge/readers/fixtures.ts';
import { mingbai, mingbaiProcess } from './mingbai.ts';

const other = entry
  .replace('第1047条 结婚的最低年龄', '第1046条 结婚要自愿')
  .replaceAll(/几岁|女生十九岁/gu, '被逼着');

async function setUp() {
  const knowledge = await folderOf({
    'civil-code/a.md': chapter(`${other}\n${entry}`),
    'guides/legal-aid.md': guide(),
  });
  const folder = await folderOf({});
  return {
    folder,
    settings: {
      KNOWLEDGE_DIR: knowledge,
      DATA_DIR: join(folder, 'data'),
      HF_ENDPOINT: 'http://127.0.0.1:9',
      OPENAI_API_KEY: '',
      OPENAI_BASE_URL: '',
    },
  };
}

/** Every command with its path, `eval retrieval` for one. */
function commandPaths(): string[][] {
  const program = new Command('mingbai');
  registerCommands(program);
  const walk = (command: Command, path: string[]): string[][] => [
    path,
    ...command.commands.flatMap((each) => walk(each, [...path, each.name()])),
  ];
  return walk(program, []);
}

describe('--help', () => {
  it('knows the commands that were promised', () => {
    expect(commandPaths().map((path) => path.join(' '))).toEqual(
      expect.arrayContaining([
        'serve',
        'chat',
        'ask',
        'search',
        'quiz',
        'knowledge refresh',
        'knowledge status',
        'bank check',
        'eval retrieval',
        'eval answers',
      ]),
    );
  });

  it.each(commandPaths())('exits with 0: %s %s %s', async (...path) => {
    let printed = '';
    const quiet = (command: Command): void => {
      command.exitOverride().configureOutput({
        writeOut: (words) => {
          printed += words;
        },
      });
      for (const each of command.commands) quiet(each);
    };
    const program = new Command('mingbai');
    registerCommands(program);
    quiet(program);
    const given = path.filter((word) => typeof word === 'string');
    const ended = await program.parseAsync([...given, '--help'], { from: 'user' }).catch((error) => error);
    expect(ended).toBeInstanceOf(CommanderError);
    expect(ended.exitCode).toBe(0);
    expect(printed).toContain(`Usage: ${['mingbai', ...given].join(' ')}`);
  });

  it('is printed by the program itself, and an unknown command is refused', async () => {
    const [help, unknown] = await Promise.all([mingbaiProcess({}, '--help'), mingbaiProcess({}, 'nonsense')]);
    expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining('knowledge') });
    expect(unknown).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('nonsense') });
  });
});

describe('contracts of --json', () => {
  it('ask prints status, text, sources and generated, and nothing else', async () => {
    const { settings } = await setUp();
    const asked = await mingbai(settings, 'ask', '第1047条', '--json');
    const answer = JSON.parse(asked.stdout);
    expect(asked.code).toBe(0);
    expect(Object.keys(answer)).toEqual(['status', 'text', 'sources', 'generated']);
    expect(answer).toMatchObject({ status: 'answered', generated: false });
    expect(answer.text).toContain('二十二周岁');
    expect(answer.sources[0]).toEqual({
      passage: 'civil-code/1047',
      title: '结婚的最低年龄',
      law: '民法典',
      article: 1047,
      quote: expect.stringContaining('二十二周岁'),
    });
    const [nothing, blank] = await Promise.all([
      mingbai(settings, 'ask', '量子计算机的纠错码原理', '--json'),
      mingbai(settings, 'ask', ' ', '--json'),
    ]);
    expect(JSON.parse(nothing.stdout)).toMatchObject({ status: 'no-source', sources: [] });
    expect(JSON.parse(blank.stdout)).toMatchObject({ status: 'refused', sources: [] });
  });

  it('search prints hits, best first, with Arabic article numbers or null, as many as asked for', async () => {
    const { settings } = await setUp();
    const found = await mingbai(settings, 'search', '女生十九岁能结婚吗', '--limit', '4', '--json');
    const hits = JSON.parse(found.stdout);
    expect(hits).toHaveLength(4);
    expect(hits[0]).toEqual({
      passage: 'civil-code/1047',
      title: '结婚的最低年龄',
      law: '民法典',
      article: 1047,
      score: expect.any(Number),
      text: expect.stringContaining('二十二周岁'),
    });
    const scores = hits.map((hit: { score: number }) => hit.score);
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
    expect(
      hits.find((hit: { passage: string }) => hit.passage === 'guide/legal-aid/overview').article,
    ).toBeNull();
    const wrong = await mingbai(settings, 'search', '结婚', '--limit', '0');
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('--limit') });
  });

  it('knowledge refresh embeds once, and status counts', async () => {
    const { settings } = await setUp();
    const first = JSON.parse((await mingbai(settings, 'knowledge', 'refresh', '--json')).stdout);
    const second = JSON.parse((await mingbai(settings, 'knowledge', 'refresh', '--json')).stdout);
    expect(first.embedded).toBeGreaterThan(0);
    expect(second).toMatchObject({ embedded: 0, skipped: first.embedded, passages: first.passages });
    const status = JSON.parse((await mingbai(settings, 'knowledge', 'status', '--json')).stdout);
    expect(status).toMatchObject({
      release: first.release,
      civilCodeArticles: 2,
      guideTopics: 2,
      search: 'keywords and embeddings',
      model: expect.stringContaining('mingbai-embedding'),
    });
  });

  it('starts with keywords alone where the model cannot be had, and says so', async () => {
    const { settings } = await setUp();
    const hub = { ...settings, EMBEDDING_MODEL: 'mingbai-test/none', LOG_LEVEL: 'warn' };
    const status = await mingbaiProcess(hub, 'knowledge', 'status');
    expect(status).toMatchObject({ code: 0, stdout: expect.stringContaining('只用关键词') });
    expect(status.stderr).toContain('mingbai-test/none');
    const asked = await mingbai(hub, 'ask', '第1047条', '--json');
    expect(JSON.parse(asked.stdout)).toMatchObject({ status: 'answered' });
  });
});

describe('eval', () => {
  it('retrieval writes a line a question and prints its figures', async () => {
    const { settings, folder } = await setUp();
    const questions = await folderOf({
      'q.jsonl': ['女生十九岁能结婚吗', '被逼着结婚']
        .map((question, i) => JSON.stringify({ id: `q-${i}`, question, articles: [1047 - i] }))
        .join('\n'),
    });
    const out = join(folder, 'run.jsonl');
    const run = await mingbai(
      settings,
      'eval',
      'retrieval',
      join(questions, 'q.jsonl'),
      '--run',
      out,
      '--json',
    );
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ questions: 2, recallAt1: 1, mrrAt10: 1, ndcgAt10: 1 });
    expect(linesOf(await readFile(out, 'utf8'))).toEqual([
      { id: 'q-0', articles: [1047, 1046] },
      { id: 'q-1', articles: [1046, 1047] },
    ]);
  });

  it('answers writes id, status, text and sources, and prints its figures', async () => {
    const { settings, folder } = await setUp();
    const questions = await folderOf({
      'q.jsonl': `{"id":"f","question":"第1047条","answer_must_contain":["二十二周岁"]}\n{"question":"民法典第2000条","answer_must_contain":["二十二周岁"]}\n`,
    });
    const out = join(folder, 'run.jsonl');
    const run = await mingbai(
      settings,
      'eval',
      'answers',
      join(questions, 'q.jsonl'),
      '--run',
      out,
      '--json',
    );
    expect(JSON.parse(run.stdout)).toMatchObject({ questions: 2, correct: 1, correctShare: 0.5 });
    const lines = linesOf(await readFile(out, 'utf8'));
    expect(lines.map((line) => Object.keys(line))).toEqual(
      Array(2).fill(['id', 'status', 'text', 'sources']),
    );
    expect(lines).toMatchObject([
      { id: 'f', status: 'answered' },
      { id: '2', status: 'no-source', sources: [] },
    ]);
  });

  it('names file and line of a malformed record before anything is measured or written', async () => {
    const { settings, folder } = await setUp();
    const bad = await folderOf({ 'q.jsonl': '{"id":"a","question":"问","articles":[1]}\n{"id":"b"}\n' });
    const out = join(folder, 'run.jsonl');
    const [malformed, nowhere, unwritable] = await Promise.all([
      mingbai(settings, 'eval', 'retrieval', join(bad, 'q.jsonl'), '--run', out),
      mingbai({ ...settings, KNOWLEDGE_DIR: folder }, 'knowledge', 'status'),
      mingbai(settings, 'eval', 'retrieval', '/dev/null', '--run', join(folder, 'none/run.jsonl')),
    ]);
    expect(unwritable).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('run.jsonl: cannot be written'),
    });
    expect(malformed).toMatchObject({ code: 1, stdout: '' });
    expect(malformed.stderr).toMatch(/q\.jsonl:2: question: /);
    await expect(readFile(out)).rejects.toThrow(/ENOENT/);
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('KNOWLEDGE_DIR') });
  });
});

const linesOf = (source: string): Record<string, unknown>[] =>
  source
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
