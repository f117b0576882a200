import { readNumeral } from '../../knowledge/chinese-numeral.ts';
import { articleId } from '../../knowledge/readers/civil-code.ts';
import { writeAction } from '../../message/action.ts';
import { messageOf, text } from '../../message/message.ts';
import { phrases } from '../../message/phrases.ts';
import { booksOf, reply, rows, showPassage } from '../show.ts';
import type { Command } from './command.ts';

export const law: Command = {
  name: 'law',
  description: '翻看民法典：目录，或 /law 1043',
  async *run(_person, argument, { library }) {
    const release = library.current();
    const article = readNumeral(/第?\s*([^\s第条]+)\s*条?$/u.exec(argument)?.[1] ?? '');
    if (article !== null) {
      const passage = release.passage(articleId(article));
      const last = Math.max(0, ...release.passages.map((p) => (p.law === '民法典' ? (p.article ?? 0) : 0)));
      yield reply(
        passage ? showPassage(passage, release) : messageOf([text(phrases.noSuchArticle(article, last))]),
      );
      return;
    }
    const buttons = booksOf(release).map((book, i) => ({
      label: book.title,
      action: writeAction('book', i),
    }));
    yield reply(
      messageOf([text('民法典目录。点一编往下看，或发 /law 1043 直接看某一条。')], {
        buttons: rows(buttons, 2),
      }),
    );
  },
};
