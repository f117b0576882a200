import type { FlagReason } from '../flag.ts';

/** Every sentence of 纠错 that people read in chat. */
export const phrases = {
  flag: '这道题有误',
  flagOf: (n: number): string => `第${n}题有误`,
  ask: (stem: string): string => `您觉得这道题哪里有误？\n${stem}`,
  reasons: {
    key: '答案不对',
    stem: '题目有毛病',
    law: '和现行法律不符',
    other: '其他',
  } satisfies Record<FlagReason, string>,
  flagged: (reason: string): string => `谢谢您，已经记下了：${reason}。`,
  changed: (reason: string): string => `好的，您对这道题的意见记为：${reason}。`,
  next: '管理员会对照法条核对。确实有误的，会改正或者撤下这道题；影响到竞赛、考试成绩的，由组织单位重新核算。',
  never: '不报了，接着答题',
  neverBack: '不报了，返回',
  goOn: '接着答题',
  back: '返回',
  tooMany: (most: number): string =>
    `您报的错已有${most}处等着核对，请等管理员处理一些再报。谢谢您这么仔细！`,
  notAsked: '只能给自己做过的题纠错。这道题也可能已经撤下了。',

  noFlags: '现在没有待核对的纠错。',
  flagsTitle: (items: number, flags: number): string => `待核对的纠错：${items}道题，共${flags}条。`,
  flagLine: (item: string, open: number, reasons: string, places: string, stem: string): string =>
    `${item}　${open}条（${reasons}；${places}）　${stem}`,
  reasonCount: (reason: string, count: number): string => `${reason}${count}`,
  practice: '练习',
  placeCount: (place: string, count: number): string => `${place}${count}`,
  withdrawn: '（题库里已经没有这道题）',
  moreFlags: (more: number): string => `还有${more}道，请在服务器上用 mingbai bank flags 查看。`,
  howToSettle: '改题用 mingbai bank fix，不用改的用 mingbai bank settle 题号 --note 说明 --reject。',
} as const;
