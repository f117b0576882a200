import { GrammyError } from 'grammy';

const codeOf = (error: unknown): number | undefined =>
  error instanceof GrammyError ? error.error_code : undefined;

/** The token is not one that Telegram knows. */
export const isUnknownToken = (error: unknown): boolean => codeOf(error) === 401 || codeOf(error) === 404;

/** The person has blocked the bot, or the group has put it out. */
export const isBlocked = (error: unknown): boolean => codeOf(error) === 403;

export const isBadRequest = (error: unknown): error is GrammyError => codeOf(error) === 400;

/** An edit that would change nothing. */
export const isUnchanged = (error: unknown): boolean =>
  isBadRequest(error) && error.description.includes('message is not modified');

/** How long Telegram wants to be left alone; null where it has not said so. */
export const retryAfterMs = (error: unknown): number | null =>
  codeOf(error) === 429 ? ((error as GrammyError).parameters.retry_after ?? 1) * 1000 : null;

/** Nothing can be sent to this person: no such chat, an account that is gone, or the bot is blocked. */
export const isUnreachable = (error: unknown): boolean =>
  isBlocked(error) ||
  (isBadRequest(error) &&
    /chat not found|user not found|user is deactivated|PEER_ID_INVALID|USER_ID_INVALID|USER_IS_BLOCKED/.test(
      error.description,
    ));
