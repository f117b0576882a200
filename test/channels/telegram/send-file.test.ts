import { describe, expect, it } from 'vitest';
import type { SentFile } from '../../../src/message/message.ts';
import { echo, openBot, presses, says, saysInGroup } from './driver.ts';

const certificate: SentFile = {
  name: '证书-春季竞赛.png',
  type: 'image/png',
  bytes: Uint8Array.of(0x89, 0x50, 0x0d, 0x0a, 0x2d, 0x2d, 0),
  caption: '您的证书。',
};
const handing = (over: Partial<SentFile> = {}) =>
  openBot(echo(() => [{ type: 'file', file: { ...certificate, ...over } }]).handle);

describe('a file', () => {
  it('is sent as a document where Telegram refuses it as a photo', async () => {
    const { api } = await handing();
    api.fail('sendPhoto', { code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' });
    api.deliver(says(api, 1, '证书'));
    const [sent] = await api.wait('sendDocument');
    expect(sent).toEqual({
      chat_id: 1,
      caption: '您的证书。',
      document: { name: '证书-春季竞赛.png', bytes: Buffer.from(certificate.bytes) },
    });
  });

  it('is not sent twice for another reason', async () => {
    const { api } = await handing();
    api.fail('sendPhoto', { code: 403, description: 'Forbidden: bot was blocked by the user' });
    api.deliver(says(api, 1, '证书'));
    await api.waitRefused();
    api.deliver(says(api, 1, '证书'));
    await api.wait('sendPhoto');
    expect(api.accepted('sendDocument')).toEqual([]);
  });

  it('has a caption that Telegram takes and a name that breaks no header', async () => {
    const name = '成绩单"1";\r\nx-a: /../b.pdf';
    const { api } = await handing({ type: 'application/pdf', name, caption: '长'.repeat(2000) });
    api.deliver(says(api, 1, '成绩单'));
    const [sent] = await api.wait('sendDocument');
    expect(sent?.caption).toMatch(/^长{1023}…$/u);
    expect(sent?.document.name).toMatch(/^成绩单.*b\.pdf$/u);
  });

  it('without words has no caption, and stays in the topic where it was asked for', async () => {
    const { api } = await handing({ caption: ' ' });
    api.deliver(saysInGroup(api, 1, '/help', { is_topic_message: true, message_thread_id: 12 }));
    const [sent] = await api.wait('sendPhoto');
    expect(sent).toMatchObject({ message_thread_id: 12, reply_parameters: { message_id: 77 } });
    expect(sent?.caption).toBeUndefined();
  });

  it('answers the press that asked for it', async () => {
    const { api } = await handing();
    api.deliver(presses(api, 1, 'certificate', { message: 501 }));
    await api.wait('sendPhoto');
    expect(await api.wait('answerCallbackQuery')).toHaveLength(1);
  });
});
