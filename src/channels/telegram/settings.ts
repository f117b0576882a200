import { BadInput } from '../../errors.ts';

/** How the bot reaches Telegram, and Telegram the bot. */
export type TelegramSettings = {
  token: string;
  /** Another Bot API server than Telegram's own. */
  apiRoot: string | undefined;
} & ({ mode: 'polling' } | { mode: 'webhook'; url: string; secret: string });

/** Where `serve` mounts the webhook. */
const webhookPath = '/telegram/webhook';

/** TELEGRAM_WEBHOOK_URL may be the bare address of the server. @throws BadInput where it is no https address */
export function webhookUrl(url: string): string {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    const place = { file: 'environment variable TELEGRAM_WEBHOOK_URL' };
    throw new BadInput(place, `needs an https address, such as https://example.cn${webhookPath}`);
  }
  return new URL(url).pathname === '/' ? new URL(webhookPath, url).href : url;
}
