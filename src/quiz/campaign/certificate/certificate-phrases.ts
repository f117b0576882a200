/** What a citizen reads of certificates; the words on them are the drawing's own. */
export const certificatePhrases = {
  picture: '证书（图片）',
  pdf: '证书（PDF）',
  file: (title: string): string => `证书-${title}`,
  caption: (title: string, number: string): string => `${title}的证书，编号${number}。`,
  writeName: '请打印以后自己写上姓名。',
  lacking: (characters: string): string =>
    `字库里没有“${characters}”，证书上用〓代替，请打印以后自己写上，或者请主办单位更正。`,
  notPassed: '成绩及格以后才有证书。',

  ask: '请输入证书上的编号，一共16位，字母不分大小写。',
  number: '证书编号',
  submit: '查验',
  valid: '证书有效',
  campaign: (title: string): string => `活动：${title}`,
  holder: (name: string | null): string =>
    name === null ? '姓名：由本人填写，查不到' : `姓名：${name}（只显示第一个字）`,
  staffNumber: (number: string): string => `工号：${number}（只显示第一个字）`,
  unit: (unit: string): string => `单位：${unit}`,
  score: (score: number, maximum: number): string => `成绩：${score}分（满分${maximum}分）`,
  tier: (tier: string): string => `等次：${tier}`,
  day: (day: string): string => `取得日期：${day}`,
  numberIs: (number: string): string => `编号：${number}`,
  compare: '请和证书上写的对一对。题目有更正的，这里是更正以后的成绩。',
  outcomes: {
    misread: '这个编号不对，可能抄错了字。编号一共16位，请对照证书再输一次。',
    unknown: '没有这个编号的证书。如果编号没有抄错，那张证书不是这里发的，或者本人已经删除了自己的记录。',
    'no-longer': (title: string): string =>
      `这张证书已经失效（${title}）：按现在的成绩没有及格，可能是题目更正以后重新计了分，也可能又答了一次。`,
  },
} as const;
