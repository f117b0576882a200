import { expect, it } from 'vitest';
import type { ImportedItem } from '../../../src/quiz/import/reading.ts';
import { describeWithBanks, readSample } from './shared-banks.ts';

const plain = ({ stem, options, answer }: ImportedItem): string =>
  JSON.stringify([stem, options, answer]).replace(/\s/g, '');

describeWithBanks('the sample banks', () => {
  it.each([
    ['单选题.docx', 727, { single: 727 }, 0],
    ['多选题.docx', 352, { multiple: 352 }, 1],
    ['题库.docx', 807, { single: 331, multiple: 212, judge: 264 }, 0],
    ['danxuan_data.gb18030.txt', 727, { single: 727 }, 0],
  ])('%s gives %i items', async (name, count, types, rejected) => {
    const reading = await readSample(name);
    expect(reading.items).toHaveLength(count);
    for (const [kind, n] of Object.entries(types)) {
      expect(reading.items.filter(({ type }) => type === kind)).toHaveLength(n);
    }
    expect(reading.rejected).toHaveLength(rejected);
  });

  it('two versions of the same bank read alike, word for word', async () => {
    const [docx, txt] = await Promise.all([
      readSample('单选题.docx'),
      readSample('danxuan_data.gb18030.txt'),
    ]);
    expect(docx.items.map(plain).sort()).toEqual(txt.items.map(plain).sort());
  });

  it('the one question without options is named', async () => {
    const { rejected } = await readSample('多选题.docx');
    expect(rejected).toMatchObject([{ reason: '没有找到选项', text: '1837' }]);
  });

  it('options glued on one line, beyond D, and with other letters inside are read as printed', async () => {
    const multiple = (await readSample('多选题.docx')).items;
    const of = (words: string) => multiple.find(({ stem }) => stem.includes(words))!;
    expect(of('要加快形成')).toMatchObject({
      options: ['完备的法律规范体系', '高效的法治实施体系', '严密的法治监督体系', '有力的法治保障体系'],
      answer: [0, 1, 2, 3],
    });
    expect(of('不予受理强制执行申请')).toMatchObject({
      options: ['15', '30', '应当自收到复议申请之日起十五日内', '应当自收到复议申请之日起七内'],
      answer: [0, 2],
    });
    expect(of('实行证明事项告知承诺制。')).toMatchObject({
      options: ['行政许可', '行政确认', '行政给付', '公开办事'],
    });
    const six = (await readSample('题库.docx')).items.filter(({ options }) => options.length === 6);
    expect(six).toHaveLength(3);
  });
});
