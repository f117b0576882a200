import { expect, it } from 'vitest';
import { loadPassages } from '../../src/knowledge/load.ts';
import { describeWithShared, referenceReport } from './shared.ts';

describeWithShared('the city’s report', () => {
  it('is carried whole, without the page’s artefacts', async () => {
    const bare = (text: string): string => text.replaceAll(/\s/gu, '');
    const carried = (await loadPassages('knowledge'))
      .filter((passage) => passage.id.startsWith('doc/report-2020/'))
      .map((passage) => bare(passage.text))
      .join('');
    const source = referenceReport().replaceAll('#p#分页标题#e#', '').replace('52fw.cn 04-21 次遇见', '');
    for (const sentence of source.split(/[。\n]/u).map(bare)) {
      const heading = /^(\([一二三四五六七]\)|[一二三]、|济南市人民政府通知公告)/u.test(sentence);
      if (!heading) expect(carried, sentence).toContain(sentence);
    }
    expect(carried).not.toMatch(/#p#|52fw/);
  });
});
