import type { Reloaded } from '../quiz/content.ts';
import type { Boundness } from '../quiz/correction/binding.ts';

/** What a citizen reads of commands and buttons. */
export const phrases = {
  unknownCommand: '没有这个命令。发 /help 看看能用的命令。',
  askEmpty: '在 /ask 后面写上您的问题，比如：/ask 房东不退押金怎么办',
  askLikeThis: '可以这样问我：',
  commandsToo: '也可以用命令：',
  whichService: '您想了解哪项服务？',
  whichPart: '想细看哪方面？',
  partEmpty: (guide: string, part: string): string =>
    `${guide}的“${part}”目前没有收录内容，可拨打12348问清楚。`,
  lawContents: '民法典目录。点一编往下看，或发 /law 1043 直接看某一条。',
  example: (example: string): string => `例如：${example}`,
  basis: (basis: string, path: string[]): string => `依据：${basis}　（${path.join(' › ')}）`,
  retold: (asOf: string): string => `内容按 ${asOf} 有效的文本编写，用通俗的话转述，以公布的正式文本为准。`,
  privacy: [
    '您问的问题不会存盘，也不写进日志；只在内存里留半小时，好让您接着追问。',
    '做题的成绩、答题记录和复习安排会保存，用来给您看结果、排名和错题本；只记一个编号，不记姓名和电话。参加竞赛时还会给您的设备记一个看不出内容的编号，只用来提示有没有一台设备替很多人答题。',
    '如果管理员接入了语言模型，您的问题会发给它写回答，发之前会隐去身份证号、手机号、银行卡号和邮箱。',
    '单位组织的竞赛、考试，名单和成绩由组织单位保存；您在里面的答题记录只记编号。要联络员确认的竞赛，您写的姓名只有单位的联络员和组织单位看得到。',
    '发 /forget 可以删除您的全部记录；单位名单上的成绩仍归组织单位，您给题目纠的错也会留着改题，但都不再和您的账号关联。',
  ],
  forgetAsk:
    '要删除您的全部答题记录和对话吗？参加竞赛、考试的成绩和证书也会一起没有，单位名单上的除外。删了就找不回来了。',
  forgetYes: '确定删除',
  forgotten: '已经全部删除。',
  adminUsage:
    '用法：/admin refresh 更新知识库，/admin reload 更新题库和竞赛，/admin flags 查看纠错，/admin status 查看状态',
  adminFailed: '没有办成。',
  notRefreshed: '知识库没有更新，仍在用原来的版本。',
  boundness: ({ fresh, stale, unbound, gone }: Record<Boundness, number>): string =>
    stale + unbound + gone === 0
      ? `题目都和现在的法条核对过（${fresh}道）`
      : `题目和法条：${fresh}道核对过；${stale}道核对以后法条的内容改了，${unbound}道没有核对过，${gone}道找不到法条，请运行 mingbai bank check 查看`,
  notReloaded: '题库和竞赛没有更新，仍在用原来的。',
  reloaded: ({ items, campaigns, added, removed, pools }: Reloaded): string[] => [
    `已更新：题库${items}道题，竞赛和考试${campaigns}场。`,
    ...(added.length > 0 ? [`新增：${added.join('、')}`] : []),
    ...(removed.length > 0 ? [`不再有：${removed.join('、')}`] : []),
    ...pools.map(
      ({ campaign, before, after }) =>
        `${campaign}正在进行，抽题范围从${before}道变成${after}道，已经开始的试卷不变。`,
    ),
  ],
} as const;
