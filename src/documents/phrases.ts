/** Every word that stands on a document. */
export const phrases = {
  certificate: {
    titles: { practice: '荣誉证书', exam: '合格证书' },
    ownName: '姓名（本人填写）：',
    unit: (unit: string | null, staffNumber: string | null): string =>
      [unit, staffNumber && `工号：${staffNumber}`].filter(Boolean).join('，'),
    deeds: {
      practice: (title: string): [string, string] => [
        `参加“${title}”，`,
        '成绩达到合格标准，特发此证，以资鼓励。',
      ],
      exam: (title: string): [string, string] => [`参加“${title}”，`, '考试成绩合格，特发此证。'],
    },
    score: '成绩',
    maximum: '满分',
    tier: '等次',
    passed: '合格',
    verdict: '结论',
    points: (points: number): string => `${points}分`,
    number: '证书编号',
    howToVerify: (address: string): string =>
      `查验真伪：扫左边的码，或打开 ${address} 输入编号，也可以把 /verify 加编号发给“明白人”。`,
    seal: (organiser = '主办单位'): string => `${organiser}（盖章）`,
    day: (year: number, month: number, day: number): string => `${year}年${month}月${day}日`,
  },
  invites: {
    staffNumber: (number: string): string => `工号：${number}`,
    or: '或者在“明白人”里发送：',
    join: (code: string): string => `/join ${code}`,
    sheet: (unit: string, page: number, pages: number): string => `第${page}页，共${pages}页　${unit}`,
    none: '没有可以打印的邀请。',
  },
  results: {
    titles: { practice: '竞赛成绩单', exam: '考试成绩单' },
    window: (opens: string, closes: string): string => `活动时间：${opens} 至 ${closes}（北京时间）`,
    marks: (maximum: number, mark: number): string => `满分${maximum}分，${mark}分及格`,
    listed: (persons: number): string => `应考${persons}人`,
    present: (persons: number): string => `实考${persons}人`,
    absent: (persons: number): string => `缺考${persons}人`,
    waiting: (persons: number): string => `尚无成绩${persons}人`,
    passed: (persons: number, share: string): string => `及格${persons}人（及格率${share}）`,
    scores: (average: string, highest: number, lowest: number): string =>
      `平均${average}分，最高${highest}分，最低${lowest}分`,
    columns: ['名次', '单位', '姓名（工号）', '成绩', '等次', '结论', '用时', '交卷时间'],
    isAbsent: '缺考',
    isWaiting: '尚无成绩',
    verdicts: { passed: '及格', failed: '不及格' },
    ranked: '名次先比成绩，成绩相同的比用时，都相同的并列。',
    absence: '缺考：在名单上，到活动结束没有成绩。',
    unfinished: (at: string): string => `活动还没有结束，本表是${at}的情况，不是最后成绩。`,
    made: (at: string): string => `制表时间：${at}`,
    page: (page: number, pages: number): string => `第${page}页，共${pages}页`,
    signatures: ['制表人（签字）：', '审核人（签字）：', '主办单位（盖章）：', '日期：'],
  },
} as const;
