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
    '做题的成绩和答题记录会保存，用来给您看结果和排名；只记一个编号，不记姓名和电话。',
    '如果管理员接入了语言模型，您的问题会发给它写回答，发之前会隐去身份证号、手机号、银行卡号和邮箱。',
    '单位组织的竞赛、考试，名单和成绩由组织单位保存；您在里面的答题记录只记编号。',
    '发 /forget 可以删除您的全部记录；单位名单上的成绩仍归组织单位，但不再和您的账号关联。',
  ],
  forgetAsk: '要删除您的全部答题记录和对话吗？删了就找不回来了。',
  forgetYes: '确定删除',
  forgotten: '已经全部删除。',
  adminUsage: '用法：/admin refresh 或 /admin status',
  notRefreshed: '知识库没有更新，仍在用原来的版本。',
} as const;
