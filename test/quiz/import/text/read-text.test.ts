import { describe, expect, it } from 'vitest';
import { readText } from '../../../../src/quiz/import/text/read-text.ts';

/** Items as one line each: stem | options | letters of the key. */
const shown = (source: string): string[] =>
  readText(source).items.map(
    ({ type, stem, options, answer }) =>
      `${type} ${stem} | ${options.join(' / ')} | ${answer.map((key) => 'ABCDEFGH'[key]).join('')}`,
  );

const marriage = 'single 结婚年龄男不得早于（ ）。 | 二十周岁 / 二十一周岁 / 二十二周岁 / 二十三周岁 | C';
const heirs = 'multiple 第一顺序继承人有（ ）。 | 配偶 / 子女 / 父母 / 兄弟姐妹 | ABC';
const adult = 'judge 十八周岁以上是成年人。 | 正确 / 错误 | A';
const tenancy = 'judge 租赁合同不得超过三十年。 | 正确 / 错误 | B';

describe('one item, however it is typed', () => {
  it.each<[string, string]>([
    [
      'answer after the options',
      '1. 结婚年龄男不得早于（ ）。\nA.二十周岁\nB.二十一周岁\nC.二十二周岁\nD.二十三周岁\n答案：C',
    ],
    [
      'answer before the options',
      '1、结婚年龄男不得早于（ ）。\n正确答案：C\nA、二十周岁\nB、二十一周岁\nC、二十二周岁\nD、二十三周岁',
    ],
    [
      'under the labels of a form, its options parted by semicolons',
      '1、题目：结婚年龄男不得早于（ ）。\n选项：A.二十周岁；B.二十一周岁；C.二十二周岁；D.二十三周岁\n答案：C',
    ],
    [
      'its kind before its number',
      '[单选题] 1. 结婚年龄男不得早于（ ）。\nA、二十周岁\nB、二十一周岁\nC、二十二周岁\nD、二十三周岁\n答案：C',
    ],
    [
      'answer behind the last option',
      '1. 结婚年龄男不得早于（ ）。\nA.二十周岁 B.二十一周岁 C.二十二周岁 D.二十三周岁 【C】',
    ],
    [
      'answer in the stem',
      '1、结婚年龄男不得早于（ C ）。\nA、二十周岁\nB、二十一周岁\nC、二十二周岁\nD、二十三周岁',
    ],
    [
      'answer in the stem, glued',
      '1.结婚年龄男不得早于（C）。A.二十周岁B.二十一周岁C.二十二周岁D.二十三周岁',
    ],
    [
      'options on the line of the stem',
      '（1）结婚年龄男不得早于（ ）。 A.二十周岁 B.二十一周岁 C.二十二周岁 D.二十三周岁\n【答案】C',
    ],
    [
      'two options a line',
      '第1题 结婚年龄男不得早于（ ）。\nA．二十周岁   B．二十一周岁\nC．二十二周岁   D．二十三周岁\n参考答案：C',
    ],
    [
      'options glued',
      '1．结婚年龄男不得早于（ ）。\nA：二十周岁\nB：二十一周岁C：二十二周岁\nD：二十三周岁\n标准答案: C',
    ],
    [
      'separators mixed',
      '1 结婚年龄男不得早于（ ）。\nA.二十周岁\nB、二十一周岁\nC．二十二周岁\n(D)二十三周岁\n[答案] C',
    ],
    [
      'brackets',
      '1) 结婚年龄男不得早于（ ）。\n（A）二十周岁 （B）二十一周岁 （C）二十二周岁 （D）二十三周岁\n（答案：C）',
    ],
    [
      'half brackets',
      '1、结婚年龄男不得早于（ ）。\nA）二十周岁\nB）二十一周岁\nC）二十二周岁\nD）二十三周岁\n答案C',
    ],
    [
      'full-width letters',
      '１．结婚年龄男不得早于（ ）。\nＡ．二十周岁\nＢ．二十一周岁\nＣ．二十二周岁\nＤ．二十三周岁\n答案：Ｃ',
    ],
    [
      'letters without a point',
      '1. 结婚年龄男不得早于（ ）。\nA 二十周岁\nB 二十一周岁\nC 二十二周岁\nD 二十三周岁\n答案: c',
    ],
    [
      'letters alone in a cell',
      '1\t结婚年龄男不得早于（ ）。\tA\t二十周岁\tB\t二十一周岁\tC\t二十二周岁\tD\t二十三周岁\t答案：C',
    ],
    [
      'blank lines everywhere',
      '1.\n\n结婚年龄男不得早于（ ）。\n\nA.二十周岁\n\nB.二十一周岁\n\n\nC.二十二周岁\n\nD.二十三周岁\n\n答案：\n\nC',
    ],
    [
      'no number',
      '结婚年龄男不得早于（ ）。\nA.二十周岁\nB.二十一周岁\nC.二十二周岁\nD.二十三周岁\n正确答案为：C',
    ],
    [
      'answer on the line of the last option',
      '1.结婚年龄男不得早于（ ）。\nA.二十周岁 B.二十一周岁\nC.二十二周岁 D.二十三周岁 正确答案：C',
    ],
    [
      'answer on the line of the stem',
      '1.结婚年龄男不得早于（ ）。【答案：C】\nA.二十周岁 B.二十一周岁 C.二十二周岁 D.二十三周岁',
    ],
    [
      'a tag and a score',
      '1.【单选题】结婚年龄男不得早于（ ）。（2分）\nA.二十周岁\nB.二十一周岁\nC.二十二周岁\nD.二十三周岁\n我的答案：A 正确答案：C 得分：0分',
    ],
    [
      'labels for everything',
      '题型：单选题\n题目：结婚年龄男不得早于（ ）。\n选项A：二十周岁\n选项B：二十一周岁\n选项C：二十二周岁\n选项D：二十三周岁\n答案：C\n难度：易',
    ],
    [
      'an answer spelled out',
      '1.结婚年龄男不得早于（ ）。\nA.二十周岁\nB.二十一周岁\nC.二十二周岁\nD.二十三周岁\n答案：二十二周岁',
    ],
    [
      'a stem broken to fit the page',
      '1.结婚年龄男\n不得早于（ ）。\nA.二十周岁\nB.二十一\n周岁\nC.二十二周岁\nD.二十三周岁\n答案：C。',
    ],
    [
      'markdown',
      '### 1. 结婚年龄男不得早于（ ）。\n- A. 二十周岁\n- B. 二十一周岁\n- C. 二十二周岁\n- D. 二十三周岁\n\n**答案：C**',
    ],
    [
      'Aiken',
      '结婚年龄男不得早于（ ）。\nA. 二十周岁\nB. 二十一周岁\nC. 二十二周岁\nD. 二十三周岁\nANSWER: C',
    ],
  ])('%s', (_, source) => {
    expect(shown(source)).toEqual([marriage]);
  });

  it.each(['ABC', 'A、B、C', 'A,B,C', 'A B C', 'A，B，C', 'ＡＢＣ', 'A;B;C', 'CBA', 'A/B/C', 'A和B和C'])(
    'several letters: %s',
    (letters) => {
      const options = 'A.配偶\nB.子女\nC.父母\nD.兄弟姐妹';
      expect(shown(`1.第一顺序继承人有（ ）。\n${options}\n答案：${letters}`)).toEqual([heirs]);
      expect(shown(`1.第一顺序继承人有（${letters}）。\n${options}`)).toEqual([heirs]);
    },
  );

  it.each(['对', '√', '正确', 'T', '✓', 'True', '是', 'Y'])('judged right: %s', (word) => {
    expect(shown(`1.十八周岁以上是成年人。\n答案：${word}`)).toEqual([adult]);
  });

  it.each(['错', '×', '错误', 'F', '✗', 'False', '否', 'N', 'X'])('judged wrong: %s', (word) => {
    expect(shown(`1.租赁合同不得超过三十年。\n答案：${word}`)).toEqual([tenancy]);
  });

  it('judge items with the answer inside, at the end, in front, and as options', () => {
    expect(shown('1.十八周岁以上是成年人。（√）')).toEqual([adult.replace('。', '。（ ）')]);
    expect(shown('1.十八周岁以上是成年人（ 对 ）。')).toEqual([adult.replace('。', '（ ）。')]);
    expect(shown('（√）1.十八周岁以上是成年人。\n（×）2.租赁合同不得超过三十年。')).toEqual([
      adult.replace(' 十', ' （ ）十'),
      tenancy.replace(' 租', ' （ ）租'),
    ]);
    expect(shown('1.十八周岁以上是成年人。√\n2.租赁合同不得超过三十年。×')).toEqual([adult, tenancy]);
    expect(shown('1.租赁合同不得超过三十年。\nA.正确\nB.错误\n答案：B')).toEqual([tenancy]);
    expect(shown('1.租赁合同不得超过三十年。\nA.错\nB.对\n答案：A')).toEqual([tenancy]);
    expect(shown('1.租赁合同不得超过三十年。 A.正确 B.错误 答案：错误')).toEqual([tenancy]);
    expect(shown('判断题\n1.租赁合同不得超过三十年。\n答案：B')).toEqual([tenancy]);
  });
});

const question = (n: string, stem: string, rest: string) => `${n}${stem}（ ）。\n${rest}`;
const four = 'A.甲\nB.乙\nC.丙\nD.丁';
const keysOf = (source: string): string[] =>
  readText(source).items.map(
    ({ stem, answer }) => `${stem.slice(0, 3)}${answer.map((key) => 'ABCDEFGH'[key]).join('')}`,
  );
const rejectedOf = (source: string) =>
  readText(source).rejected.map(({ lines, reason }) => `${lines[0]} ${reason}`);

describe('a bank', () => {
  it('takes its types from headings and its keys from the items', () => {
    const source = `民法典知识竞赛题库
一、单选题（每题1分，共20分）
${question('1.', '第一问', four)}
答案：A
二、多项选择题（每题2分，多选、少选、错选均不得分）
${question('1.', '第二问', four)}
答案：AB
三、判断题（正确的打“√”，错误的打“×”）
1.第三问说得对。
答案：√
2.第四问说得不对。（×）
四、填空题
1.第五问的空是____。
答案：二十
`;
    expect(readText(source).items.map(({ type }) => type)).toEqual(['single', 'multiple', 'judge', 'judge']);
    expect(rejectedOf(source)).toEqual(['21 暂不支持填空题']);
    expect(readText(source).headings).toEqual([1, 2, 9, 16, 20]);
  });

  it.each<[string, string]>([
    ['ranges', '参考答案\n1-3 ABC\n4-5 DA'],
    ['ranges with dashes and groups', '答案：\n1～3：A B C；4～5：D，A'],
    ['one by one', '答案\n1.A 2.B 3.C 4.D 5.A'],
    ['one a line', '参考答案：\n1、A\n2、B\n3、C\n4、D\n5、A'],
    ['without a heading', '1.A  2.B  3.C  4.D  5.A'],
    ['a table', '题号\t1\t2\t3\t4\t5\n答案\tA\tB\tC\tD\tA'],
    [
      'with explanations',
      '参考答案及解析\n1.【答案】A【解析】因为一。\n2.【答案】B\n【解析】因为二。\n3. C 解析：因为三。\n4.答案：D\n5.A',
    ],
    ['a whole line of its own', '附：参考答案\n1A 2B 3C 4D 5A'],
  ])('answers at the end: %s', (_, table) => {
    const questions = ['一', '二', '三', '四', '五']
      .map((n, i) => question(`${i + 1}、`, `问${n}问`, four))
      .join('\n');
    expect(keysOf(`${questions}\n\n${table}`)).toEqual([
      '问一问A',
      '问二问B',
      '问三问C',
      '问四问D',
      '问五问A',
    ]);
    expect(rejectedOf(`${questions}\n\n${table}`)).toEqual([]);
  });

  it('answers at the end by section, several letters and judge items among them', () => {
    const source = `一、单项选择题
${question('1.', '问一问', four)}
${question('2.', '问二问', four)}
二、多项选择题
${question('1.', '问三问', four)}
${question('2.', '问四问', four)}
三、判断题
1.问五问是对的。
2.问六问是错的。
参考答案
一、单项选择题
1-2 BA
二、多项选择题
1.ABC 2.BD
三、判断题
1.√ 2.×`;
    expect(keysOf(source)).toEqual(['问一问B', '问二问A', '问三问ABC', '问四问BD', '问五问A', '问六问B']);
    expect(rejectedOf(source)).toEqual([]);
  });

  it('reports the entries of a table that no question takes, and the questions that it leaves out', () => {
    const source = `${question('1.', '问一问', four)}\n${question('2.', '问二问', four)}\n答案\n1.A 3.B`;
    expect(keysOf(source)).toEqual(['问一问A']);
    expect(rejectedOf(source)).toEqual(['6 没有找到答案', '12 答案表里的第3题找不到对应的题目']);
  });

  it('gives a case to every question that it reaches', () => {
    const source = `一、选择题
（一）甲死亡，留有房屋一套，配偶乙、儿子丙均在世。根据以上材料，回答1-2题。
${question('1.', '问一问', four)}
答案：A
${question('2.', '问二问', four)}
答案：B
${question('3.', '问三问', four)}
答案：C`;
    const stems = readText(source).items.map(({ stem }) => stem);
    expect(stems[0]).toMatch(/^（一）甲死亡.*题。\n问一问/);
    expect(stems[1]).toMatch(/^（一）甲死亡.*题。\n问二问/);
    expect(stems[2]).toBe('问三问（ ）。');
    const nested = `1.甲死亡，留有房屋一套。\n${question('（1）', '问一问', four)}\n答案：A\n${question('（2）', '问二问', four)}\n答案：B\n${question('2.', '问三问', four)}\n答案：C`;
    expect(readText(nested).items.map(({ stem }) => stem)).toEqual([
      '甲死亡，留有房屋一套。\n问一问（ ）。',
      '甲死亡，留有房屋一套。\n问二问（ ）。',
      '问三问（ ）。',
    ]);
  });

  it('keeps explanations with their item, lists and letters in them included', () => {
    const source = `${question('1.', '问一问', four)}
答案：A
解析：本题考查三点：
1.第一点；
2.第二点。
B、乙的说法不对。
${question('2.', '问二问', four)}
【答案】B
【解析】依据民法典第1047条。`;
    const { items, rejected } = readText(source);
    expect(rejected).toEqual([]);
    expect(items.map(({ explanation }) => explanation)).toEqual([
      '本题考查三点：\n1.第一点；\n2.第二点。\nB、乙的说法不对。',
      '依据民法典第1047条。',
    ]);
    expect(items[0]!.options).toEqual(['甲', '乙', '丙', '丁']);
  });

  it('parts questions without numbers, whether the answer stands before or after the options', () => {
    const after = ['一', '二', '三'].map((n) => `问${n}问（ ）。\n${four}\n答案：B`).join('\n');
    const before = ['一', '二', '三'].map((n) => `问${n}问（ ）。\n答案：B\n${four}`).join('\n');
    const inside = ['一', '二', '三'].map((n) => `问${n}问（B）。\n${four}`).join('\n');
    const judged = '问一问对。（√）\n问二问对。（√）\n问三问错。（×）';
    const apart = ['一', '二', '三']
      .map((n) => `问${n}问（ ）。\n${four}\n答案：B\n解析：因为。\n还因为。\n`)
      .join('\n');
    for (const source of [after, before, inside, apart])
      expect(keysOf(source)).toEqual(['问一问B', '问二问B', '问三问B']);
    expect(keysOf(judged)).toEqual(['问一问A', '问二问A', '问三问B']);
  });

  it('loses no question that is numbered unlike the others but whole in its line', () => {
    expect(
      shown(
        '1.结婚年龄男不得早于（ ）。\nA.二十周岁\nB.二十一周岁\nC.二十二周岁\nD.二十三周岁\n答案：C\n解析：见第1047条。\n2 第一顺序继承人有（ ）。A 配偶 B 子女 C 父母 D 兄弟姐妹 【ABC】\n3.十八周岁以上是成年人。\n答案：√',
      ),
    ).toEqual([marriage, heirs, adult]);
  });

  it('tells letters that name persons from options', () => {
    const source = `1.A、B、C三人合伙，A公司与B公司订约，下列说法正确的是（ ）。
A、A公司应当付款，B、C不付
B、B公司应当付款
C、甲、乙均付
D、维生素D、E的买卖无效
答案：D
2.A、B、C三人合伙开店。（√）`;
    expect(shown(source)).toEqual([
      'single A、B、C三人合伙，A公司与B公司订约，下列说法正确的是（ ）。 | A公司应当付款，B、C不付 / B公司应当付款 / 甲、乙均付 / 维生素D、E的买卖无效 | D',
      'judge A、B、C三人合伙开店。（ ） | 正确 / 错误 | A',
    ]);
  });

  it('keeps years and figures at the head of a stem', () => {
    const source = `2021年1月1日起施行的是（ ）。\n${four}\n答案：A\n16周岁以上的是（ ）。\n${four}\n答案：B\n3.5万元的借款（ ）。\n${four}\n答案：C`;
    expect(readText(source).items.map(({ stem }) => stem.slice(0, 4))).toEqual(['2021', '16周岁', '3.5万']);
  });

  it('keeps numbered statements in a stem', () => {
    const source = `${question('1.', '问一问', four)}\n答案：A\n2.下列说法正确的有：\n（1）甲说；\n（2）乙说；\n1.丙说\n2.丁说\nA.（1）\nB.（2）\nC.都对\nD.都错\n答案：C\n${question('3.', '问三问', four)}\n答案：B`;
    expect(keysOf(source)).toEqual(['问一问A', '下列说C', '问三问B']);
    expect(readText(source).items[1]!.stem).toContain('（1）甲说；\n（2）乙说；');
  });

  it.each<[string, string, string]>([
    ['no answer', question('1.', '问一问', four), '1 没有找到答案'],
    ['an answer beyond the options', `${question('1.', '问一问', four)}\n答案：E`, '1 答案E不在选项里'],
    ['a missing option', '1.问一问（ ）。\nA.甲\nC.丙\nD.丁\n答案：A', '1 选项不连续，缺B'],
    ['an empty option', '1.问一问（ ）。\nA.甲\nB.\nC.丙\n答案：A', '1 选项B是空的'],
    ['the same option twice', '1.问一问（ ）。\nA.甲\nB.乙\nC.甲\n答案：A', '1 选项A和选项C一样'],
    ['no stem', `1.\n${four}\n答案：A`, '1 没有题干'],
    ['no options', '1.问一问（ ）。\n答案：A', '1 没有找到选项'],
    ['two answers', `${question('1.', '问一问', four)}\n答案：A\n正确答案：B`, '1 有两个不同的答案：A和B'],
    ['an answer in prose', `${question('1.', '问一问', four)}\n答案：略`, '1 看不懂答案“略”'],
  ])('rejects %s, with its line and reason', (_, source, expected) => {
    expect(readText(source).items).toEqual([]);
    expect(rejectedOf(source)).toEqual([expected]);
    const good = `${source}\n${question('2.', '问二问', four)}\n答案：B`;
    expect(keysOf(good)).toEqual(['问二问B']);
  });

  it.each<[string, string, string[]]>([
    [
      'explanations on the line of the answer',
      `1、问一问（ ）\n${four}\n答案：A解析：因为。\n2、问二问（ ）\n${four}\n【答案】 C 【解析】因为。【难度】易`,
      ['问一问A', '问二问C'],
    ],
    ['letters without points on one line', '1、问一问（ ）A甲 B乙 C丙 D丁\n答案：B', ['问一问B']],
    [
      'answers at the end numbered on through sections',
      `一、单项选择题：本大题共1小题，每小题1分。\n${question('1.', '问一问', four)}\n二、判断题：正确的打√，错误的打×。\n2.问二问。\n3.问三问。\n参考答案：\n一、1.D\n二、2.√ 3.×`,
      ['问一问D', '问二问A', '问三问B'],
    ],
    [
      'answers of several questions after a label',
      `${question('1.', '问一问', four)}\n${question('2.', '问二问', four)}\n答案：(1)AB (2)C`,
      ['问一问AB', '问二问C'],
    ],
    [
      'judge items in two columns',
      '问一问对。\t对\n问二问错。\t错\n问三问对。\t对',
      ['问一问A', '问二问B', '问三问A'],
    ],
    ['marks in front of numbers', '√ 1.甲说得对。\n× 2.乙说得不对。', ['（ ）A', '（ ）B']],
    ['several blanks', '1.问一（A）和（B）是亲戚。A.一 B.二 C.三 D.四', ['问一（AB']],
    [
      'tags instead of headings',
      `(单选题)问一问（ ）。\n${four}\n参考答案：A\n(判断题)问二问。\n参考答案：错`,
      ['问一问A', '问二问B'],
    ],
    [
      'numbers that begin again in every chapter',
      `第一章 总则\n${question('1. ', '问一问', four)}\n答案：A\n第二章 自然人\n${question('1. ', '问二问', four)}\n答案：B`,
      ['问一问A', '问二问B'],
    ],
    [
      'explanations without a label',
      `${question('1.', '问一问', four)}\n正确答案：D\n《民法典》第十条规定如此，所以选D。\n${question('2.', '问二问', four)}\n正确答案：A`,
      ['问一问D', '问二问A'],
    ],
    [
      'page numbers between the lines',
      `${question('1.', '问一问', 'A.甲\nB.乙\n第 3 页 共 10 页\nC.丙')}\n- 4 -\n答案：A`,
      ['问一问A'],
    ],
  ])('takes in its stride: %s', (_, source, keys) => {
    expect(keysOf(source)).toEqual(keys);
    expect(rejectedOf(source)).toEqual([]);
  });
});
