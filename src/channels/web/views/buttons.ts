import { readAction } from '../../../message/action.ts';
import type { Button, Message } from '../../../message/message.ts';
import { campaignPath } from '../campaign-path.ts';
import { passagePath } from '../passage-path.ts';
import { type Html, html } from './html.ts';
import { type optionsOf, optionView } from './options.ts';

type Options = ReturnType<typeof optionsOf>['options'];

/** Rows of buttons. Those that open a source of the message are left out: the list of sources has them. */
export function buttonsView(
  { buttons, sources }: Pick<Message, 'buttons' | 'sources'>,
  options: Options,
  action: string,
): Html | null {
  const listed = new Set(sources.map((source) => source.passage));
  const rows = buttons
    .map((row) => row.filter((button) => !listed.has(passageOf(button) ?? '')))
    .filter((row) => row.length > 0)
    .flatMap((row) => (lettered(row, options) ? row.map((button) => [button]) : [row]))
    .reduce<Button[][]>(joinNumbers, []);
  const first = rows.flat().some(isUnit)
    ? null
    : rows.find((row) => row.length === 1 && leadsOn(row[0]!))?.[0];
  const views = rows.map(
    (row) =>
      html`<div class="row${(row.length > 3 || numbered(row)) && ' many'}">${row.map((button) => buttonView(button, options, button === first))}</div>`,
  );
  return views.length === 0
    ? null
    : html`<form class="buttons" method="post" action="${action}" data-turn>${views}</form>`;
}

/** Letters in a row have got their words, and need a line each. */
const lettered = (row: Button[], options: Options): boolean =>
  row.every((button) => (options.get(button)?.letter ?? null) !== null);

/** Places on a 答题卡: rows of them are one grid, whose last row may be short. */
const numbered = (row: Button[]): boolean => row.every(({ label }) => /^\d+(?: [✓●])?$/u.test(label));

function joinNumbers(rows: Button[][], row: Button[]): Button[][] {
  const last = rows.at(-1);
  return last && numbered(last) && numbered(row) ? [...rows.slice(0, -1), [...last, ...row]] : [...rows, row];
}

/** What the marks of a 答题卡 look like. */
const marks: Record<string, string> = { '✓': 'done', '●': 'here' };

function buttonView(button: Button, options: Options, primary: boolean): Html {
  const option = options.get(button);
  if (option) return optionView(button.action, option);
  const address = addressOf(button);
  const [, mark] = / ([✓●])$/u.exec(button.label) ?? [];
  const look = primary ? 'primary' : mark ? marks[mark] : button.action.startsWith('flag-item:') && 'quiet';
  return address === null
    ? html`<button${look && html` class="${look}"`} name="press" value="${button.action}">${button.label}</button>`
    : html`<a class="button"${passageOf(button) !== null && html` data-passage`} href="${address}">${button.label}</a>`;
}

/** The kinds of button that go on; the first that stands alone in its row is set off. */
const leadsOn = ({ action, label }: Button): boolean =>
  !/^\d/.test(label) &&
  /^(?:next|submit|paper-(?:submit|item|result|review)|campaign-(?:begin|join|units)):/.test(action);

/** One of several to choose from, none of which is the way on. */
const isUnit = ({ action }: Button): boolean => /^campaign-join:[^:]+:[1-9]/.test(action);

const passageOf = ({ action }: Button): string | null => {
  const read = readAction(action);
  return read?.[0] === 'passage' ? read[1] : null;
};

/** Passages and campaigns have pages of their own. */
function addressOf({ action }: Button): string | null {
  const read = readAction(action);
  if (read?.[0] === 'passage') return passagePath(read[1]);
  return read?.[0] === 'campaign' ? campaignPath(read[1]) : null;
}
