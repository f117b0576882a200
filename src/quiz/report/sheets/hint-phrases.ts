import type { NamedHint } from '../hints.ts';

/** Words of 异常提示: hints, never verdicts. */
export const hintPhrases = {
  name: '异常提示',
  title: '异常提示（供核实，不是结论）',
  note: '下面只是数字上少见的情况，供核实用，不能据此认定任何人违规，也不影响成绩。请先向本人和单位了解，听了说明再作判断。本表有个人信息，请勿外传或张贴。',
  compared: (pairs: number): string =>
    `“错处雷同”比较了同单位的${pairs}对答卷。假定人人各自作答、错法和全场一样分布，整场误列一对的可能不到1%；同单位的人一起学习，错法本来就更像，误列会多些。题少或错得少时一般查不出来。`,
  notCompared: (persons: number, most: number): string =>
    `人数超过${most}人的单位没有作这项比较（共${persons}人）。`,
  nothing: '没有发现',
  columns: { n: '序号', kind: '类型', what: '情况', units: '单位', persons: '人员', other: '也可能是因为' },
  kinds: {
    'identical-answers': '答卷相同',
    'fast-answers': '答得很快',
    'like-devices': '网络和浏览器相同',
    'shared-errors': '错处雷同',
  } satisfies Record<NamedHint['kind'], string>,
  what: {
    'identical-answers': (shared: number, wrong: number): string =>
      `${shared}道题的选择完全相同，其中同样答错${wrong}道`,
    'fast-answers': (fast: number, of: number): string => `${of}道答题中有${fast}道与上一道相隔不到1秒`,
    'like-devices': (persons: number): string =>
      `${persons}人加入时的网络地址和浏览器型号相同；看不出是不是同一台设备`,
    'shared-errors': (errors: number, same: number, expected: string, pairs: string): string =>
      `共同答错的${errors}道题中有${same}道错得一样；如果各自作答、错法和全场一样分布，平均${expected}道，大约每${pairs}对里有一对达到${same}道`,
  },
  other: {
    'identical-answers': '一起学习、看了同一份资料；有道理的错误选项大家都会选',
    'fast-answers': '题目做过多遍、记得答案；网络卡顿后一起送达',
    'like-devices': '同一单位的网络出口和统一配发的电脑；公用电脑、家人共用手机、同事帮忙操作',
    'shared-errors': '一起学习、用同一份资料；老师讲错或资料有误，本单位对某条规定有共同的误解',
  } satisfies Record<NamedHint['kind'], string>,
} as const;
