import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import { z } from 'zod';

const updateShape = z.looseObject({ update_id: z.number().int() });

/**
 * The request handler for Telegram's calls. Answers at once and works on the update afterwards, since Telegram
 * sends an update again when the answer takes long. 401 without the secret, 400 for what is no update,
 * 503 while not ready, upon which Telegram tries again later.
 */
export function createWebhook(secret: string, isReady: () => boolean, accept: (update: Update) => void) {
  return async (request: Request): Promise<Response> => {
    const given = request.headers.get('x-telegram-bot-api-secret-token') ?? '';
    if (!timingSafeEqual(digest(given), digest(secret))) return new Response(null, { status: 401 });
    if (!isReady()) return new Response(null, { status: 503 });
    const update = updateShape.safeParse(await request.json().catch(() => null));
    if (!update.success) return new Response(null, { status: 400 });
    accept(update.data as unknown as Update);
    return new Response(null, { status: 200 });
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
