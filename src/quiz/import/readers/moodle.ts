import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { BadInput } from '../../../errors.ts';
import { decode } from '../decode.ts';
import { problems } from '../phrases.ts';
import { emptyReading, type Reading } from '../reading.ts';
import type { BankReader } from './bank-reader.ts';
import { moodleItem, type Node } from './moodle-item.ts';

/** Moodle XML (docs.moodle.org/en/Moodle_XML_format): multichoice and truefalse. */
export const moodle: BankReader = {
  format: 'moodle',
  extensions: ['.xml'],
  read: async (file, bytes) => readMoodle(file, decode(file, bytes)),
};

export const looksLikeMoodle = (source: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<quiz[\s>]/.test(source);

const parser = () =>
  new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    textNodeName: '#text',
    cdataPropName: '#cdata',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    // Entities are read in moodle-item.ts: a document type of a stranger must define none.
    processEntities: false,
    captureMetaData: true,
    isArray: (name) => ['question', 'answer', 'tag', '#cdata'].includes(name),
  });

function readMoodle(file: string, source: string): Reading {
  const valid = XMLValidator.validate(source);
  if (valid !== true) {
    const { line, msg } = valid.err;
    throw new BadInput({ file, line }, problems.malformedXml(msg));
  }
  const tree = parse(file, source) as { quiz?: { question?: Node[] } | string };
  const quiz = tree.quiz;
  if (quiz === undefined) throw new BadInput({ file, line: 1 }, problems.malformedXml('没有 <quiz>'));
  const questions = (typeof quiz === 'object' ? quiz.question : undefined) ?? [];
  const symbol = XMLParser.getMetaDataSymbol() as unknown as string;
  const starts = questions.map((question) => {
    const at = (question[symbol] as { startIndex?: number } | undefined)?.startIndex ?? 0;
    return source.slice(0, at).split(/\r\n|\r|\n/).length;
  });
  const rows = source.split(/\r\n|\r|\n/);
  const reading = emptyReading();
  const claimed = new Set<number>();
  questions.forEach((question, i) => {
    const end = lastLine(rows, starts[i]!, starts[i + 1] ?? rows.length + 1);
    const lines = Array.from({ length: end - starts[i]! + 1 }, (_, k) => starts[i]! + k);
    for (const line of lines) claimed.add(line);
    const item = moodleItem(question);
    if (item === 'category') reading.headings.push(...lines);
    else if ('reason' in item) {
      reading.rejected.push({ lines, reason: item.reason, text: item.text });
    } else reading.items.push({ ...item, lines });
  });
  rows.forEach((row, i) => {
    if (row.trim() && !claimed.has(i + 1)) reading.headings.push(i + 1);
  });
  return reading;
}

function parse(file: string, source: string): unknown {
  try {
    return parser().parse(source);
  } catch (cause) {
    throw new BadInput({ file }, problems.malformedXml(cause instanceof Error ? cause.message : ''), {
      cause,
    });
  }
}

/** The line of a question's closing tag, before the next question. */
function lastLine(rows: readonly string[], start: number, next: number): number {
  for (let line = Math.max(start, next - 1); line > start; line--) {
    if (rows[line - 1]?.includes('</question>')) return line;
  }
  return start;
}
