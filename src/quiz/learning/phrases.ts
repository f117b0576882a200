/** Every sentence of wrong-book, reviews and learning path that a citizen reads. */
export const phrases = {
  wrongBook: '错题本',
  path: '学习路径',

  bookEmpty: '错题本里没有题。一份练习或卷子做完以后，答错的会自动记到这里，到时候再考您。',
  bookHolds: (items: number, due: number): string =>
    due === 0 ? `错题本里有${items}道题，今天不用复习。` : `错题本里有${items}道题，现在该复习${due}道。`,
  nextDue: (day: string): string => `下一次复习：${day}。`,
  bookHow:
    '复习时答对的，隔些日子再考，一次比一次隔得久；答错的，第二天再考。隔到两个月还能答对，就从错题本里拿掉。',
  bookChart: '各编的错题',
  noBook: '其他',
  bookBar: (items: number, due: number): string => (due === 0 ? `${items}道` : `${items}道，该复习${due}道`),
  review: (due: number, round: number): string =>
    due > round ? `开始复习（先来${round}道）` : `开始复习（${due}道）`,
  nothingDue: '现在没有该复习的题。发 /wrong 看看下一次是什么时候。',

  reviewTitle: '错题复习',
  next: '接着复习',
  today: '今天',
  tomorrow: '明天',
  againOn: (day: string): string => `这道题${day}再考您。`,
  graduated: '这道题您记牢了，已经从错题本里拿掉。',
  finished: (right: number, total: number): string =>
    right === total ? `复习了${total}道，全都答对了！` : `复习了${total}道，答对${right}道。`,
  stillDue: (items: number): string => `还有${items}道该复习，可以接着来，也可以歇会儿再说。`,
  allReviewed: '今天该复习的都复习完了。',

  pathIntro: '学习路径：民法典七编，一编一编往下学。一道题最近一次答对了，又没到该复习的时候，就算掌握。',
  pathChart: '各编掌握了多少',
  pathBar: (percent: number, mastered: number, items: number, seen: number): string =>
    `${percent}%（掌握${mastered}/${items}题，做过${seen}题）`,
  goOn: (book: string, begun: boolean): string => `建议${begun ? '接着学' : '从这里开始'}：${book}编。`,
  allLearnt:
    '七编都学下来了，真不容易，您是名副其实的明白人！往后常来错题本复习，学过的就不会忘；也可以做一套题，看看能得多少分。',
  study: (book: string): string => `学${book}编`,
  stepTitle: (number: string, book: string): string => `第${number}编　${book}`,
  numbers: ['一', '二', '三', '四', '五', '六', '七'],
  seen: (seen: number, items: number): string => `题库里有${items}道题，您做过${seen}道`,
  right: (right: number): string => `最近一次答对的：${right}道`,
  mastered: (mastered: number, percent: number): string => `掌握的：${mastered}道，占${percent}%`,
  due: (due: number): string => `错题本里该复习的：${due}道`,
  stepNew: '先翻翻条文卡片，再练10道题；没做过的题先出。',
  stepOn: '再练10道吧：没做过的题先出，然后是上次答错的。',
  stepDue: '先把该复习的错题过一遍，再练新题。',
  stepLearnt: '这一编掌握得很好，可以往下学了。',
  cards: '看条文卡片',
  practise: '练这一编',
  nextBook: (book: string): string => `下一编：${book}`,

  ask: '问问这道题',
  goOnAnswering: '接着答题',
  backToReview: '返回答案和解析',
  askNth: (n: number): string => `问第${n}题`,
  question: (article: number, stem: string): string => `民法典第${article}条：${stem}`,
  askLater: '这道题正在您参加的考试或竞赛里用，公布答案以后再来问吧。',
} as const;
