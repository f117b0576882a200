import { fewestShown } from '../../campaign/standings/standings.ts';

/** Words of 概况. */
export const summaryPhrases = {
  name: '概况',
  title: '总体情况',
  columns: { what: '项目', value: '数值', note: '说明' },
  editions: {
    own: '本工作簿有每个人的成绩，只供组织单位存档。要公布或转发，请另做公开版（生成时加 --public）。',
    open: `公开版：没有个人信息；参加不满${fewestShown}人的单位不列成绩，也不计入能倒推出它们的合计。`,
  },
  lead: (took: number, audience: number | null, participation: string | null): string =>
    audience === null
      ? `共${took}人参加并取得成绩`
      : `应参加${audience}人，${took}人参加并取得成绩，参加率${participation}`,
  leadScores: (mean: string, passRate: string): string => `；平均${mean}分，及格率${passRate}`,
  leadWeak: (chapters: string): string => `；得分率最低的是：${chapters}`,
  campaign: '活动名称',
  window: '起止时间',
  mode: '形式',
  modes: { practice: '练习', exam: '考试' },
  rules: '规则',
  audience: '应参加人数',
  audienceNotes: {
    roster: '导入的名单',
    units: '组织单位给出的各单位人数之和',
    unknown: '没有给出全部单位的人数，不能算参加率',
  },
  joined: '已加入人数',
  joinedNote: '接受邀请或选了单位的人',
  began: '已开始答题人数',
  tookPart: '参加人数',
  tookPartNote: '至少有一份答卷已收卷（包括到时间自动收卷）',
  finished: '答完人数',
  finishedNote: '至少有一份答卷答到最后一题或自己交卷',
  participation: '参加率',
  participationNote: '参加人数 ÷ 应参加人数',
  attempts: '答卷份数',
  attemptsNote: '包括还在答的和不计入成绩的',
  scores: '成绩',
  tooFew: `参加不满${fewestShown}人，不列`,
  counted: '统计人数',
  mean: '平均分',
  median: '中位数',
  deviation: '标准差',
  deviationNote: '分母为人数减1',
  range: '最低分至最高分',
  passed: '及格人数',
  passRate: '及格率',
  tier: (name: string): string => `等次：${name}`,
  from: (points: number): string => `${points}分及以上`,
  below: '低于最末一等',
  reliability: '试卷信度',
  alpha: (items: number, persons: number): string =>
    `克龙巴赫α系数：${persons}人答同样的${items}道题。越接近1越可靠，一般认为低于0.7时个人分数不宜细比`,
  error: '测量标准误（分）',
  errorNote: '两人相差不到这个数的2.8倍，差别就可能只是偶然（按95%的界限）',
  drawn: (fewest: number, most: number, pool: number): string =>
    `各人答的题不全相同（每人${fewest === most ? most : `${fewest}至${most}`}道，共用到${pool}道），没有同一份试卷，不能算α系数`,
  fewForAlpha: (persons: number): string =>
    `只有${persons}人或题目太少（要30人、2道题以上），系数多半是偶然，不算`,
  noSpread: '所有人同分，系数无定义',
  made: '制表时间',
  ledger: '账本末条序号',
  hash: '账本末条校验码',
  hashNote: '账本每条都接着前一条的校验码；改动任何一条，后面的都对不上',
} as const;
