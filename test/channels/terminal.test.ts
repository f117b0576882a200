import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { runTerminal } from '../../src/channels/terminal.ts';
import { type Handle, type Incoming, messageOf, text as paragraph } from '../../src/message/message.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';

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
    folder: '/nowhere',
    now: () => 0,
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
  const input = Readable.from(['甲\n1\n1\n0\n1\n0\n0\n']);
  await runTerminal({ handle: screens, person, input, output, folder: '/nowhere', now: () => 0 });
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

it('counts down from the moment at which a screen is shown again', async () => {
  let now = Date.parse('2026-09-01T06:00:00Z');
  const to = now + 12 * 60_000;
  const screens: Handle = async function* (incoming) {
    now += 60_000;
    const countdown = 'text' in incoming ? { label: '离收卷还有', to } : null;
    const buttons = [[{ label: '按', action: 'a' }]];
    yield { type: 'message', message: messageOf([paragraph('题')], { buttons, countdown }), inPlace: false };
  };
  const output = new PassThrough();
  const input = Readable.from(['甲\n1\n0\n']);
  await runTerminal({ handle: screens, person, input, output, folder: '/nowhere', now: () => now });
  output.end();
  expect((await text(output)).match(/离收卷.*/g)).toEqual([
    '离收卷还有 11分（到 14:12）',
    '离收卷还有 10分（到 14:12）',
  ]);
});

it('keeps files beside those of the same name, and says where', async () => {
  const folder = await folderOf({ '证书.png': '早先的', '证书-2.png': '也是' });
  const files: Handle = async function* () {
    const bytes = Uint8Array.of(1, 2, 3);
    yield { type: 'file', file: { name: '证书.png', type: 'image/png', bytes, caption: '给您。' } };
  };
  const run = async (into: string): Promise<string> => {
    const output = new PassThrough();
    const input = Readable.from(['要\n']);
    await runTerminal({ handle: files, person, input, output, folder: into, now: () => 0 });
    output.end();
    return text(output);
  };
  expect(await run(folder)).toContain(`给您。\n已保存到：${join(folder, '证书-3.png')}\n`);
  expect([...(await readFile(join(folder, '证书-3.png')))]).toEqual([1, 2, 3]);
  expect(await readFile(join(folder, '证书.png'), 'utf8')).toBe('早先的');
  expect(await run(join(folder, 'nowhere'))).toContain('文件没能存下来');
});
