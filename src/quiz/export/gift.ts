import type { Item } from '../bank-file.ts';
import { tagNames } from '../import/tags.ts';
import type { BankWriter } from './bank-writer.ts';

/** GIFT (docs.moodle.org/en/GIFT_format), with id, book, article and difficulty as tags in a comment. */
export const gift: BankWriter = {
  format: 'gift',
  extension: '.gift',
  write: async (items, { title }) =>
    Buffer.from([`// ${title.replace(/\s+/g, ' ')}`, ...items.map(question)].join('\n\n').concat('\n')),
};

function question(item: Item): string {
  const tags = tagNames(item).map((name) => ` [tag:${name}]`);
  const general = item.explanation ? [`####${escaped(item.explanation)}`] : [];
  const lines =
    item.type === 'judge'
      ? [`${item.answer[0] === 0 ? 'TRUE' : 'FALSE'}${general.join('')}`]
      : [...item.options.map((option, i) => choice(option, item.answer.includes(i), item)), ...general];
  const answers = item.type === 'judge' ? `{${lines[0]}}` : `{\n${lines.join('\n')}\n}`;
  return `// [id:${item.id}]${tags.join('')}\n::${item.id}::[plain]${escaped(item.stem)} ${answers}`;
}

/** Of several right options each earns its share; a wrong one costs everything. */
function choice(option: string, right: boolean, { type, answer }: Item): string {
  const share = Number((100 / answer.length).toFixed(5));
  const weight =
    type === 'multiple'
      ? right
        ? `%${share}%`
        : '%-100%'
      : /^\s*%/.test(option)
        ? `%${right ? 100 : 0}%`
        : '';
  const sign = right && type !== 'multiple' ? '=' : '~';
  return `${sign}${weight}${escaped(option)}`;
}

const escaped = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\n/g, '\\n');
