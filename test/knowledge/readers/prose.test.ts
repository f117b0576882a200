import { describe, expect, it } from 'vitest';
import { proseReader } from '../../../src/knowledge/readers/prose.ts';

const source = `---
id: report
title: 某报告
source: 某机关
asOf: 2020-12-31
---

开头一段。

## 一、成效

### (一)调解

一是调解组织6608个。

二是律所463家。
`;

describe('proseReader', () => {
  it('carries every paragraph with its section path', () => {
    const passages = proseReader.read('report.md', source);
    expect(passages.map((p) => [p.path.join('/'), p.title, p.text])).toEqual([
      ['', '某报告', '开头一段。'],
      ['某报告/一、成效', '(一)调解', '一是调解组织6608个。'],
      ['某报告/一、成效', '(一)调解', '二是律所463家。'],
    ]);
    expect(new Set(passages.map((p) => p.id)).size).toBe(3);
  });

  it('cuts a long paragraph between sentences and loses none', () => {
    const sentence = (n: number) => `第${n}项工作覆盖全市各区县并取得了明显成效而且还要继续抓好落实。`;
    const long = Array.from({ length: 12 }, (_, i) => sentence(i)).join('');
    const passages = proseReader.read('report.md', `${source}\n${long}\n`).slice(3);
    expect(passages.length).toBeGreaterThan(2);
    expect(passages.map((p) => p.text).join('')).toBe(long);
    for (const { text } of passages) expect(text).toMatch(/。$/);
  });

  it('names the document as the source and no article', () => {
    const passage = proseReader.read('report.md', source)[1];
    expect(passage).toMatchObject({ law: '某报告', article: null, asOf: '2020-12-31', gist: '' });
    expect(passage?.basis).toContain('一、成效');
  });
});
