import { passageButton } from '../answer/output.ts';
import { guideParts } from '../knowledge/readers/guide.ts';
import { type Action, writeAction } from '../message/action.ts';
import { type Button, messageOf, type Person, type TurnEvent, text } from '../message/message.ts';
import { phrases as shared } from '../message/phrases.ts';
import { rows } from '../message/rows.ts';
import type { QuizReply } from '../quiz/play.ts';
import { ask } from './commands/ask.ts';
import type { ConversationDeps } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { phrases } from './phrases.ts';
import { booksOf, guidesOf, reply, showPassage } from './show.ts';

type Presses = {
  [K in Action[0]]: (
    action: Extract<Action, [K, ...unknown[]]>,
    person: Person,
    deps: ConversationDeps,
  ) => AsyncGenerator<TurnEvent>;
};

const gone = (): TurnEvent => ({ type: 'toast', text: shared.unknownPress });

function quizEvent(answer: QuizReply): TurnEvent {
  if ('toast' in answer) return { type: 'toast', text: answer.toast };
  return 'file' in answer ? { type: 'file', ...answer } : { type: 'message', ...answer };
}

async function* quizPress(
  action: Parameters<ConversationDeps['play']['press']>[1],
  person: Person,
  deps: ConversationDeps,
): AsyncGenerator<TurnEvent> {
  yield quizEvent(await deps.play.press(person, action));
}

const withButton = (event: Extract<TurnEvent, { type: 'message' }>, button: Button): TurnEvent => ({
  ...event,
  message: { ...event.message, buttons: [...event.message.buttons, [button]] },
});

async function* askItem(
  [, item]: Extract<Action, ['ask-item', string]>,
  person: Person,
  deps: ConversationDeps,
): AsyncGenerator<TurnEvent> {
  const asked = await deps.play.question(person, item);
  if (!asked || 'toast' in asked) {
    yield asked ? { type: 'toast', text: asked.toast } : gone();
    return;
  }
  for await (const event of ask.run(person, asked.question, deps))
    yield event.type === 'message' && asked.back ? withButton(event, asked.back) : event;
}

async function* campaignPress(
  action: Parameters<ConversationDeps['campaigns']['press']>[1],
  person: Person,
  deps: ConversationDeps,
): AsyncGenerator<TurnEvent> {
  yield quizEvent(await deps.campaigns.press(person, action));
}

/** What each button does. Presses are hostile: each looks its target up and says so where it is gone. */
const presses: Presses = {
  async *passage([, id], _person, { library }) {
    const release = library.current();
    const passage = release.passage(id);
    yield passage ? reply(showPassage(passage, release)) : gone();
  },
  async *command([, name], person, deps) {
    yield* commands.find((command) => command.name === name)!.run(person, '', deps);
  },
  async *guide([, id], _person, { library }) {
    const guide = guidesOf(library.current()).find((each) => each.id === id);
    if (!guide) {
      yield gone();
      return;
    }
    const overview = guide.topics[0]!;
    const buttons = guideParts.map((part, i) => ({ label: part, action: writeAction('part', id, i) }));
    const lead = { kind: 'lead' as const, text: `${guide.title}：${overview.gist}`, cites: [] };
    yield reply(
      messageOf([lead, text(phrases.whichPart)], { buttons: rows(buttons, 2), card: overview.card }),
    );
  },
  async *part([, id, index], _person, { library }) {
    const guide = guidesOf(library.current()).find((each) => each.id === id);
    const part = guideParts[index];
    const topics = guide?.topics.filter((topic) => topic.path.at(-1) === part) ?? [];
    if (!guide || !part) yield gone();
    else if (topics.length === 0) yield reply(messageOf([text(phrases.partEmpty(guide.title, part))]));
    else
      yield reply(
        messageOf([text(`${guide.title} › ${part}`)], {
          buttons: topics.map((topic) => [passageButton(topic)]),
        }),
      );
  },
  async *book([, index], _person, { library }) {
    const book = booksOf(library.current())[index];
    if (!book) yield gone();
    else {
      const buttons = book.chapters.map((chapter, i) => ({
        label: chapter.title,
        action: writeAction('chapter', index, i),
      }));
      yield reply(messageOf([text(book.title)], { buttons: rows(buttons, 1) }));
    }
  },
  async *chapter([, bookIndex, index], _person, { library }) {
    const chapter = booksOf(library.current())[bookIndex]?.chapters[index];
    if (!chapter) yield gone();
    else
      yield reply(
        messageOf([text(chapter.title)], {
          buttons: rows(
            chapter.articles.map((a) => passageButton(a)),
            1,
          ),
        }),
      );
  },
  begin: quizPress,
  resume: quizPress,
  choose: quizPress,
  toggle: quizPress,
  submit: quizPress,
  next: quizPress,
  wrong: quizPress,
  'flag-item': quizPress,
  flag: quizPress,
  review: quizPress,
  learn: quizPress,
  'ask-item': askItem,
  campaign: campaignPress,
  'campaign-units': campaignPress,
  'campaign-join': campaignPress,
  'campaign-applicants': campaignPress,
  'campaign-admit': campaignPress,
  'campaign-mute': campaignPress,
  'campaign-remind-me': campaignPress,
  'campaign-begin': campaignPress,
  'campaign-ranks': campaignPress,
  'campaign-certificate': campaignPress,
  'campaign-board': campaignPress,
  'campaign-handover': campaignPress,
  'paper-item': campaignPress,
  'paper-sheet': campaignPress,
  'paper-choose': campaignPress,
  'paper-toggle': campaignPress,
  'paper-submit': campaignPress,
  'paper-finish': campaignPress,
  'paper-result': campaignPress,
  'paper-review': campaignPress,
};

export function press(action: Action, person: Person, deps: ConversationDeps): AsyncGenerator<TurnEvent> {
  const run = presses[action[0]] as (
    action: Action,
    person: Person,
    deps: ConversationDeps,
  ) => AsyncGenerator<TurnEvent>;
  return run(action, person, deps);
}
