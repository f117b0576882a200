import type { Operation } from '../operation.ts';
import { extendRoster } from './extend-roster.ts';
import { regrade } from './regrade.ts';
import { reload } from './reload.ts';
import { remind } from './remind.ts';
import { settleFlags } from './settle-flags.ts';
import { stopReminders } from './stop-reminders.ts';

export const operations: readonly Operation[] = [
  reload,
  extendRoster,
  regrade,
  remind,
  stopReminders,
  settleFlags,
];
