import type { Item } from '../bank-file.ts';
import { tagNames } from '../import/tags.ts';
import type { BankWriter } from './bank-writer.ts';

/** Moodle XML (docs.moodle.org/en/Moodle_XML_format), texts as plain text. */
export const moodle: BankWriter = {
  format: 'moodle',
  extension: '.xml',
  write: async (items, { title }) =>
    Buffer.from(
      `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${[category(title), ...items.map(question)].join('\n')}\n</quiz>\n`,
    ),
};

const category = (title: string): string =>
  `  <question type="category">\n    <category><text>${escaped(`$course$/${title.replaceAll('/', '//')}`)}</text></category>\n  </question>`;

function question(item: Item): string {
  const { type, id, stem, explanation, options, answer } = item;
  const judge = type === 'judge';
  const share = Number((100 / answer.length).toFixed(5));
  const fraction = (i: number): number => (answer.includes(i) ? share : type === 'multiple' ? -100 : 0);
  const answers = options.map((option, i) =>
    judge
      ? `<answer fraction="${fraction(i)}" format="moodle_auto_format"><text>${i === 0 ? 'true' : 'false'}</text></answer>`
      : `<answer fraction="${fraction(i)}" format="plain_text"><text>${escaped(option)}</text></answer>`,
  );
  const tags = tagNames(item).map((name) => `<tag><text>${name}</text></tag>`);
  return [
    `  <question type="${judge ? 'truefalse' : 'multichoice'}">`,
    `    <name><text>${escaped(id)}</text></name>`,
    `    <questiontext format="plain_text"><text>${escaped(stem)}</text></questiontext>`,
    `    <generalfeedback format="plain_text"><text>${escaped(explanation)}</text></generalfeedback>`,
    '    <defaultgrade>1</defaultgrade>',
    `    <idnumber>${escaped(id)}</idnumber>`,
    ...(judge
      ? []
      : [
          `    <single>${type === 'single'}</single>`,
          '    <shuffleanswers>true</shuffleanswers>',
          '    <answernumbering>ABCD</answernumbering>',
        ]),
    ...answers.map((line) => `    ${line}`),
    ...(tags.length > 0 ? [`    <tags>${tags.join('')}</tags>`] : []),
    '  </question>',
  ].join('\n');
}

const names: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** What XML 1.0 cannot hold, even escaped, is left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[<>&"]/g, (c) => names[c]!);
