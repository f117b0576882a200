import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

/** What the endpoint does with a request: the reply it gives, or how it fails. */
export type Behaviour =
  | { reply: string }
  | { status: 429 | 500 }
  /** A page of HTML with status 200, or a stream whose data is no JSON. */
  | 'html'
  | 'broken stream'
  /** Accepts the request, says nothing (or only its first words) and waits for the client to give up. */
  | 'silence'
  | 'silence midway';

const requestShape = z.object({
  model: z.string(),
  stream: z.boolean().default(false),
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })).min(1),
});
type ChatRequest = z.infer<typeof requestShape>;

/**
 * An OpenAI-compatible endpoint on a random port, gone when the test ends. Behaviours are used one a request,
 * the last one again and again.
 */
export async function openOpenAi(...behaviours: [Behaviour, ...Behaviour[]]) {
  const requests: ChatRequest[] = [];
  const server = createServer(async (request, response) => {
    const parsed = requestShape.safeParse(await bodyOf(request));
    if (request.url !== '/v1/chat/completions' || !parsed.success) {
      json(response, 400, { error: { message: 'bad request', type: 'invalid_request_error' } });
      return;
    }
    const behaviour = behaviours[Math.min(requests.length, behaviours.length - 1)]!;
    requests.push(parsed.data);
    behave(behaviour, parsed.data, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    settings: (timeoutMs = 5000) => ({
      apiKey: 'sk-test',
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
      model: 'fake-model',
      timeoutMs,
    }),
    requests,
    /** Everything that has left for the endpoint, as one text. */
    received: (): string => requests.flatMap((each) => each.messages.map((m) => m.content)).join('\n'),
  };
}

function behave(behaviour: Behaviour, { model, stream }: ChatRequest, response: ServerResponse): void {
  if (behaviour === 'html')
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>login</html>');
  else if (behaviour === 'broken stream') openStream(response).end('data: {"choices": [{"del\n\n');
  else if (behaviour === 'silence midway') openStream(response).write(chunk(model, '{"answerable"'));
  else if (behaviour === 'silence') return;
  else if ('status' in behaviour) {
    json(response, behaviour.status, { error: { message: 'not now', type: 'server_error' } });
  } else if (stream) {
    openStream(response);
    for (const piece of behaviour.reply.match(/.{1,7}/gsu) ?? []) response.write(chunk(model, piece));
    response.write(chunk(model, null, 'stop'));
    response.end('data: [DONE]\n\n');
  } else {
    const message = { role: 'assistant', content: behaviour.reply };
    json(response, 200, {
      ...head(model, 'chat.completion'),
      choices: [{ index: 0, message, finish_reason: 'stop' }],
    });
  }
}

const head = (model: string, object: string) => ({ id: 'chatcmpl-1', object, created: 1, model });

function chunk(model: string, content: string | null, finish_reason: 'stop' | null = null): string {
  const delta = content === null ? {} : { content };
  const body = { ...head(model, 'chat.completion.chunk'), choices: [{ index: 0, delta, finish_reason }] };
  return `data: ${JSON.stringify(body)}\n\n`;
}

const openStream = (response: ServerResponse): ServerResponse =>
  response.writeHead(200, { 'content-type': 'text/event-stream' });

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let body = '';
  for await (const part of request) body += part;
  return JSON.parse(body || '{}');
}
