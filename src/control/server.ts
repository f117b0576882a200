import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Outage, reasonOf } from '../errors.ts';
import type { Log } from '../log.ts';
import {
  type Control,
  mostBytes,
  removeControl,
  version,
  versionHeader,
  writeControl,
} from './control-file.ts';
import type { Operation, OperationContext } from './operation.ts';
import { type Reply, replyOf } from './reply.ts';

interface ControlDeps {
  dataDir: string;
  operations: readonly Operation[];
  context: OperationContext;
  log: Log;
}

/** How long a request may take to come whole. */
const arrivalMs = 60_000;

/**
 * Lets commands of the same machine operate on the running bot: 127.0.0.1, a free port, a token that only the bot's
 * own user can read. Pages in a browser cannot get in: they send an Origin, and a name rebound to 127.0.0.1 is
 * another Host. `close` waits for operations under way and their answers, and for nobody who only connects.
 * @throws Outage where it cannot listen or leave its file in the data folder
 */
export async function openControl({ dataDir, operations, context, log }: ControlDeps) {
  const token = randomBytes(32).toString('base64url');
  /** Work whose order has come whole, until its answer is out. */
  const underWay = new Set<Promise<void>>();
  const server = createServer(
    { requestTimeout: arrivalMs, headersTimeout: arrivalMs },
    (request, response) => {
      orderOf(request).then(
        (order) => {
          const work = order()
            .then((answer) => send(response, answer))
            .catch(() => void response.destroy())
            .finally(() => underWay.delete(work));
          underWay.add(work);
        },
        () => response.destroy(),
      );
    },
  );
  const listening = once(server, 'listening');
  server.listen(0, '127.0.0.1');
  await listening.catch((cause) => {
    throw new Outage(`127.0.0.1: cannot listen for operations: ${reasonOf(cause)}`, { cause });
  });
  const { port } = server.address() as AddressInfo;
  const control: Control = { port, token };

  /** What a request asks for, to be done. */
  const orderOf = async (request: IncomingMessage): Promise<() => Promise<Answer>> => {
    const { host, origin, authorization = '' } = request.headers;
    if (host !== `127.0.0.1:${port}` || origin !== undefined) return refused(403, 'only for commands');
    if (!same(authorization, `Bearer ${token}`)) return refused(401, 'the token is another');
    if (request.method !== 'POST') return refused(405, 'operations are posted');
    if (request.headers[versionHeader] !== version)
      return refused(409, `it is of version ${version}, which this command is not; restart it`);
    const name = request.url?.slice(1);
    const operation = operations.find((each) => each.name === name);
    if (!operation) return refused(404, 'it knows no such operation');
    const body = await bodyOf(request);
    if (body === null) return refused(413, `it takes ${mostBytes} bytes at most`);
    const input = operation.input.safeParse(body.json);
    if (!input.success) return refused(400, `${operation.name} takes another input`);
    return () => run(operation, input.data);
  };
  const run = async (operation: Operation, input: unknown): Promise<Answer> => {
    log.info({ operation: operation.name }, 'operation');
    try {
      return { status: 200, reply: { result: await operation.run(input, context) } };
    } catch (error) {
      const reply = replyOf(error);
      if (reply) return { status: 422, reply };
      const stack = error instanceof Error ? error.stack : undefined;
      log.error({ operation: operation.name, reason: reasonOf(error), stack }, 'operation failed');
      return refused(500, 'it failed; see its log')();
    }
  };

  const close = async (): Promise<void> => {
    await removeControl(dataDir, control);
    const closed = once(server, 'close');
    server.close();
    while (underWay.size > 0) await Promise.all(underWay);
    server.closeAllConnections();
    await closed;
  };
  try {
    await writeControl(dataDir, control);
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}

interface Answer {
  status: number;
  reply: Reply;
}

const refused = (status: number, why: string) => async (): Promise<Answer> => ({
  status,
  reply: { outage: `the running bot refuses this: ${why}` },
});

/** Resolves once it is sent, or nobody is there to take it. */
async function send(response: ServerResponse, { status, reply }: Answer): Promise<void> {
  const body = JSON.stringify(reply);
  if (response.destroyed) return;
  const gone = once(response, 'close');
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(body);
  await gone;
}

/** In constant time, whatever the lengths. */
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Null where it is too large; what is no JSON is undefined, which no input is. */
async function bodyOf(request: IncomingMessage): Promise<{ json: unknown } | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  try {
    return { json: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { json: undefined };
  }
}
