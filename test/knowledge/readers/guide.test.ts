import { describe, expect, it } from 'vitest';
import { guideReader } from '../../../src/knowledge/readers/guide.ts';
import { guide, topic } from './fixtures.ts';

const readAll = (source: string) => guideReader.read('guides/legal-aid.md', source);
const read = (source: string) => readAll(source).slice(1);

describe('guideReader', () => {
  it('reads a topic with the law it stands on and the card of its service', () => {
    const [passage] = read(guide());
    expect(passage).toMatchObject({
      title: '多久有结果',
      path: ['法律援助', '要多久'],
      law: '法律援助法',
      article: 43,
      basis: '《法律援助法》第四十三条、第四十四条',
      asOf: '2022-01-01',
      card: { title: '法律援助', phone: ['12348'], time: '七日' },
    });
    expect(passage?.questions).toContain('多久有结果？');
  });

  it('answers for the service as a whole from its front matter', () => {
    expect(readAll(guide())[0]).toMatchObject({
      id: 'guide/legal-aid/overview',
      title: '法律援助',
      gist: '请不起律师时由国家帮你。',
      questions: expect.arrayContaining(['法律援助怎么申请？', '法援']),
      card: { where: '法律援助机构' },
    });
  });

  it('keeps a topic’s id when others are put before it', () => {
    const more = guide({ 要多久: `${topic.replace('多久有结果', '急事怎么办')}\n${topic}` });
    expect(read(more).map((passage) => passage.id)).toContain(read(guide())[0]?.id);
  });

  it('keeps ids short enough for a button', () => {
    for (const passage of read(guide())) expect(Buffer.byteLength(passage.id)).toBeLessThanOrEqual(48);
  });

  it.each([
    [
      'a part left out',
      guide().replace('## 收费吗\n', ''),
      /part 6 must be `## 收费吗`, found 「被拒绝了怎么办」/,
    ],
    [
      'a topic without a basis',
      guide({ 要多久: topic.replace(/\*\*依据.*\n/u, '') }),
      /lacks the part \*\*依据\*\*/,
    ],
    ['a stray heading', `${guide()}\n# 附录\n`, /「附录」 stands outside/],
    [
      'an unquoted card line',
      guide().replace('fee: 免费, ', ''),
      /legal-aid\.md:\d+: front matter: card\.fee/,
    ],
  ])('refuses %s', (_, source, message) => {
    expect(() => read(source)).toThrow(message);
  });
});
