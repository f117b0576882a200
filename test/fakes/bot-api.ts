import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'grammy/types';
import { type Method, type Payload, rules } from './bot-api-rules.ts';
import { readMultipart } from './multipart.ts';

export const me = {
  id: 4242,
  is_bot: true,
  first_name: '明白人',
  username: 'mingbai_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
} as const;

/** A failure that the next call of a method meets instead of its result. */
export type Failure = { code: number; description: string; retry_after?: number } | 'malformed' | 'hang up';

interface Call {
  method: Method;
  payload: unknown;
  ok: boolean;
}

interface Poll {
  payload: Payload<'getUpdates'>;
  response: ServerResponse;
}

/** A Bot API server on a random port, with long polling. It refuses what Telegram would refuse. */
export async function openBotApi() {
  const token = '4242:TEST';
  const calls: Call[] = [];
  const failures: { method: Method; failure: Failure }[] = [];
  const holds: { method: Method; reach: () => void; opened: Promise<void> }[] = [];
  const shown = new Map<number, string>();
  const watchers = new Set<() => void>();
  let waiting: Update[] = [];
  let poll: Poll | undefined;
  let nextUpdate = 1000;
  let nextMessage = 500;

  const succeed = (response: ServerResponse, result: unknown): void =>
    send(response, 200, { ok: true, result });
  const refuse = (response: ServerResponse, code: number, description: string, retry_after?: number): void =>
    send(response, code, {
      ok: false,
      error_code: code,
      description,
      ...(retry_after !== undefined && { parameters: { retry_after } }),
    });

  function answerPoll(): void {
    if (!poll) return;
    const { payload, response } = poll;
    const updates = waiting.slice(0, payload.limit);
    if (updates.length === 0 && payload.timeout > 0) return;
    poll = undefined;
    succeed(response, updates);
  }

  const lookOf = (payload: Payload<'sendMessage' | 'editMessageText'>): string =>
    JSON.stringify([payload.text, payload.entities ?? [], payload.reply_markup ?? null]);

  const chatOf = ({ chat_id }: { chat_id: number }) => ({
    id: chat_id,
    type: chat_id < 0 ? 'supergroup' : 'private',
  });
  const sendMedia = (payload: { chat_id: number }, response: ServerResponse): void => {
    nextMessage += 1;
    succeed(response, { message_id: nextMessage, date: 1, chat: chatOf(payload) });
  };

  const methods: { [M in Method]: (payload: Payload<M>, response: ServerResponse) => void } = {
    getMe: (_, response) => succeed(response, me),
    deleteWebhook: (_, response) => succeed(response, true),
    setWebhook: (_, response) => succeed(response, true),
    setMyCommands: (_, response) => succeed(response, true),
    sendChatAction: (_, response) => succeed(response, true),
    answerCallbackQuery: (_, response) => succeed(response, true),
    sendMessage(payload, response) {
      nextMessage += 1;
      shown.set(nextMessage, lookOf(payload));
      succeed(response, { message_id: nextMessage, date: 1, chat: chatOf(payload), text: payload.text });
    },
    sendPhoto: sendMedia,
    sendDocument: sendMedia,
    editMessageText(payload, response) {
      const before = shown.get(payload.message_id);
      const after = lookOf(payload);
      if (before === undefined) refuse(response, 400, 'Bad Request: message to edit not found');
      else if (before === after) refuse(response, 400, 'Bad Request: message is not modified');
      else {
        shown.set(payload.message_id, after);
        succeed(response, {
          message_id: payload.message_id,
          date: 1,
          chat: { id: payload.chat_id, type: 'private' },
        });
      }
    },
    getUpdates(payload, response) {
      if (poll) refuse(poll.response, 409, 'Conflict: terminated by other getUpdates request');
      waiting = waiting.filter((update) => update.update_id >= payload.offset);
      const mine = { payload, response };
      poll = mine;
      response.on('close', () => {
        if (poll === mine) poll = undefined;
      });
      answerPoll();
    },
  };

  function serve(method: Method, payload: unknown, response: ServerResponse): void {
    const planned = failures.findIndex((each) => each.method === method);
    const [{ failure } = { failure: undefined }] = planned < 0 ? [] : failures.splice(planned, 1);
    const parsed = rules[method].safeParse(payload);
    if (failure === 'malformed') response.writeHead(502).end('<html>Bad Gateway</html>');
    else if (failure === 'hang up') response.destroy();
    else if (failure) refuse(response, failure.code, failure.description, failure.retry_after);
    else if (!parsed.success) refuse(response, 400, `Bad Request: ${parsed.error.issues[0]?.message}`);
    else (methods[method] as (payload: unknown, response: ServerResponse) => void)(parsed.data, response);
  }

  const server = createServer(async (request, response) => {
    const payload = await bodyOf(request);
    const [, given, method] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    if (given !== token) return refuse(response, 401, 'Unauthorized');
    if (!method || !Object.hasOwn(rules, method)) return refuse(response, 404, 'Not Found: method not found');
    const held = holds.findIndex((hold) => hold.method === method);
    if (held >= 0) {
      const [hold] = holds.splice(held, 1);
      hold!.reach();
      await hold!.opened;
    }
    serve(method as Method, payload, response);
    calls.push({ method: method as Method, payload, ok: response.statusCode === 200 && !response.destroyed });
    for (const watch of [...watchers]) watch();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const paid = <M extends Method>(method: M, where: (payload: Payload<M>) => boolean): Payload<M>[] =>
    calls
      .filter((call) => call.method === method && call.ok)
      .map((call) => call.payload as Payload<M>)
      .filter(where);

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    /** What was asked of a method and accepted, in order. */
    accepted: <M extends Method>(method: M): Payload<M>[] => paid(method, () => true),
    /** Calls that were refused or failed. */
    refused: (): Call[] => calls.filter((call) => !call.ok),
    /** The first `count` accepted calls of a method that fit, once they have come. */
    async wait<M extends Method>(
      method: M,
      count = 1,
      where: (payload: Payload<M>) => boolean = () => true,
    ): Promise<Payload<M>[]> {
      return until(watchers, () => {
        const found = paid(method, where);
        return found.length >= count ? found.slice(0, count) : null;
      });
    },
    /** Once `count` calls have been refused or failed. */
    waitRefused: (count = 1): Promise<true> =>
      until(watchers, () => calls.filter((call) => !call.ok).length >= count || null),
    fail(method: Method, failure: Failure): void {
      failures.push({ method, failure });
    },
    /** Lets the next call of a method wait, once it is reached, until `open`. */
    hold(method: Method): { isReached: () => boolean; open: () => void } {
      let isReached = false;
      let open = (): void => {};
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      const reach = (): void => {
        isReached = true;
      };
      holds.push({ method, reach, opened });
      return { isReached: () => isReached, open };
    },
    /** The text of a message as it stands now. */
    text: (message: number): string => JSON.parse(shown.get(message)!)[0],
    /** Numbers an update without sending it. */
    number(update: Omit<Update, 'update_id'>): Update {
      nextUpdate += 1;
      return { ...update, update_id: nextUpdate };
    },
    /** Sends an update to whoever polls, now or next. */
    deliver(update: Update): void {
      waiting.push(update);
      answerPoll();
    },
    /** Updates that were fetched and not yet confirmed by a higher offset, or not fetched. */
    pending: (): number => waiting.length,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type BotApi = Awaited<ReturnType<typeof openBotApi>>;

function until<T>(watchers: Set<() => void>, look: () => T | null): Promise<T> {
  return new Promise((resolve) => {
    const watch = (): void => {
      const found = look();
      if (found === null) return;
      watchers.delete(watch);
      resolve(found);
    };
    watchers.add(watch);
    watch();
  });
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/')) return readMultipart(body, type);
  return body.length === 0 ? {} : JSON.parse(body.toString());
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
