import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { runTerminal } from '../../src/channels/terminal.ts';
import { type Handle, type Incoming, messageOf, text as paragraph } from '../../src/message/message.ts';

const person = { id: 'terminal:local', admin: true };

/** Runs lines through a handle that remembers what came, and shows two buttons for every text. */
async function session(lines: string, first?: string) {
  const came: (Omit<Incoming, 'person'> & { text?: string; press?: string })[] = [];
  const handle: Handle = async function* ({ person: _, ...incoming }) {
    came.push(incoming);
    if ('press' in incoming) yield { type: 'toast', text: `按了${incoming.press}` };
    else {
      yield { type: 'progress', stage: 'searching' };
      yield { type: 'sentence', paragraph: paragraph('先到的一句') };
      const buttons = [[{ label: '甲', action: 'a' }], [{ label: '乙', action: 'b' }]];
      yield {
        type: 'message',
        message: messageOf([paragraph('回答', [1])], { buttons, generated: true }),
        inPlace: false,
      };
    }
  };
  const output = new PassThrough();
  await runTerminal({
    handle,
    person,
    input: Readable.from([lines]),
    output,
    ...(first !== undefined && { first }),
  });
  output.end();
  return { came, printed: await text(output) };
}

it('sends text as text and numbers as presses of the latest buttons', async () => {
  const { came, printed } = await session('你好\n2\n1\n3\n\n/law 1043\n1043条说什么\n');
  expect(came).toEqual([
    { text: '你好' },
    { press: 'b' },
    { press: 'a' },
    { text: '/law 1043' },
    { text: '1043条说什么' },
  ]);
  expect(printed).toContain('回答[1]\n\nAI生成\n\n  1  甲\n  2  乙');
  expect(printed).toContain('按了b');
  expect(printed).toContain('没有这个编号的按钮');
});

it('goes back to the message before with 0, as far as there is one', async () => {
  const screens: Handle = async function* (incoming) {
    const name = 'text' in incoming ? incoming.text : incoming.press;
    const buttons = [[{ label: '按', action: `${name}+` }]];
    yield {
      type: 'message',
      message: messageOf([paragraph(`这是${name}`)], { buttons }),
      inPlace: name.endsWith('++'),
    };
  };
  const output = new PassThrough();
  await runTerminal({ handle: screens, person, input: Readable.from(['甲\n1\n1\n0\n1\n0\n0\n']), output });
  output.end();
  const printed = await text(output);
  expect(printed.match(/这是[^\n]*|没有这个编号的按钮/g)).toEqual([
    '这是甲',
    '这是甲+',
    '这是甲++',
    '这是甲',
    '这是甲+',
    '这是甲',
    '没有这个编号的按钮',
  ]);
});

it('says the first thing by itself', async () => {
  expect((await session('1\n', '/quiz')).came).toEqual([{ text: '/quiz' }, { press: 'a' }]);
});

it('ends at /quit and at the end of the input', async () => {
  expect((await session('/quit\n你好\n')).came).toEqual([]);
  expect((await session('')).came).toEqual([]);
  expect((await session('没有换行')).came).toEqual([{ text: '没有换行' }]);
});
