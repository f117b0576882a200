import type { Bot } from 'grammy';
import { BadInput, reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { isBadRequest, isUnknownToken } from './api-errors.ts';
import { setMenus } from './menus.ts';
import { type TelegramSettings, webhookUrl } from './settings.ts';
import { listenedUpdates } from './updates.ts';

/**
 * Greets Telegram: learns the bot's name, sets or removes the webhook, fills the menus.
 * @returns false where Telegram could not be reached, to be tried again
 * @throws BadInput where Telegram does not know the token or refuses the webhook's address
 */
export async function connect(
  bot: Bot,
  settings: TelegramSettings,
  adminIds: readonly string[],
  log: Log,
): Promise<boolean> {
  try {
    bot.botInfo = await bot.api.getMe();
    await setWebhook(bot, settings);
  } catch (error) {
    if (isUnknownToken(error)) {
      const place = { file: 'environment variable TELEGRAM_BOT_TOKEN' };
      throw new BadInput(place, 'Telegram does not know this token; copy it anew from @BotFather', {
        cause: error,
      });
    }
    if (error instanceof BadInput) throw error;
    log.warn({ reason: reasonOf(error) }, 'Telegram cannot be reached, trying again');
    return false;
  }
  await setMenus(bot.api, adminIds, log);
  log.info({ bot: bot.botInfo.username, mode: settings.mode }, 'connected to Telegram');
  return true;
}

async function setWebhook({ api }: Bot, settings: TelegramSettings): Promise<void> {
  if (settings.mode === 'polling') {
    await api.deleteWebhook();
    return;
  }
  try {
    await api.setWebhook(webhookUrl(settings.url), {
      secret_token: settings.secret,
      allowed_updates: listenedUpdates,
    });
  } catch (error) {
    if (!isBadRequest(error)) throw error;
    const place = { file: 'environment variable TELEGRAM_WEBHOOK_URL' };
    throw new BadInput(place, `Telegram refuses the webhook: ${error.description}`, { cause: error });
  }
}
