import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { Outage } from '../errors.ts';
import { passageHeading } from '../knowledge/passage.ts';
import type { Button, Handle, Incoming, Message, Person, SentFile } from '../message/message.ts';
import { phrases } from '../message/phrases.ts';
import { plainText } from '../message/plain-text.ts';
import { sourceButtons } from '../message/source-buttons.ts';
import { keepFile } from './keep-file.ts';

const words = {
  hint: '直接打字就行；输入数字按下对应的按钮，/quit 退出。',
  noButton: '没有这个编号的按钮。',
  back: '  0  返回上一屏',
  kept: (path: string): string => `已保存到：${path}`,
  notKept: '文件没能存下来，请换一个能写入的文件夹再试。',
  prompt: '\n> ',
};

/**
 * A conversation over lines of text until /quit or the end of the input. Buttons are numbered from 1; a number
 * presses one of the latest message that had any, and 0 shows the message with buttons before it again. Files are
 * kept in `folder`, never over one that is there.
 */
export async function runTerminal(terminal: {
  handle: Handle;
  person: Person;
  input: Readable;
  output: Writable;
  folder: string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Said for the person before the first line is read. */
  first?: string;
}): Promise<void> {
  const { handle, person, input, output, folder, now, first } = terminal;
  const reader = createInterface({ input });
  const lines = reader[Symbol.asyncIterator]();
  /** Messages with buttons, the latest last. */
  const screens: Message[] = [];

  const turn = async (incoming: Incoming): Promise<void> => {
    for await (const event of handle(incoming)) {
      if (event.type === 'progress') output.write(`${phrases.progress[event.stage]}\n`);
      else if (event.type === 'toast') output.write(`${event.text}\n`);
      else if (event.type === 'file') await keep(event.file);
      else if (event.type === 'message') {
        const { message, inPlace } = event;
        if (buttonsOf(message).length > 0) screens.splice(inPlace ? -1 : screens.length, 1, message);
        show(message);
      }
    }
  };
  const show = (message: Message): void => {
    output.write(`\n${renderMessage(message, now())}\n${screens.length > 1 ? `${words.back}\n` : ''}`);
  };

  const keep = async (file: SentFile): Promise<void> => {
    const told = await keepFile(file, folder).then(words.kept, (error: unknown) => {
      if (error instanceof Outage) return words.notKept;
      throw error;
    });
    output.write(`\n${file.caption.replaceAll(controls, '')}\n${told}\n`);
  };

  output.write(`${words.hint}\n`);
  if (first !== undefined) await turn({ person, text: first });
  for (;;) {
    output.write(words.prompt);
    const { value, done } = await lines.next();
    const line = value?.trim() ?? '';
    if (done || line === '/quit') break;
    if (line === '') continue;
    const latest = screens.at(-1);
    const button = latest && buttonsOf(latest)[Number(line) - 1];
    if (!/^\d{1,3}$/.test(line)) await turn({ person, text: line });
    else if (button) await turn({ person, press: button.action });
    else if (Number(line) === 0 && screens.length > 1) {
      screens.pop();
      show(screens.at(-1)!);
    } else output.write(`${words.noButton}\n`);
  }
  reader.close();
}

/** Buttons that open the sources come first. */
const buttonsOf = (message: Message): Button[] => [...sourceButtons(message), ...message.buttons.flat()];

/** The text of a message and its sources, then its buttons by number. */
function renderMessage(message: Message, now: number): string {
  const sources = message.sources.map((source, i) => `[${i + 1}] ${oneLine(passageHeading(source))}`);
  const buttons = buttonsOf(message).map(({ label }, i) => `  ${i + 1}  ${oneLine(label)}`);
  return [
    plainText(message, now),
    sources.join('\n'),
    message.generated ? phrases.generatedBy : '',
    buttons.join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
    .replaceAll(controls, '');
}

/** Escape sequences would let a text rule the terminal. */
const controls = /[^\P{Cc}\n]/gu;
const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ');
