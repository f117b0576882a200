import { reply } from '../show.ts';
import type { Command } from './command.ts';

export const learn: Command = {
  name: 'learn',
  description: '学习路径：七编学到哪里了',
  async *run(person, _argument, { play }) {
    yield reply(await play.path(person));
  },
};

export const wrong: Command = {
  name: 'wrong',
  description: '错题本：该复习的题',
  async *run(person, _argument, { play }) {
    yield reply(await play.wrongBook(person));
  },
};
