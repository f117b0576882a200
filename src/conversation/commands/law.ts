import { readNumeral } from '../../knowledge/chinese-numeral.ts';
import { articleId, lastArticle } from '../../knowledge/readers/civil-code.ts';
import { writeAction } from '../../message/action.ts';
import { messageOf, text } from '../../message/message.ts';
import { phrases as shared } from '../../message/phrases.ts';
import { rows } from '../../message/rows.ts';
import { phrases } from '../phrases.ts';
import { booksOf, reply, showPassage } from '../show.ts';
import type { Command } from './command.ts';

/** 1043, 第一千零四十三条, 民法典第1043条. */
const asked = /^(?:《?(?:中华人民共和国)?民法典?》?)?\s*第?\s*([^\s第条]{1,12})\s*条?$/u;
/** What is longer is no article number, and would print as 1e+23. */
const longestNumber = 99_999;

export const law: Command = {
  name: 'law',
  description: '翻看民法典：目录，或 /law 1043',
  async *run(_person, argument, { library }) {
    const release = library.current();
    const article = readNumeral(asked.exec(argument)?.[1] ?? '');
    if (article !== null && article <= longestNumber) {
      const passage = release.passage(articleId(article));
      const last = lastArticle(release.passages);
      yield reply(
        passage ? showPassage(passage, release) : messageOf([text(shared.noSuchArticle(article, last))]),
      );
      return;
    }
    const buttons = booksOf(release).map((book, i) => ({
      label: book.title,
      action: writeAction('book', i),
    }));
    yield reply(
      messageOf([text(phrases.lawContents)], {
        buttons: rows(buttons, 2),
      }),
    );
  },
};
