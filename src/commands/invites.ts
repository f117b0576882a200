import type { z } from 'zod';
import type { extendRoster } from '../control/operations/extend-roster.ts';
import type { InviteSheet } from '../documents/invite-sheet.ts';

export type Invites = z.infer<typeof extendRoster.result>['invites'];

/** What the invited and their offices read. */
const phrases = {
  headings: ['单位', '姓名', '工号', '邀请码'],
  web: '网页',
  telegram: 'Telegram',
  link: (label: string): string => `${label}链接`,
  note: '手机扫码进入。一人一码，只能用一次，请不要转发。',
} as const;

/** Where an invite leads: to the web page, and to a Telegram bot where one is named. */
export interface InviteLinks {
  publicUrl: string;
  /** Without @. */
  bot?: string;
}

const linksOf = (token: string, { publicUrl, bot }: InviteLinks): { label: string; url: string }[] => [
  { label: phrases.web, url: `${publicUrl}/i/${token}` },
  // https://core.telegram.org/api/links#bot-links
  ...(bot === undefined ? [] : [{ label: phrases.telegram, url: `https://t.me/${bot}?start=${token}` }]),
];

/** For a spreadsheet; the mark at its head makes Excel read UTF-8. */
export function invitesCsv(invites: Invites, links: InviteLinks): string {
  const line = (cells: readonly (string | null)[]): string => cells.map(csvCell).join(',');
  const head = [...phrases.headings, ...linksOf('', links).map(({ label }) => phrases.link(label))];
  const rows = invites.map(({ unit, name, staffNumber, token }) =>
    line([unit, name, staffNumber, token, ...linksOf(token, links).map(({ url }) => url)]),
  );
  return `\ufeff${[line(head), ...rows].join('\r\n')}\r\n`;
}

/** Cards to print. */
export const sheetOf = (title: string, invites: Invites, links: InviteLinks): InviteSheet => ({
  title,
  note: phrases.note,
  invites: invites.map(({ token, ...person }) => ({ ...person, links: linksOf(token, links) })),
});

/** Quoted where needed; a cell that a spreadsheet would run as a formula is made text (OWASP, CSV Injection). */
function csvCell(cell: string | null): string {
  const text = /^[=+@\t-]/.test(cell ?? '') ? `'${cell}` : (cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
