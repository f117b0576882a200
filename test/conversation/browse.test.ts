import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { menuCommands } from '../../src/conversation/commands/index.ts';
import { loadPassages } from '../../src/knowledge/load.ts';
import { readAction } from '../../src/message/action.ts';
import { phrases as shared } from '../../src/message/phrases.ts';
import { releaseOf } from '../fakes/release.ts';
import { actionsOf, clerk, messageIn, openTalk, wordsOf } from './fixtures.ts';

const release = releaseOf(await loadPassages(resolve(import.meta.dirname, '../../knowledge')));

describe('/law', () => {
  it.each([
    '1043',
    '第一千零四十三条',
    '第 1043 条',
    '民法典第1043条',
    '《民法典》一千零四十三条',
    '１０４３',
  ])('opens the article by %s', async (argument) => {
    const { say } = await openTalk({ release });
    const message = messageIn(await say(`/law ${argument}`));
    expect(message.paragraphs[0]?.text).toMatch(/^民法典第1043条　/);
    expect(wordsOf(message)).toContain(release.passage('civil-code/1043')!.gist);
  });

  it.each(['1261', '第二千条', '0'])('says that there is no article %s', async (argument) => {
    const { say } = await openTalk({ release });
    const message = messageIn(await say(`/law ${argument}`));
    expect(wordsOf(message)).toContain('1260');
    expect(wordsOf(message)).not.toContain('依据：');
  });

  it.each(['', '离婚', '9'.repeat(30), '第条'])('shows the contents for %j', async (argument) => {
    const { say, press } = await openTalk({ release });
    const contents = messageIn(await say(`/law ${argument}`));
    expect(contents.buttons.flat().map(({ label }) => label)).toContain('第五编 婚姻家庭');
    const book = messageIn(
      await press(contents.buttons.flat().find(({ label }) => /婚姻/.test(label))!.action),
    );
    const chapter = messageIn(
      await press(book.buttons.flat().find(({ label }) => /结婚/.test(label))!.action),
    );
    expect(actionsOf(chapter)).toContain('passage:civil-code/1047');
    expect(actionsOf(chapter)).not.toContain('passage:civil-code/1076');
  });

  it('holds every article in exactly one chapter', async () => {
    const { say, press } = await openTalk({ release });
    const articles: string[] = [];
    for (const book of actionsOf(messageIn(await say('/law')))) {
      for (const chapter of actionsOf(messageIn(await press(book)))) {
        articles.push(...actionsOf(messageIn(await press(chapter))));
      }
    }
    expect(articles).toHaveLength(1260);
    expect(new Set(articles).size).toBe(1260);
  });
});

describe('/services', () => {
  it('leads from the services over a guide and its part to a topic', async () => {
    const { say, press } = await openTalk({ release });
    const services = messageIn(await say('/services'));
    const guide = messageIn(await press('guide:legal-aid'));
    expect(actionsOf(services)).toContain('guide:legal-aid');
    expect(guide.card?.title).toBe('法律援助');
    const part = messageIn(await press(actionsOf(guide)[0]!));
    const topic = messageIn(await press(actionsOf(part)[0]!));
    const passage = release.passage(actionsOf(part)[0]!.replace('passage:', ''))!;
    expect(passage.path).toEqual(['法律援助', '这是什么']);
    expect(wordsOf(topic)).toContain(passage.gist);
    expect(wordsOf(topic)).toContain(passage.basis);
  });

  it('heads a topic that stands on the Civil Code by its own title', async () => {
    const topic = release.passages.find(({ id, law }) => id.startsWith('guide/') && law === '民法典')!;
    const { press } = await openTalk({ release });
    expect(messageIn(await press(`passage:${topic.id}`)).paragraphs[0]?.text).toBe(topic.title);
  });
});

it.each([
  'passage:civil-code/9999',
  'guide:gone',
  'part:gone:0',
  'part:legal-aid:8',
  'book:99',
  'chapter:0:99',
  'chapter:99:0',
  'begin:9',
  'resume:abcdefghij',
  'choose:abcdefghij:0:0',
  'next:abcdefghij:0',
  'wrong:abcdefghij',
])('answers the stale press %s with a remark', async (action) => {
  const { press } = await openTalk({ release });
  expect(await press(action)).toMatchObject([{ type: 'toast', text: expect.stringContaining('/') }]);
});

it.each(menuCommands().map(({ name }) => name))('/%s has no dead button two levels down', async (name) => {
  const { say, press } = await openTalk({ release });
  let level = new Set(actionsOf(messageIn(await say(`/${name}`))));
  const pressed = new Set<string>();
  for (let depth = 1; depth <= 2; depth += 1) {
    const next = new Set<string>();
    for (const action of level) {
      expect(readAction(action), action).not.toBeNull();
      pressed.add(action);
      const [event] = (await press(action)).filter(({ type }) => type !== 'progress');
      if (event?.type === 'toast') expect(event.text, action).not.toBe(shared.unknownPress);
      else {
        expect(event?.type, action).toBe('message');
        if (event?.type === 'message') for (const each of actionsOf(event.message)) next.add(each);
      }
    }
    level = new Set([...next].filter((action) => !pressed.has(action)));
  }
});

it('welcomes with ways on', async () => {
  const { say } = await openTalk({ release });
  const message = messageIn(await say('/start', clerk));
  expect(wordsOf(message)).toContain('明白人');
  expect(actionsOf(message)).toEqual(
    expect.arrayContaining(['command:services', 'command:law', 'command:quiz']),
  );
});
