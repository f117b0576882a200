import { describe, expect, it } from 'vitest';
import { route } from '../../src/answer/route.ts';

const kinds = (texts: string[]) => texts.map((text) => [text, route(text).kind]);

describe('route', () => {
  it.each([
    ['domestic-violence', ['老公打我怎么办', '我被家暴了', '爸爸又打孩子了']],
    ['violence', ['有人拿刀要杀我', '我被人殴打了怎么办', '催收的人正在砸我家门']],
    ['suicide', ['我不想活了', '欠了这么多债想自杀', '活着没意思，一了百了算了']],
    ['fire', ['家里着火了', '邻居家煤气泄漏了怎么办']],
    ['medical', ['我妈喝了农药怎么办', '他晕倒了没呼吸了']],
    ['fraud', ['我刚给骗子转账了怎么办', '有人冒充公检法让我转到安全账户', '刷单被骗了钱']],
  ])('sends %s to its signpost', (emergency, texts) => {
    for (const text of texts) expect(route(text), text).toEqual({ kind: 'emergency', emergency });
  });

  it('does not take a question of law for an emergency', () => {
    const texts = [
      '楼上着火把我家烧了谁赔',
      '签合同时被欺诈了能撤销吗',
      '保险合同里自杀条款有效吗',
      '打架把人打伤要赔多少钱',
      '被狗咬了谁负责',
      '结婚彩礼被骗能要回来吗',
    ];
    expect(kinds(texts)).toEqual(texts.map((text) => [text, 'question']));
  });

  it('knows a greeting, and a question that begins with one', () => {
    expect(kinds(['你好', '您好！', '谢谢你', 'hello'])).toEqual([
      ['你好', 'greeting'],
      ['您好！', 'greeting'],
      ['谢谢你', 'greeting'],
      ['hello', 'greeting'],
    ]);
    expect(route('你好，房东不退押金怎么办').kind).toBe('question');
  });

  it('says what it can do when asked', () => {
    for (const text of ['你能做什么', '你是谁', '怎么用', '帮助'])
      expect(route(text).kind, text).toBe('capabilities');
  });

  it('sends complaints about the city to 12345, but not disputes for a court', () => {
    expect(route('楼下烧烤店油烟没人管').kind).toBe('complaint');
    expect(route('我要投诉路灯坏了').kind).toBe('complaint');
    expect(route('邻居噪音扰民可以起诉要求赔偿吗').kind).toBe('question');
  });

  it.each([
    ['topic', ['今天天气怎么样', '帮我写一段python代码', '推荐一部电影', '感冒吃什么药']],
    ['foreign-law', ['美国离婚财产怎么分', '在日本租房押金的法律规定']],
    ['elsewhere', ['青岛市公证处在哪', '北京的法律援助中心电话']],
    ['harm', ['怎么伪造借条', '教我怎么逃避执行', '怎么查老婆的开房记录']],
  ])('puts %s out of scope', (reason, texts) => {
    for (const text of texts) expect(route(text), text).toEqual({ kind: 'out-of-scope', reason });
  });
});
