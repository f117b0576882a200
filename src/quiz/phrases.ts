import type { Step } from './session.ts';

/** Every sentence of the quiz that a citizen reads. */
export const phrases = {
  menu: '来练练民法典吧：可以一编一编地练，也可以做一套题，看看自己学得怎么样。',
  menuModes: ['练习：选一编，10道题，每答一道就看解析；', '一套题：20道题，七编都有，做完有成绩和排名。'],
  menuOpen: '您还有没做完的题，可以接着做。重新开始同一种，没做完的那份就不留了。',
  paper: '一套题（20道）',
  resume: (title: string, n: number, total: number): string => `继续上次：${title}（第${n}/${total}题）`,
  practiceOf: (book: string): string => `练习·${book}`,
  paperTitle: '一套题',

  progress: (n: number, total: number): string => `第${n}/${total}题`,
  submit: '提交答案',
  next: '下一题',
  seeResult: '看结果',
  right: '答对了！',
  wrong: (key: string): string => `这题没答对，正确答案是 ${key}。`,
  yours: (response: string): string => `您选的是 ${response}。`,
  rightMark: '（正确答案）',

  finished: (title: string): string => `${title}做完了。`,
  counted: (right: number, total: number, time: string): string => `答对${right}/${total}题，用时${time}。`,
  points: (points: number): string => `得分：${points}分。`,
  praise: [
    [100, '全对，真是个明白人！'],
    [80, '很好，大部分都掌握了。'],
    [60, '不错，错的几道看看解析就更明白了。'],
    [0, '别灰心，看看错题，再练一遍就熟了。'],
  ] satisfies [least: number, words: string][],
  rank: (rank: number, persons: number): string => `您最好的一套题，在${persons}位做过的人里排第${rank}。`,
  seeWrong: '看错题',
  again: '再来一次',
  toMenu: '回到菜单',
  myScore: '我的成绩',
  campaigns: '竞赛',

  wrongTitle: (title: string, count: number): string => `${title}的错题，共${count}道：`,
  noneWrong: '这一次没有错题，真不错。',
  wrongItem: (n: number, stem: string): string => `第${n}题　${stem}`,
  wrongAnswer: (response: string, key: string): string => `您选：${response}；正确答案：${key}`,
  withdrawnItem: '这道题已从题库撤下。',

  noScore: '您还没有做完过题。现在试试？',
  recent: '最近做完的：',
  recentLine: (date: string, title: string, right: number, total: number): string =>
    `${date}　${title}　答对${right}/${total}题`,
  leaders: '一套题前几名（不显示姓名）：',
  leaderLine: (rank: number, right: number, total: number, time: string, own: boolean): string =>
    `第${rank}名　答对${right}/${total}题　${time}${own ? '（您）' : ''}`,

  toasts: {
    'already-answered': '这题已经答过了。',
    'not-current': '还没轮到这道题，请按顺序答。',
    'invalid-option': '这个选项不在题里，请点题目下面的按钮。',
    'too-few': '多选题至少选两项再提交。',
    withdrawn: '题库更新了，这套题接不上了。发 /quiz 重新开始吧。',
    withheld: '这道题正在您参加的考试或竞赛里用，公布答案以后再来做吧。',
  } satisfies Record<Exclude<Step['outcome'], 'recorded' | 'toggled'> | 'withheld', string>,
  keyLater: '这道题正在您参加的考试或竞赛里用，公布答案以后再来看解析。',
  gone: '这个按钮已经过期了，发 /quiz 重新开始吧。',
  notYours: '这是别人的题，发 /quiz 开始您自己的吧。',
  notFinished: '做完以后再来看错题吧。',
} as const;
