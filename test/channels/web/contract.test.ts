import { createWeb } from '../../../src/channels/web/index.ts';
import type { TurnEvent } from '../../../src/message/message.ts';
import { releaseOf } from '../../fakes/release.ts';
import { type ChannelDriver, channelContract, contractPassages } from '../channel-contract.ts';
import {
  answerEvent,
  linesOf,
  passageOf,
  postTurn,
  recordingHandle,
  silentLog,
  webConfig,
  webKeys,
} from './fixtures.ts';
import { visibleText } from './markup.ts';

const library = { current: () => releaseOf(contractPassages.map((id) => passageOf({ id }))) };

/** Buttons of a message's form, and the links that stand among them. */
const buttonsOf = (html: string): { label: string; action: string }[] =>
  [...html.matchAll(/<button[^>]* value="([^"]*)"[^>]*>(.*?)<\/button>/gsu)].map(([, action, label]) => ({
    action: visibleText(action!),
    label: visibleText(label!),
  }));

async function createDriver(): Promise<ChannelDriver> {
  let event: TurnEvent | null = null;
  let html = '';
  let clock = 0;
  const { incomings, handle } = recordingHandle(() => [event!]);
  const web = await createWeb({
    handle,
    library,
    log: silentLog,
    now: () => {
      clock += 60_000;
      return clock;
    },
    config: webConfig,
    ...webKeys,
  });
  const url = await web.listen();
  const put = async (next: TurnEvent): Promise<string> => {
    event = next;
    return (await linesOf(await postTurn(url, { text: '问' }))).at(-1)!.html;
  };
  return {
    async show(shown) {
      html = await put(answerEvent(shown));
      return { text: visibleText(html), buttons: buttonsOf(html).map(({ label }) => label) };
    },
    async openCitation(n) {
      const address = new RegExp(`<a class="cite"[^>]* href="([^"]*)">\\[${n}\\]`, 'u').exec(html)![1]!;
      const page = await fetch(url + address);
      return page.ok ? address.replace('/p/', '') : `${page.status}`;
    },
    async press(index) {
      await postTurn(url, { press: buttonsOf(html)[index]!.action });
      const last = incomings.at(-1)!;
      return 'press' in last ? last.press : '';
    },
    async fill(words) {
      const command = /name="command" value="([^"]*)"/u.exec(html)![1]!;
      await postTurn(url, { command: visibleText(command), text: words });
      const last = incomings.at(-1)!;
      return 'text' in last ? last.text : '';
    },
    async hand(file) {
      html = await put({ type: 'file', file });
      const [, address, name] = /href="data:[^,"]*;base64,([^"]*)" download="([^"]*)"/u.exec(html)!;
      return {
        name: visibleText(name!),
        bytes: Buffer.from(address!, 'base64'),
        text: visibleText(html),
      };
    },
    close: web.close,
  };
}

channelContract('web', createDriver);
