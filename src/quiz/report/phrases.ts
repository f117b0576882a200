import { fewestShown } from '../campaign/standings/standings.ts';
import type { ItemFlag } from './item-analysis.ts';
import type { OptionFlag } from './items.ts';
import type { Progress } from './progress.ts';

const hidden = `参加不满${fewestShown}人的单位只列人数，不列平均分等成绩（标“—”）。`;

/** Every word of the organiser's report. */
export const phrases = {
  none: '—',
  yes: '是',
  no: '否',
  noUnit: '未填单位',
  noTier: '未入等次',
  book: (numeral: string, title: string): string => `第${numeral}编 ${title}`,
  noBook: '其他（未标编）',
  noChapter: '其他（未标条文）',
  difficulties: { 1: '易', 2: '中', 3: '难' },
  withdrawn: '（题库里已没有这道题）',
  hidden,
  leftOut: (persons: number): string =>
    `为免从总数倒推出不满${fewestShown}人的单位的成绩，总体数字不含这些单位的${persons}人。`,
  asOf: (at: string, seq: number, hash: string): string =>
    `截至${at}（北京时间）。依据答题账本第1至${seq}条，末条校验码${hash}；用 mingbai ledger verify 可核对。`,
  /** In Excel’s codes. A title must not come first: its digits would be read as a size. */
  footer: (title: string): string => `第 &P 页，共 &N 页　${title}`,

  groups: {
    unit: { name: '单位', title: '各单位成绩' },
    district: { name: '区县', title: '各区县成绩' },
    order: '名次先比平均分，再比及格率，再比参加率；都相同的并列。',
    districtNote: `参加不满${fewestShown}人的单位只有一个，或合计不满${fewestShown}人时，区县的成绩不含它们，免得被倒推出来；人数和参加率都含。`,
    columns: {
      rank: '名次',
      unit: '单位',
      district: '区县',
      persons: '应参加',
      tookPart: '参加',
      participation: '参加率',
      average: '平均分',
      passRate: '及格率',
      note: '说明',
    },
    tooFew: `参加不满${fewestShown}人，不列成绩`,
    nobody: '无人参加',
  },

  persons: {
    name: '个人',
    title: '个人成绩',
    note: '先比得分，再比用时；都相同的名次并列。本表有个人信息，请勿外传或张贴。',
    columns: {
      rank: '名次',
      unit: '单位',
      name: '姓名',
      staffNumber: '工号',
      id: '参赛编号',
      score: '得分',
      tier: '等次',
      passed: '是否及格',
      took: '用时',
      levels: '完成关数',
      attempts: '答题次数',
      ended: '收卷时间',
    },
  },

  absent: {
    name: '未参加',
    title: '未参加和未答完人员',
    note: '有的人已加入而没有开始，有的人开始了而没有答完，分别列出。本表有个人信息，请勿外传或张贴。',
    open: '这次没有名单，只列得出已加入而没有答完的人。',
    nobody: '没有',
    columns: {
      progress: '情况',
      unit: '单位',
      name: '姓名',
      staffNumber: '工号',
      phone: '手机',
      id: '参赛编号',
      note: '说明',
    },
    progress: {
      'never-joined': '未加入',
      waiting: '待联络员确认',
      refused: '联络员未通过',
      'not-begun': '已加入未开始',
      'under-way': '正在答题',
      unfinished: '开始了未答完',
    } satisfies Record<Exclude<Progress, 'finished'>, string>,
    answered: (items: number, of: number): string => `最近一份已答${items}/${of}题`,
    countedSoFar: '，到时间已收卷，所答计分',
  },

  items: {
    name: '题目',
    title: '题目分析',
    note: '按计入成绩的答卷统计。未答的题按0分计；作废的题不计难度和区分度。',
    columns: {
      id: '题号',
      bank: '题库',
      type: '题型',
      book: '编',
      article: '条',
      difficulty: '难度',
      stem: '题干',
      key: '答案',
      asked: '答卷数',
      blank: '未答',
      facility: '得分率',
      deviation: '标准差',
      discrimination: '区分度',
      efficiency: '区分效率',
      flags: '提示',
      ruling: '处理',
    },
    flags: {
      'too-few-answers': '作答不足30人，数字只供参考',
      'very-easy': '太容易',
      'very-hard': '太难',
      'discriminates-badly': '区分度低，请看题干和选项是否含糊',
      'favours-the-weak': '区分度为负，请先核对答案',
    } satisfies Record<ItemFlag, string>,
    voided: (reason: string): string => `作废，抽到的都得分：${reason}`,
    rekeyed: (key: string, reason: string): string => `答案改为${key}：${reason}`,
  },

  options: {
    name: '选项',
    title: '选项分析（谁选了什么）',
    note: '高分组、低分组是总分最高和最低的27%（分数在界线上的都算）。多选题一人可选多项。',
    columns: {
      id: '题号',
      stem: '题干',
      letter: '选项',
      text: '内容',
      key: '是否答案',
      chosen: '选的人数',
      share: '占答卷',
      strong: '高分组选',
      weak: '低分组选',
      flag: '提示',
    },
    flags: {
      idle: '几乎无人选，可以换一个',
      'attracts-the-strong': '高分组选得明显更多，请核对答案和表述',
    } satisfies Record<OptionFlag, string>,
  },

  weak: {
    name: '薄弱点',
    title: '薄弱点：各单位得分率（按编、题型、难度）',
    chapterName: '薄弱点（分章）',
    chapterTitle: '薄弱点：各章得分率',
    note: `得分率 = 得到的分 ÷ 可得的分，颜色越红越薄弱。${hidden}抽到某类题不满${fewestShown}人的格子也不列。`,
    unit: '单位',
    all: '全体',
    tookPart: '参加',
    chapter: '章',
    answers: '答题人次',
  },

  rulings: {
    name: '成绩变动',
    title: '题目作废、改答案引起的成绩变动',
    note: '来自答题账本，按时间先后。同一道题以最后一次处理为准。',
    nothing: '没有变动',
    columns: {
      at: '时间',
      id: '题号',
      stem: '题干',
      what: '处理',
      reason: '理由',
      changed: '变动的答卷',
      points: '分数合计变动',
    },
    voided: '作废',
    rekeyed: (key: string): string => `答案改为${key}`,
  },

  charts: {
    participation: '各单位参加率',
    averages: '各单位平均分',
    scores: '分数分布',
    weak: '得分率最低的章',
    first: (bars: number): string => `（前${bars}个）`,
    took: (share: string, took: number, of: number): string => `${share}（${took}/${of}人）`,
    points: (points: string): string => `${points}分`,
    tenth: (from: number, to: number, last: boolean): string =>
      last ? `${from}至${to}分` : `${from}至不到${to}分`,
    persons: (persons: number): string => `${persons}人`,
    won: (share: string, answers: number): string => `${share}（${answers}人次）`,
  },
} as const;
