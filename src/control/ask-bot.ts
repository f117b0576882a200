import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { z } from 'zod';
import { BadInput, Outage, reasonOf } from '../errors.ts';
import { type Control, controlPath, mostBytes, readControl, version, versionHeader } from './control-file.ts';
import type { Operation } from './operation.ts';
import { replySchema, resultOf } from './reply.ts';

/** What asking came to. A bot that was killed leaves its file behind: nobody listens there, so none is running. */
export type Asked<Result> = { running: false } | { running: true; result: Result };

/**
 * Has the running bot of a data folder do an operation.
 * @throws BadInput where the input does not fit; BadInput and Outage as the operation throws them; Outage where the
 * bot is of another version, answers what is no answer, not at all, or ends meanwhile
 * @param patienceMs how long a bot may be too busy to say that it listens
 */
export async function askBot<Input extends z.ZodType, Result extends z.ZodType>(
  dataDir: string,
  operation: Operation<Input, Result>,
  input: z.infer<Input>,
  patienceMs = 15_000,
): Promise<Asked<z.infer<Result>>> {
  const issue = operation.input.safeParse(input).error?.issues[0];
  if (issue) throw new BadInput({ file: operation.name }, `${issue.path.join('.')}: ${issue.message}`);
  const control = await readControl(dataDir);
  if (!control) return { running: false };
  const body = JSON.stringify(input);
  if (Buffer.byteLength(body) > mostBytes)
    throw new BadInput({ file: operation.name }, 'is too much for a running bot; divide it, or stop the bot');
  const remedy = `restart it; where none is running, delete ${controlPath(dataDir)}`;
  const source = await post(control, operation.name, body, patienceMs).catch((cause) => {
    if (cause.code === 'ECONNREFUSED') return null;
    if (cause instanceof Silence)
      throw new Outage(
        `the running bot does not answer on port ${control.port}, nothing was done; ${remedy}`,
      );
    const look = 'look whether it was done before you do it again';
    throw new Outage(`the running bot went away: ${reasonOf(cause)}; ${look}`, { cause });
  });
  if (source === null) return { running: false };
  const reply = replySchema.safeParse(jsonOf(source));
  if (!reply.success) throw new Outage(`what answers on port ${control.port} is no bot; ${remedy}`);
  const result = operation.result.safeParse(resultOf(reply.data));
  if (result.success) return { running: true, result: result.data };
  throw new Outage(`the running bot answers ${operation.name} in another way than this version; ${remedy}`);
}

/**
 * The order is sent once somebody has said that they listen (RFC 9110, 10.1.1: 100-continue), so that nothing is done
 * where this gives up. From then on there is no time limit: some operations take minutes.
 */
function post({ port, token }: Control, name: string, body: string, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      [versionHeader]: version,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      expect: '100-continue',
    };
    const order = request({ host: '127.0.0.1', port, method: 'POST', path: `/${name}`, headers });
    const silence = setTimeout(() => order.destroy(new Silence()), patienceMs);
    order
      .on('continue', () => {
        clearTimeout(silence);
        order.end(body);
      })
      .on('response', (response) => void text(response).then(resolve, reject))
      .on('error', reject)
      .on('close', () => clearTimeout(silence))
      .flushHeaders();
  });
}

/** Who listens has not said a word. */
class Silence extends Error {}

function jsonOf(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
