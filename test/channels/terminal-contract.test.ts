import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { runTerminal } from '../../src/channels/terminal.ts';
import type { Handle, Incoming, Message, TurnEvent } from '../../src/message/message.ts';
import { type ChannelDriver, channelContract } from './channel-contract.ts';

const prompt = '\n> ';

/** A terminal whose handle answers every text with one event and hears presses. */
async function createDriver(): Promise<ChannelDriver> {
  let answer: TurnEvent;
  let heard: Incoming | null = null;
  const handle: Handle = async function* (incoming) {
    heard = incoming;
    if ('text' in incoming) yield answer;
  };
  const folder = await mkdtemp(join(tmpdir(), 'terminal-'));
  const input = new PassThrough();
  let printed = '';
  let waiting = (): void => {};
  const output = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      printed += chunk;
      waiting();
      done();
    },
  });
  const untilPrompt = async (): Promise<string> => {
    while (!printed.endsWith(prompt)) {
      await new Promise<void>((resolve) => {
        waiting = resolve;
      });
    }
    const said = printed.slice(0, -prompt.length);
    printed = '';
    return said;
  };
  const say = async (line: string): Promise<string> => {
    input.write(`${line}\n`);
    return untilPrompt();
  };
  const person = { id: 'terminal:local', admin: true };
  const ended = runTerminal({ handle, person, input, output, folder, now: Date.now });
  await untilPrompt();

  let said = '';
  /** Numbers and labels as printed under the message shown last. */
  let printedButtons: [number: string, label: string][] = [];
  const isCitation = ([, label]: [string, string]): boolean => /^\[\d+\] /.test(label);
  const press = async (number: string): Promise<string> => {
    await say(number);
    return heard && 'press' in heard ? heard.press : '';
  };
  return {
    async show(shown: Message) {
      answer = { type: 'message', message: shown, inPlace: false };
      said = (await say('问')).replace(/\n {2}0 {2}\S+\n$/u, '\n');
      const at = said.search(/(\n {2}\d+ {2}.+)+\n$/u);
      printedButtons = [...said.slice(at).matchAll(/^ {2}(\d+) {2}(.+)$/gmu)].map(([, n, label]) => [
        n!,
        label!,
      ]);
      return {
        text: said.slice(0, at),
        buttons: printedButtons.filter((button) => !isCitation(button)).map(([, label]) => label),
      };
    },
    async openCitation(n) {
      const [number] = printedButtons.find(([, label]) => label.startsWith(`[${n}] `))!;
      return (await press(number)).replace(/^passage:/, '');
    },
    press: (index) => press(printedButtons.filter((button) => !isCitation(button))[index]![0]),
    async fill(words) {
      const [, command] = /^请发送：(.*) 您的姓名$/mu.exec(said)!;
      await say(`${command} ${words}`);
      return heard && 'text' in heard ? heard.text : '';
    },
    async hand(file) {
      answer = { type: 'file', file };
      const text = await say('证书');
      const [, path] = /：(\/.*)$/mu.exec(text)!;
      return { name: basename(path!), bytes: await readFile(path!), text };
    },
    async close() {
      input.end();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

channelContract('terminal', createDriver);
