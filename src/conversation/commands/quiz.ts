import { reply } from '../show.ts';
import type { Command } from './command.ts';

export const quiz: Command = {
  name: 'quiz',
  description: '民法典练习和一套题',
  async *run(person, _argument, { play }) {
    yield reply(await play.menu(person));
  },
};

export const score: Command = {
  name: 'score',
  description: '我的成绩和排名',
  async *run(person, _argument, { play }) {
    yield reply(await play.score(person));
  },
};
