/** Why lines of a bank could not be taken, and what the editor reads of an import. */
export const reasons = {
  noStem: '没有题干',
  noOptions: '没有找到选项',
  fewOptions: '选项不足两个',
  manyOptions: '选项超过26个',
  emptyOption: (letter: string): string => `选项${letter}是空的`,
  sameOptions: (a: string, b: string): string => `选项${a}和选项${b}一样`,
  gap: (letter: string): string => `选项不连续，缺${letter}`,
  noAnswer: '没有找到答案',
  unclearAnswer: (answer: string): string => `看不懂答案“${answer}”`,
  beyond: (letter: string): string => `答案${letter}不在选项里`,
  twoAnswers: (a: string, b: string): string => `有两个不同的答案：${a}和${b}`,
  judgeAnswer: '判断题的答案应是对或错',
  unsupported: (kind: string): string => `暂不支持${kind}`,
  stray: '不属于任何一道题',
  strayAnswer: (n: number): string => `答案表里的第${n}题找不到对应的题目`,
  picture: '题里有图片，请改成文字',
  shape: (message: string): string => `不合题库格式：${message}`,
  unclosed: '括号没有配对',
  sheet: (sheet: string, reason: string): string => `工作表“${sheet}”：${reason}`,
  noHeader: '没有找到表头（需要“题干”和“答案”两列）',
} as const;

/** What is wrong with a file as a whole, each with the remedy. */
export const problems = {
  empty: '文件是空的；请换一个有题目的文件',
  noItems: '没有读到一道完整的题；每道题要有题干、选项和答案，可先用 --preview 看看每一行的问题',
  binary: '不是文本文件；请另存为 docx、xlsx 或 UTF-8 文本再导入',
  encoding: '既不是 UTF-8 也不是 GB18030 编码；请另存为 UTF-8 再导入',
  oldOffice: '是旧版 Office 文件（如 xls）；请用 Excel 另存为 xlsx 再导入',
  corrupt: (format: string): string => `不是完好的 ${format} 文件；请用原来的软件打开，另存一份再导入`,
  looksLike: (format: string): string =>
    `内容是 ${format}，和文件名不符；请改扩展名，或加 --format ${format}`,
  unknown: (formats: string): string => `不认识这种文件；请用 --format 指明格式（${formats}）`,
  malformedXml: (message: string): string => `XML 有错：${message}；请改正后再导入`,
} as const;
