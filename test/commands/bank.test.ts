import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { mingbai as commandLine } from './mingbai.ts';

const article = `---
law: 民法典
book: 第一编 总则
chapter: 第二章 自然人
asOf: 2021-01-01
---

## 第17条 成年人

**要点** 满十八周岁就是成年人。

**细说** 十八周岁以上的人是成年人，不满十八周岁的是未成年人。

**问**

- 多大算成年
`;

const mingbai = (knowledge: string, ...args: string[]) => commandLine({ KNOWLEDGE_DIR: knowledge }, ...args);

it('passes the seed banks and reports as JSON', async () => {
  const knowledge = await folderOf({ 'civil-code/2.md': article });
  const { code, stdout } = await mingbai(knowledge, 'bank', 'check', '--json');
  const report = JSON.parse(stdout);
  expect(report.errors).toBe(0);
  expect(report.items).toBeGreaterThanOrEqual(210);
  expect(code).toBe(0);
});

it('names file, line and item of an error and fails', async () => {
  const knowledge = await folderOf({ 'civil-code/2.md': article });
  const folder = await folderOf({
    'b.yaml':
      'bank: b\ntitle: t\nasOf: 2021-01-01\nitems:\n  - {id: x-1, type: judge, book: 1, article: 17, difficulty: 1, stem: 成年, options: [正确, 错误], answer: [2], explanation: 是}\n',
  });
  const { code, stdout } = await mingbai(knowledge, 'bank', 'check', join(folder, 'b.yaml'));
  expect(stdout).toContain('b.yaml:5: error: x-1: key 2 is out of range');
  expect(code).toBe(1);
  const missing = await mingbai(knowledge, 'bank', 'check', join(folder, 'none.yaml'));
  expect(missing).toMatchObject({ code: 1, stdout: '' });
  expect(missing.stderr).toContain('none.yaml: cannot be read');
});
