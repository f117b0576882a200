import { createTelegram } from '../../../src/channels/telegram/index.ts';
import type { Handle, Incoming, Message, TurnEvent } from '../../../src/message/message.ts';
import { openBotApi } from '../../fakes/bot-api.ts';
import { silentLog } from '../../fakes/log.ts';
import { type ChannelDriver, channelContract } from '../channel-contract.ts';
import { presses, says } from './driver.ts';

/** A bot on a fake Telegram whose handle answers every text with one event and hears presses. */
async function createDriver(): Promise<ChannelDriver> {
  const api = await openBotApi();
  let message: Message;
  let answer: TurnEvent;
  let heard: Incoming | null = null;
  const handle: Handle = async function* (incoming) {
    heard = incoming;
    if ('text' in incoming) yield answer;
  };
  const telegram = createTelegram({
    handle,
    log: silentLog,
    settings: { token: api.token, apiRoot: api.url, mode: 'polling' },
    adminIds: [],
    retryMs: 1,
  });
  await telegram.start();

  let person = 0;
  let text = '';
  let keyboard: { text: string; callback_data: string }[] = [];
  const own = () => {
    const sources = new Set(message.sources.map((source) => `passage:${source.passage}`));
    return keyboard.filter((button) => !sources.has(button.callback_data));
  };
  const press = async (data: string): Promise<string> => {
    const answered = api.accepted('answerCallbackQuery').length;
    api.deliver(presses(api, person, data, { message: 1 }));
    await api.wait('answerCallbackQuery', answered + 1);
    return heard && 'press' in heard ? heard.press : '';
  };
  return {
    async show(shown) {
      message = shown;
      answer = { type: 'message', message, inPlace: false };
      person += 1;
      api.deliver(says(api, person, '问'));
      const [sent] = await api.wait('sendMessage', 1, ({ chat_id }) => chat_id === person);
      keyboard = (sent!.reply_markup?.inline_keyboard ?? []).flat() as typeof keyboard;
      text = sent!.text;
      return { text, buttons: own().map((button) => button.text) };
    },
    async openCitation(n) {
      const button = keyboard.find(({ text }) => text.startsWith(`[${n}] `))!;
      return (await press(button.callback_data)).replace(/^passage:/, '');
    },
    press: (index) => press(own()[index]!.callback_data),
    async fill(words) {
      const [, command] = /^请发送：(.*) 您的姓名$/mu.exec(text)!;
      const before = heard;
      api.deliver(says(api, person, `${command} ${words}`));
      await api.wait('sendMessage', 2, ({ chat_id }) => chat_id === person);
      return heard && heard !== before && 'text' in heard ? heard.text : '';
    },
    async hand(file) {
      answer = { type: 'file', file };
      person += 1;
      api.deliver(says(api, person, '证书'));
      const to = ({ chat_id }: { chat_id: number }): boolean => chat_id === person;
      if (file.type === 'application/pdf') {
        const [sent] = await api.wait('sendDocument', 1, to);
        return { ...sent!.document, text: sent!.caption ?? '' };
      }
      const [sent] = await api.wait('sendPhoto', 1, to);
      return { ...sent!.photo, text: sent!.caption ?? '' };
    },
    async close() {
      await telegram.stop();
      await api.close();
    },
  };
}

channelContract('Telegram', createDriver);
