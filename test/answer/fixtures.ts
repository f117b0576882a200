import { type Passage, sealPassage } from '../../src/knowledge/passage.ts';
import type { Hit } from '../../src/knowledge/search.ts';

export function passageOf(over: Partial<Passage> = {}): Passage {
  return sealPassage({
    id: 'civil-code/1047',
    title: '结婚的最低年龄',
    path: ['第五编 婚姻家庭', '第二章 结婚'],
    law: '民法典',
    article: 1047,
    basis: '《民法典》第一千零四十七条',
    asOf: '2021-01-01',
    gist: '男方要满二十二周岁，女方要满二十周岁，才能登记结婚。',
    text: '登记机关看身份证上的出生日期。差一天也不行。\n- 民族自治地方另有变通规定的除外；\n- 已经办了酒席也不算。',
    example: '',
    related: [],
    questions: ['几岁可以领证？'],
    card: null,
    ...over,
  });
}

export const hitOf = (passage: Passage, score = 10, confidence = 0.9): Hit => ({
  passage,
  score,
  confidence,
  named: false,
});
