import { describe, expect, it } from 'vitest';
import { civilCodeReader } from '../../../src/knowledge/readers/civil-code.ts';
import { chapter, entry } from './fixtures.ts';

const read = (body: string) => civilCodeReader.read('civil-code/5/02.md', chapter(body));

describe('civilCodeReader', () => {
  it('reads an entry with all its parts and its place in the code', () => {
    const [passage] = read(`# 第一节 条件\n\n${entry}`);
    expect(passage).toMatchObject({
      id: 'civil-code/1047',
      title: '结婚的最低年龄',
      path: ['第五编 婚姻家庭', '第二章 结婚', '第一节 条件'],
      law: '民法典',
      article: 1047,
      basis: '《民法典》第一千零四十七条',
      asOf: '2021-01-01',
      gist: '男方要满二十二周岁，女方要满二十周岁。',
      example: '小张差一天也不行。',
      related: ['civil-code/1046', 'civil-code/1051'],
      questions: ['几岁可以领证？', '女生十九岁能结婚吗？'],
    });
    expect(passage?.text).toBe('没到这个年龄不能登记。\n\n- 男方二十二周岁；\n- 女方二十周岁。');
  });

  it('changes the digest with any part, and only then', () => {
    const digest = (body: string) => read(body)[0]?.digest;
    expect(digest(entry)).toBe(digest(entry));
    expect(digest(entry.replace('差一天', '差两天'))).not.toBe(digest(entry));
    expect(digest(entry.replace('几岁可以', '多大可以'))).not.toBe(digest(entry));
  });

  it.each([
    [
      'an entry without its rule',
      entry.replace(/\*\*细说\*\*[\s\S]*?(?=\*\*举例)/u, ''),
      /02\.md:8: .*lacks the part \*\*细说\*\*/,
    ],
    ['an unknown part', entry.replace('**举例**', '**例子**'), /02\.md:17: unknown part 「例子」/],
    ['a part twice', `${entry}\n**要点** 又一次`, /stands twice/],
    ['a heading of another shape', entry.replace('第1047条 ', ''), /must be `## 第N条 title`/],
    ['a question that is no list item', entry.replace('- 几岁', '几岁'), /must begin with "- "/],
  ])('refuses %s with file and line', (_, body, message) => {
    expect(() => read(body)).toThrow(message);
  });

  it('refuses front matter that is missing, broken or incomplete', () => {
    const whole = chapter(entry);
    expect(() => civilCodeReader.read('f.md', entry)).toThrow(/f\.md:1: no front matter/);
    expect(() => civilCodeReader.read('f.md', whole.replace('asOf: 2021-01-01', 'asOf: soon'))).toThrow(
      /f\.md:5: .*asOf/,
    );
    expect(() => civilCodeReader.read('f.md', whole.replace('book: ', 'book: ['))).toThrow(
      /f\.md:\d+: front matter/,
    );
  });
});
