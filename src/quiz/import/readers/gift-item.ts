import { reasons } from '../phrases.ts';
import type { ImportedItem } from '../reading.ts';
import { tagsOf } from '../tags.ts';
import { judgeOptions, keyOfChoices } from '../text/key.ts';

type GiftItem = Omit<ImportedItem, 'lines'> | { reason: string };

/** A question of GIFT. `remark`: the comment above it, which may bear an id and tags. */
export function giftItem(source: string, remark: string): GiftItem {
  const titled = /^::((?:\\.|[^\\])*?)::/s.exec(source);
  const body = source.slice(titled?.[0].length ?? 0).trim();
  const open = body.search(/(?<!\\)(?:\\\\)*\{/) + (/(?<!\\)(?:\\\\)*\{/.exec(body)?.[0].length ?? 1) - 1;
  const close = lastBrace(body);
  if (open < 0 || close < open) return { reason: reasons.noAnswer };
  const before = body.slice(0, open).replace(/^\s*\[(?:html|moodle|plain|markdown)\]/, '');
  const after = body.slice(close + 1);
  const stem = plain(after.trim() ? `${before}（ ）${after}` : before);
  const [answers, general = ''] = split(body.slice(open + 1, close), '####');
  const extras = {
    ...tagsOf(remark),
    ...(/^[a-z0-9-]{1,32}$/.test(titled?.[1] ?? '') ? { id: titled![1]! } : {}),
  };
  if (!stem) return { reason: reasons.noStem };
  const truth = /^\s*(T|TRUE|F|FALSE)\s*(?:#[\s\S]*)?$/i.exec(answers!);
  const explained = plain(general);
  const more = { ...extras, ...(explained ? { explanation: explained } : {}) };
  if (truth) {
    const right = truth[1]!.toUpperCase().startsWith('T');
    return { type: 'judge', stem, options: [...judgeOptions], answer: [right ? 0 : 1], ...more };
  }
  const choices = choicesOf(answers!);
  if (/^\s*#/.test(answers!)) return { reason: reasons.unsupported('数值题') };
  if (choices.length === 0) return { reason: reasons.unsupported('问答题') };
  if (choices.every(({ sign }) => sign === '=')) {
    const matching = answers!.includes('->');
    return { reason: reasons.unsupported(matching ? '连线题' : '填空题') };
  }
  const key = keyOfChoices(choices);
  return 'reason' in key ? key : { ...key, stem, ...more };
}

function choicesOf(answers: string): { sign: string; right: boolean; text: string }[] {
  return [...answers.matchAll(/([=~])((?:\\.|[^\\=~])*)/gs)].map(([, sign, rest]) => {
    const weight = /^\s*%(-?\d+(?:\.\d+)?)%/.exec(rest!);
    const [text] = split(rest!.slice(weight?.[0].length ?? 0), '#');
    return { sign: sign!, right: weight ? Number(weight[1]) > 0 : sign === '=', text: plain(text!) };
  });
}

/** The brace that closes the answers: the last one that is not escaped. */
function lastBrace(body: string): number {
  for (let i = body.length - 1; i >= 0; i--) {
    if (body[i] !== '}') continue;
    const slashes = /\\*$/.exec(body.slice(0, i))![0].length;
    if (slashes % 2 === 0) return i;
  }
  return -1;
}

/** A text before and after the first mark that is not escaped. */
function split(text: string, mark: string): string[] {
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text.startsWith(mark, i)) return [text.slice(0, i), text.slice(i + mark.length)];
  }
  return [text];
}

const plain = (text: string): string =>
  text.replace(/\\(.)/gs, (_, c: string) => (c === 'n' ? '\n' : c)).trim();
