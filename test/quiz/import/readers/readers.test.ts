import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { BadInput } from '../../../../src/errors.ts';
import { readAny } from '../../../../src/quiz/import/readers/index.ts';
import { docxOf, paragraph, table } from '../../../fakes/docx.ts';

const read = (name: string, source: string | Uint8Array, format?: string) =>
  readAny(name, typeof source === 'string' ? Buffer.from(source) : source, format);
const shown = async (name: string, source: string | Uint8Array, format?: string): Promise<string[]> =>
  (await read(name, source, format)).items.map(
    ({ type, stem, options, answer }) =>
      `${type} ${stem} | ${options.join(' / ')} | ${answer.map((key) => 'ABCDEFGH'[key]).join('')}`,
  );
const rejected = async (name: string, source: string | Uint8Array) =>
  (await read(name, source)).rejected.map(({ lines, reason }) => `${lines[0]} ${reason}`);

const single = 'single 结婚年龄男不得早于（ ）。 | 二十周岁 / 二十一周岁 / 二十二周岁 | C';
const multiple = 'multiple 第一顺序继承人有（ ）。 | 配偶 / 子女 / 兄弟姐妹 | AB';
const judge = 'judge 十八周岁以上是成年人。 | 正确 / 错误 | A';
const all = [single, multiple, judge];
const typed = `1.结婚年龄男不得早于（ ）。
A.二十周岁 B.二十一周岁 C.二十二周岁
答案：C
2.第一顺序继承人有（ ）。
A.配偶 B.子女 C.兄弟姐妹
答案：AB
3.十八周岁以上是成年人。
答案：√
`;
const rows = [
  ['题型', '题干', '选项A', '选项B', '选项C', '选项D', '答案', '解析'],
  ['单选题', '结婚年龄男不得早于（ ）。', '二十周岁', '二十一周岁', '二十二周岁', '', 'C', '见第1047条'],
  ['多选题', '第一顺序继承人有（ ）。', '配偶', '子女', '兄弟姐妹', '', 'A,B', ''],
  ['判断题', '十八周岁以上是成年人。', '', '', '', '', '对', ''],
];
const csv = (cells: string[][], separator = ','): string =>
  cells.map((row) => row.join(separator)).join('\n');

async function workbook(...sheets: [name: string, rows: unknown[][]][]): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  for (const [name, cells] of sheets) book.addWorksheet(name).addRows(cells);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('text', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(typed)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${typed}`)],
    ['UTF-16', Buffer.from(`\ufeff${typed}`, 'utf16le')],
    ['Windows line ends', Buffer.from(typed.replaceAll('\n', '\r\n'))],
  ])('%s', async (_, bytes) => {
    expect(await shown('b.txt', bytes)).toEqual(all);
  });

  it('GB18030', async () => {
    // 1.成年人。（√） as GB18030 bytes.
    const bytes = Buffer.from('312eb3c9c4eac8cba1a3a3a8a1cca3a9', 'hex');
    expect(await shown('b.txt', bytes)).toEqual(['judge 成年人。（ ） | 正确 / 错误 | A']);
  });
});

describe('tables', () => {
  it('csv, tsv, semicolons and xlsx read alike', async () => {
    expect(
      await shown('b.csv', csv(rows.map((row) => row.map((cell) => cell.replace('A,B', 'AB'))))),
    ).toEqual(all);
    expect(await shown('b.tsv', csv(rows, '\t'))).toEqual(all);
    expect(await shown('b.csv', csv(rows, ';'))).toEqual(all);
    expect(await shown('b.xlsx', await workbook(['题库', rows]))).toEqual(all);
    const { items } = await read('b.xlsx', await workbook(['题库', rows]));
    expect(items[0]).toMatchObject({ explanation: '见第1047条', lines: [2] });
  });

  it('titles above the header, options in one cell, numbered options and answers, several sheets named by type', async () => {
    const above = [
      ['某市普法题库'],
      [],
      ['序号', '题目', '选项', '正确答案'],
      [1, rows[1]![1], 'A.二十周岁\nB.二十一周岁\nC.二十二周岁', 'C'],
    ];
    const numbered = [
      ['问题', '选项1', '选项2', '选项3', '答案'],
      [rows[2]![1], '配偶', '子女', '兄弟姐妹', '1,2'],
    ];
    const judged = [
      ['题干', '答案'],
      [rows[3]![1], 'A'],
    ];
    const bytes = await workbook(['单选', above], ['多选题', numbered], ['判断题', judged]);
    expect(await shown('b.xlsx', bytes)).toEqual(all);
    for (const options of [
      '二十周岁|二十一周岁|二十二周岁',
      '"[""二十周岁"",""二十一周岁"",""二十二周岁""]"',
    ])
      expect(
        await shown(
          'b.csv',
          csv([
            ['题目', '选项', '答案'],
            [rows[1]![1]!, options, 'C'],
          ]),
        ),
      ).toEqual([single]);
  });

  it('rows without a header are read as text', async () => {
    expect(
      await shown('b.csv', csv([[rows[1]![1]!, 'A.二十周岁', 'B.二十一周岁', 'C.二十二周岁', '答案：C']])),
    ).toEqual([single]);
    expect(
      await shown('b.xlsx', await workbook(['Sheet1', typed.split('\n').map((line) => [line])])),
    ).toEqual(all);
  });

  it('cells that Excel made rich, calculated or boolean', async () => {
    const bytes = await workbook([
      '判断',
      [
        ['题干', '答案'],
        [{ richText: [{ text: '十八周岁以上' }, { text: '是成年人。' }] }, true],
      ],
    ]);
    expect(await shown('b.xlsx', bytes)).toEqual([judge]);
    const calculated = await workbook([
      '题',
      [rows[0]!, [...rows[1]!.slice(0, 6), { formula: '"C"', result: 'C' }, '']],
    ]);
    expect(await shown('b.xlsx', calculated)).toEqual([single]);
  });

  it('names the row and sheet of what it rejects', async () => {
    const bad = [
      rows[0]!,
      ['单选题', '一问', '甲', '乙', '丙', '', 'D', ''],
      ['单选题', '', '甲', '乙', '', '', 'A', ''],
      ['简答题', '二问', '', '', '', '', '略', ''],
    ];
    expect(await rejected('b.csv', csv(bad))).toEqual([
      '2 答案D不在选项里',
      '3 没有题干',
      '4 暂不支持简答题',
    ]);
    expect(await rejected('b.xlsx', await workbook(['甲', bad], ['乙', rows]))).toContain(
      '2 工作表“甲”：答案D不在选项里',
    );
  });

  it('takes the answer out of the stem here too', async () => {
    const [item] = (await read('b.csv', '题干,选项A,选项B,选项C,答案\n结婚年龄（C）,甲,乙,丙,C')).items;
    expect(item!.stem).toBe('结婚年龄（ ）');
  });
});

describe('docx', () => {
  it('paragraphs, a table with a header, a table of answers', async () => {
    expect(await shown('b.docx', docxOf(...typed.split('\n').map((line) => paragraph(line))))).toEqual(all);
    expect(await shown('b.docx', docxOf(paragraph('题库'), table(rows)))).toEqual(all);
    const questions = typed.split('\n').filter((line) => !line.startsWith('答案'));
    const answers = table([
      ['题号', '1', '2', '3'],
      ['答案', 'C', 'AB', '√'],
    ]);
    expect(await shown('b.docx', docxOf(...questions.map((line) => paragraph(line)), answers))).toEqual(all);
  });

  it.each<[string, number | undefined, number, boolean]>([
    ['questions and options in one list', 0, 1, true],
    ['options alone', undefined, 2, true],
    ['options alone, the answers at the end', undefined, 2, false],
    ['questions and options in lists of their own', 0, 2, false],
  ])('numbers that Word keeps out of the text: %s', async (_, questions, options, answered) => {
    const body = [single, multiple].flatMap((line, i) => {
      const [head, list, key] = line.split(' | ') as [string, string, string];
      const stem = head.slice(head.indexOf(' ') + 1);
      return [
        paragraph(questions === undefined ? `${i + 1}. ${stem}` : stem, questions),
        ...list.split(' / ').map((option) => paragraph(option, options)),
        ...(answered ? [paragraph(`答案：${key}`)] : []),
      ];
    });
    const answers = answered ? [] : [paragraph('参考答案'), paragraph('1.C 2.AB')];
    expect(await shown('b.docx', docxOf(...body, ...answers))).toEqual([single, multiple]);
  });

  it('judge items that Word numbers', async () => {
    const body = [
      paragraph('判断题'),
      paragraph('十八周岁以上是成年人。（√）', 0),
      paragraph('租赁合同不得超过三十年。（×）', 0),
    ];
    expect(await shown('b.docx', docxOf(...body))).toEqual([
      judge.replace('。', '。（ ）'),
      'judge 租赁合同不得超过三十年。（ ） | 正确 / 错误 | B',
    ]);
  });

  it('counts empty paragraphs, so that the line is the one Word shows', async () => {
    const body = [
      '1.一问（ ）。',
      'A.甲',
      'B.乙',
      'C.丙',
      '答案：A',
      '',
      '2.二问（ ）。',
      'A.甲',
      'B.乙',
      'C.丙',
    ];
    expect(await rejected('b.docx', docxOf(...body.map((line) => paragraph(line))))).toEqual([
      '7 没有找到答案',
    ]);
  });
});

const gift = `// 民法典
$CATEGORY: 婚姻

::q1::结婚年龄男不得早于（ ）。{
~二十周岁#太小
~二十一周岁
=二十二周岁#对
}

第一顺序继承人有（ ）。{~%50%配偶 ~%50%子女 ~%-100%兄弟姐妹}

十八周岁以上是成年人。{TRUE}
`;

describe('GIFT', () => {
  it('choices, weights, true or false, by extension and by looks', async () => {
    expect(await shown('b.gift', gift)).toEqual(all);
    expect(await shown('b.txt', gift)).toEqual(all);
  });

  it('escapes, missing words, feedback and formats', async () => {
    expect(await shown('b.gift', '[html]甲\\:乙\\=\\{丙\\}是{=对\\~的 ~错 ~都错####因为}的。')).toEqual([
      'single 甲:乙={丙}是（ ）的。 | 对~的 / 错 / 都错 | A',
    ]);
  });

  it('parts questions without a blank line between them', async () => {
    expect(await shown('b.gift', '一{\n=甲\n~乙\n}\n二{~丙 =丁}\n::三::三{T}')).toEqual([
      'single 一 | 甲 / 乙 | A',
      'single 二 | 丙 / 丁 | B',
      'judge 三 | 正确 / 错误 | A',
    ]);
  });

  it('rejects what it cannot ask, with the line', async () => {
    const source = '一{=甲 =乙}\n\n二{=甲 -> 子 =乙 -> 丑}\n\n三{#3:1}\n\n四{}\n\n五\n\n六{=甲 ~乙';
    expect(await rejected('b.gift', source)).toEqual([
      '1 暂不支持填空题',
      '3 暂不支持连线题',
      '5 暂不支持数值题',
      '7 暂不支持问答题',
      '9 没有找到答案',
      '11 括号没有配对',
    ]);
  });
});

describe('Aiken', () => {
  it('reads its blocks and names what is wrong with one', async () => {
    const source =
      '结婚年龄男不得早于（ ）。\nA. 二十周岁\nB. 二十一周岁\nC. 二十二周岁\nANSWER: C\n\n一问\nA) 甲\nC) 丙\nANSWER: A\n二问\nANSWER: A\n三问\nA. 甲\nB. 乙';
    expect(await shown('b.txt', source)).toEqual([single]);
    expect(await rejected('b.aiken', source)).toEqual([
      '7 选项不连续，缺B',
      '11 没有找到选项',
      '13 没有找到答案',
    ]);
  });
});

describe('Moodle XML', () => {
  const quiz = (...questions: string[]): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`;
  const question = (type: string, stem: string, ...answers: [number, string][]): string =>
    `<question type="${type}">\n<name><text>n</text></name>\n<questiontext format="html"><text><![CDATA[<p>${stem}</p>]]></text></questiontext>\n${answers.map(([fraction, text]) => `<answer fraction="${fraction}" format="html"><text>&lt;p&gt;${text}&lt;br&gt;&lt;/p&gt;</text><feedback><text></text></feedback></answer>`).join('\n')}\n</question>`;

  it('choices and true or false, HTML reduced to its words', async () => {
    const source = quiz(
      '<question type="category"><category><text>$course$/甲</text></category></question>',
      question(
        'multichoice',
        '结婚年龄男不得早于（&nbsp;）。',
        [0, '二十周岁'],
        [0, '二十一周岁'],
        [100, '二十二<b>周岁</b>'.replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
      ),
      question('multichoice', '第一顺序继承人有（ ）。', [50, '配偶'], [50, '子女'], [-50, '兄弟姐妹']),
      question('truefalse', '十八周岁以上是成年人。', [100, 'true'], [0, 'false']),
    );
    expect(await shown('b.xml', source)).toEqual(all);
    expect(await shown('b.txt', source)).toEqual(all);
  });

  it('rejects what it cannot ask, with the line of the question', async () => {
    const source = quiz(question('essay', '谈谈'), question('multichoice', '一问', [0, '甲'], [0, '乙']));
    expect(await rejected('b.xml', source)).toEqual(['3 暂不支持问答题', '8 没有找到答案']);
  });
});

describe('the own format', () => {
  it('asks less of a bank that is imported, and names the line of what does not fit', async () => {
    const source = `bank: b
title: t
asOf: 2021-01-01
items:
  - {id: x-1, type: judge, stem: 成年, options: [正确, 错误], answer: [0]}
  - {id: x-2, type: single, stem: 一问, options: [甲], answer: [0]}
  - {id: x-3, type: single, stem: 二问, options: [甲, 乙, 丙], answer: [3]}
`;
    const reading = await read('b.yaml', source);
    expect(reading.items).toMatchObject([{ id: 'x-1', type: 'judge', answer: [0], lines: [5] }]);
    expect(reading.rejected.map(({ lines }) => lines[0])).toEqual([6, 7]);
  });
});

describe('doc', () => {
  /** Written by LibreOffice 7.4 as MS Word 97. */
  const file = join(import.meta.dirname, 'files', 'bank.doc');

  it('is read like the text people see, with its quotation marks', async () => {
    expect(await shown('bank.doc', await readFile(file))).toEqual([
      'single 民法典自哪天起施行？（ ） | 2020年5月28日 / 2021年1月1日 / 2021年“五一” / 2022年1月1日 | B',
      'single 十八周岁以上的自然人为（ ）。 | 成年人 / 未成年人 | A',
      'judge 遗产按照法定继承办理的，有遗嘱的也不例外。（ ） | 正确 / 错误 | B',
    ]);
  });
});

describe('bad input', () => {
  const zip = docxOf(paragraph('1.一'));
  const tornDoc = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.from('WordDocument', 'utf16le'),
  ]);
  it.each<[string, string, Uint8Array, RegExp]>([
    ['an empty file', 'b.txt', Buffer.from(''), /b\.txt: 文件是空的/],
    ['spaces only', 'b.txt', Buffer.from(' \n \n'), /文件是空的/],
    ['binary junk', 'b.txt', Buffer.from([0, 1, 2, 3, 255, 254, 0, 7]), /b\.txt: .*另存为/],
    ['junk in a docx', 'b.docx', Buffer.from('not a zip'), /b\.docx: 不是完好的 docx/],
    ['a torn docx', 'b.docx', zip.subarray(0, zip.length - 60), /b\.docx: 不是完好的 docx/],
    ['junk in an xlsx', 'b.xlsx', Buffer.from('PK\u0003\u0004 xl/ junk'), /b\.xlsx: 不是完好的 xlsx/],
    ['an old Excel file', 'b.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /旧版 Office.*另存为 xlsx/],
    ['a torn doc', 'b.doc', tornDoc, /b\.doc: 不是完好的 doc/],
    ['a docx called txt', 'b.txt', zip, /内容是 docx.*--format docx/],
    ['a docx called xlsx', 'b.xlsx', zip, /内容是 docx/],
    ['torn XML', 'b.xml', Buffer.from('<quiz>\n<question>\n</quiz>'), /b\.xml:3: XML 有错/],
    ['XML that is no quiz', 'b.xml', Buffer.from('<a/>'), /b\.xml:1: .*<quiz>/],
    ['torn YAML', 'b.yaml', Buffer.from('bank: [b\ntitle: t'), /b\.yaml:\d+: 不合题库格式/],
    ['YAML that is no bank', 'b.yaml', Buffer.from('a: 1'), /b\.yaml:1: 不合题库格式/],
    ['torn csv', 'b.csv', Buffer.from('题干,答案\n"一,A\n二,B'), /b\.csv.*不是完好的 csv/],
    ['an unknown extension', 'b.pdf', Buffer.from('%PDF'), /--format/],
  ])('%s', async (_, name, bytes, message) => {
    const error = await readAny(name, bytes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BadInput);
    expect((error as BadInput).message).toMatch(message);
  });
});
