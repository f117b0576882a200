import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openAnswering } from '../../src/app.ts';
import { answerOf } from '../../src/commands/ask.ts';
import { readConfig } from '../../src/config.ts';
import { answerRecord, evaluateAnswers } from '../../src/evaluation/answers.ts';
import { readJsonLines } from '../../src/json-lines.ts';
import { silentLog } from '../fakes/log.ts';

const asked = z.object({ question: z.string(), guide: z.string().optional() });
const seeds = (name: string) => `seeds/evaluation/${name}.jsonl`;

/** The bars hold for the knowledge, the model and the fitted weights that are committed together. */
describe('the committed knowledge, model and weights', () => {
  let answering: Awaited<ReturnType<typeof openAnswering>>;
  let data: string;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'mingbai-'));
    answering = await openAnswering(readConfig({ DATA_DIR: data }), silentLog);
  });
  afterAll(() => rm(data, { recursive: true, force: true }));

  const statuses = async (name: string): Promise<string[]> => {
    const out: string[] = [];
    for (const { question } of await readJsonLines(seeds(name), asked)) {
      out.push((await answerOf(answering.compose, question)).status);
    }
    return out;
  };
  const share = (all: string[], status: string): number =>
    all.filter((each) => each === status).length / all.length;

  it('answers every figure of the report, from the report', async () => {
    const records = await readJsonLines(seeds('report-figures'), answerRecord);
    const { missed, lines } = await evaluateAnswers(records, (question) =>
      answerOf(answering.compose, question),
    );
    expect(missed).toEqual([]);
    for (const { sources } of lines) expect(sources[0]?.law).toContain('法治政府建设情况报告');
  });

  it('answers in scope and refuses out of scope', async () => {
    expect(share(await statuses('in-scope'), 'answered')).toBeGreaterThanOrEqual(0.9);
    expect(share(await statuses('out-of-scope'), 'answered')).toBeLessThanOrEqual(0.05);
  });

  it('finds the guide for a question about a service', async () => {
    const services = (await readJsonLines(seeds('in-scope'), asked)).filter(
      ({ guide }) => guide !== undefined,
    );
    let found = 0;
    for (const { question, guide } of services) {
      const [first] = await answering.library.current().search(question, 1);
      if (first?.passage.id.startsWith(`guide/${guide}/`)) found += 1;
    }
    expect(services.length).toBeGreaterThan(40);
    expect(found / services.length).toBeGreaterThan(0.75);
  });
});
