import { writeAction } from '../../message/action.ts';
import { messageOf, text } from '../../message/message.ts';
import { reply } from '../show.ts';
import type { Command } from './command.ts';

export const privacy: Command = {
  name: 'privacy',
  description: '我们记什么、不记什么',
  async *run() {
    yield reply(
      messageOf([
        text('您问的问题不会存盘，也不写进日志；只在内存里留半小时，好让您接着追问。'),
        text('做题的成绩和答题记录会保存，用来给您看结果和排名；只记一个编号，不记姓名和电话。'),
        text(
          '如果管理员接入了语言模型，您的问题会发给它写回答，发之前会隐去身份证号、手机号、银行卡号和邮箱。',
        ),
        text('发 /forget 可以删除您的全部记录。'),
      ]),
    );
  },
};

/** Deletes only on the second step, since it cannot be undone. */
export const forget: Command = {
  name: 'forget',
  description: '删除我的全部记录',
  async *run() {
    const buttons = [[{ label: '确定删除', action: writeAction('command', 'forget-yes') }]];
    yield reply(messageOf([text('要删除您的全部答题记录和对话吗？删了就找不回来了。')], { buttons }));
  },
};

export const forgetYes: Command = {
  name: 'forget-yes',
  description: '',
  async *run(person, _argument, { play, turns }) {
    await play.forget(person);
    turns.forget(person.id);
    yield reply(messageOf([text('已经全部删除。')]), true);
  },
};
