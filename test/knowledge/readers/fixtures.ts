export const chapter = (body: string): string => `---
law: 民法典
book: 第五编 婚姻家庭
chapter: 第二章 结婚
asOf: 2021-01-01
---

${body}`;

export const entry = `## 第1047条 结婚的最低年龄

**要点** 男方要满二十二周岁，女方要满二十周岁。

**细说** 没到这个年龄不能登记。

- 男方二十二周岁；
- 女方二十周岁。

**举例** 小张差一天也不行。

**另见** 第1046条、第1051条

**问**

- 几岁可以领证？
- 女生十九岁能结婚吗？
`;

const parts = [
  '这是什么',
  '谁可以用',
  '去哪里办',
  '带什么材料',
  '要多久',
  '收费吗',
  '被拒绝了怎么办',
  '下一步',
];

export const topic = `### 多久有结果
**要点** 七日内审查。

**细说** 自收到申请之日起算。

**依据** 《法律援助法》第四十三条、第四十四条

**问**
- 多久有结果？
`;

export const guide = (topics: Record<string, string> = { 要多久: topic }): string => `---
id: legal-aid
title: 法律援助
aliases: [法援]
summary: 请不起律师时由国家帮你。
questions: [法律援助怎么申请？]
asOf: 2022-01-01
laws:
  - { name: 法律援助法, version: 2021-08-20 }
phone: ["12348"]
card: { where: 法律援助机构, materials: 身份证明, time: 七日, fee: 免费, next: 打12348 }
---

${parts.map((part) => `## ${part}\n${topics[part] ?? ''}`).join('\n')}`;
