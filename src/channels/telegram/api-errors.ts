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
