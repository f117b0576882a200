import type { AttemptStep } from './paper/answering.ts';
import type { Begin } from './paper/begin.ts';
import type { Redeem } from './people/invite.ts';

type Told = 'recorded' | 'toggled' | 'shown' | 'handed-in' | 'item-timed-out' | 'paper-timed-out' | 'closed';

/** Every sentence of a campaign that a citizen reads. */
export const phrases = {
  list: '正在举办和即将开始的竞赛、考试：',
  noCampaigns: '现在没有竞赛，过些日子再来看看。也可以先练练题。',
  practise: '去练题',
  allCampaigns: '看看现在的竞赛',
  phases: { 'not-open': '未开始', open: '进行中', closed: '已结束' },
  organiser: (name: string): string => `主办：${name}`,
  window: (opens: string, closes: string): string => `时间：${opens} 至 ${closes}（北京时间）`,
  paper: (size: number, maximum: number): string => `${size}道题，满分${maximum}分`,
  levels: (days: number, size: number): string => `闯关：共${days}关，每天开一关，每关${size}道题`,
  limit: (minutes: number): string => `限时${minutes}分钟，时间一到自动收卷`,
  itemLimit: (seconds: number): string => `每道题限时${seconds}秒，按顺序作答`,
  attempts: (most: number, best: boolean): string =>
    most === 1 ? '只有一次机会' : `可以答${most}次，取${best ? '最好' : '最后'}的一次`,
  final: '点了选项就算作答（多选题点“提交答案”才算），答过的题不能再改',
  passMark: (mark: number): string => `${mark}分及格`,
  keysShown: {
    'after-item': '每答一道就看解析',
    'after-finish': '交卷以后看答案和解析',
    'after-close': '活动结束以后公布答案和解析',
  },
  ranked: '先比得分，得分相同比用时，都相同名次并列',

  join: '我要参加',
  rosterOnly: '这次只面向名单上的人。请点开单位发给您的邀请链接，或者填上邀请码。',
  chooseUnit: (title: string): string => `${title}：请选您的单位或所在区县。`,
  noUnit: '不选单位，匿名参加',
  earlierUnits: '上一页',
  moreUnits: '下一页',
  joined: (title: string): string => `您已参加：${title}`,
  welcome: (unit: string | null): string => (unit === null ? '欢迎您！' : `欢迎您，${unit}的参赛者！`),
  joinHow: '请填上单位发给您的邀请码。',
  begin: '开始答题',
  beginAgain: (number: number): string => `再答一次（第${number}次）`,
  beginLevel: (level: number, number: number): string =>
    number === 1 ? `闯第${level}关` : `重闯第${level}关（第${number}次）`,
  resume: '接着答题',
  ranks: '排行榜',
  backToCampaign: '返回竞赛首页',
  untilOpen: '离开始还有',
  untilClose: '离结束还有',
  ownResult: (score: number, maximum: number, tier: string | null): string =>
    `您的成绩：${score}分（满分${maximum}分）${tier === null ? '' : `，${tier}`}`,
  seeResult: '看成绩和答案',
  seeScore: '看成绩',
  handover: '换个设备接着答',
  handoverCode: (address: string, code: string): string =>
    `在另一台设备上打开 ${address} ，或者在那里的明白人中发送：/join ${code}`,
  handoverNote: '十分钟内有效，只能用一次。请不要把它给别人。',

  place: (n: number, size: number): string => `第${n}/${size}题`,
  worth: (points: number): string => `${points}分`,
  left: '离收卷还有',
  itemLeft: '这道题还有',
  skip: '先做别的题',
  sheet: '答题卡',
  sheetTitle: (answered: number, size: number): string => `答题卡：已答${answered}道，共${size}道`,
  sheetMarks: '✓ 已经答了，● 刚才在看，其余还没答。点题号去那道题；答过的不能再改。',
  handIn: '交卷',
  handInAsk: (open: number): string => `还有${open}道题没答，现在交卷吗？交了就不能再改。`,
  handInYes: '确定交卷',
  handInNo: '接着答',
  withdrawnInOrder: '这道题已从题库撤下，请告诉组织单位。等这道题的时间过了，点“接着答题”就到下一道。',
  itemTimedOut: '上一道题时间到了，这道不计分。',
  paperTimedOut: '时间到了，已经收卷，到时间以前答的都算数。',
  closedMeanwhile: '活动已经结束，已经收卷，结束以前答的都算数。',
  cameLate: '刚才这一答来晚了，没有计入。',

  finished: (title: string): string => `${title}：已交卷`,
  finishedLevel: (title: string, level: number): string => `${title}：第${level}关已完成`,
  score: (score: number, maximum: number, time: string): string =>
    `得分${score}分（满分${maximum}分），用时${time}`,
  total: (score: number, maximum: number): string => `各关合计${score}分（满分${maximum}分）`,
  counted: (score: number): string => `计入排名的成绩：${score}分`,
  tier: (name: string): string => `等次：${name}`,
  passed: '恭喜，及格了！',
  notPassed: (mark: number, score: number): string => `及格线是${mark}分，还差${mark - score}分，别灰心。`,
  review: '看答案和解析',
  reviewTitle: (title: string, from: number, to: number): string =>
    `${title}：第${from}至${to}题的答案和解析`,
  reviewLater: '答案和解析要等活动结束以后公布。',
  reviewUnfinished: '交卷以后再来看答案。',
  reviewAnswer: (response: string, key: string, right: boolean): string =>
    `${right ? '✓' : '✗'} 您选：${response || '没有作答'}；正确答案：${key}`,
  reviewVoid: '这道题已作废，抽到它的都得分。',
  nextPage: '往后看',

  ranksTitle: (title: string, persons: number): string => `${title}：${persons}人已有成绩`,
  noRanks: '还没有人交卷。',
  own: (rank: number, tied: boolean, score: number): string =>
    `您：第${rank}名${tied ? '（并列）' : ''}，${score}分`,
  personLine: (rank: number, name: string, score: number, time: string): string =>
    `第${rank}名　${name}　${score}分　${time}`,
  nameless: '参赛者',
  you: '（您）',
  unitsTitle: '各单位平均分',
  districtsTitle: '各区县平均分',
  groupName: (rank: number, name: string): string => `第${rank}名　${name}`,
  groupFigures: (average: string, pass: string, took: string): string =>
    `${average}分　及格率${pass}　${took}`,
  took: (persons: number, of: number | null): string =>
    of === null ? `${persons}人参加` : `${persons}/${of}人参加`,
  hidden: (fewest: number): string => `参加不满${fewest}人的单位不公布平均分。`,
  refreshed: '每10秒更新一次。',
  boardProgress: '进展',
  boardJoined: '已经参加',
  boardRunning: '正在答题',
  boardFinished: '已经交卷',
  boardPersons: (persons: number, of: number | null): string =>
    of === null ? `${persons}人` : `${persons}/${of}人`,
  boardTook: (page: number, pages: number): string =>
    pages === 1 ? '各单位交卷人数' : `各单位交卷人数（${page}/${pages}）`,
  boardShare: (share: number, persons: number, of: number): string =>
    `${Math.round(share * 100)}%　${persons}/${of}人`,
  boardAverage: (average: string): string => `${average}分`,

  begins: {
    'not-open': '还没有开始，请到开始时间再来。',
    closed: '已经结束了，下次请早。',
    'no-attempts-left': '您的答题次数已经用完。',
    'no-items': '题库暂时抽不出题，请联系组织单位。',
    'level-locked': '这一关还没开：先过前面的关，一天开一关。',
    'not-admitted': '要等单位的联络员确认以后才能答题。',
  } satisfies Record<Exclude<Begin['outcome'], 'begun' | 'resumed' | 'already-taken'>, string>,
  redeems: {
    used: '这个邀请码已经有人用过了。如果不是您本人用的，请找单位的联络员重新发一个。',
    'joined-as-another': '您已经参加了这次活动，不能再用别的邀请码。',
    unknown: '没有这个邀请码，请看看是不是抄漏了；单位换发过新的，请用新的。',
    expired: '这个码过期了，请在原来的设备上再取一个。',
  } satisfies Record<Exclude<Redeem['outcome'], 'joined' | 'device-added' | 'already-yours'>, string>,
  toasts: {
    'already-answered': '这道题已经答过了。',
    'not-current': '这道题要按顺序答，请点“接着答题”。',
    'invalid-option': '这个选项不在题里，请点题目下面的按钮。',
    'too-few': '多选题至少选两项再提交。',
    withdrawn: '这道题已从题库撤下，请先做别的题，并告诉组织单位。',
    'already-finished': '这份卷子已经交了。',
  } satisfies Record<Exclude<AttemptStep['outcome'], Told>, string>,
  gone: '这个按钮已经过期了，发 /campaign 看看现在的竞赛。',
  notYours: '这是别人的卷子。发 /campaign 参加您自己的吧。',
  joinFirst: '请先参加，再开始答题。',
} as const;
