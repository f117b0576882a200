import { createWeb } from '../../../src/channels/web/index.ts';
import type { Message } from '../../../src/message/message.ts';
import { releaseOf } from '../../fakes/release.ts';
import { type ChannelDriver, channelContract, contractPassages } from '../channel-contract.ts';
import { answerEvent, linesOf, passageOf, postTurn, recordingHandle, silentLog } from './fixtures.ts';
import { visibleText } from './markup.ts';

const library = { current: () => releaseOf(contractPassages.map((id) => passageOf({ id }))) };

/** Buttons of a message's form, and the links that stand among them. */
const buttonsOf = (html: string): { label: string; action: string }[] =>
  [...html.matchAll(/<button[^>]* value="([^"]*)"[^>]*>(.*?)<\/button>/gsu)].map(([, action, label]) => ({
    action: visibleText(action!),
    label: visibleText(label!),
  }));

async function createDriver(): Promise<ChannelDriver> {
  let message: Message | null = null;
  let html = '';
  let clock = 0;
  const { incomings, handle } = recordingHandle(() => [answerEvent(message!)]);
  const web = await createWeb({
    handle,
    library,
    log: silentLog,
    now: () => {
      clock += 60_000;
      return clock;
    },
    config: { host: '127.0.0.1', port: 0, trustProxy: false },
  });
  const url = await web.listen();
  return {
    async show(shown) {
      message = shown;
      const events = await linesOf(await postTurn(url, { text: '问' }));
      html = events.at(-1)!.html;
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
    close: web.close,
  };
}

channelContract('web', createDriver);
