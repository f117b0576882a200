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
      '催收天天打我电话，这笔债算我的吗',
      '儿子在学校打人了，家长要赔吗',
      '网站收不到验证码，法律援助还能怎么申请',
      '哥哥骗了公证书，怎么办',
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
    for (const text of [
      '你能做什么',
      '你是谁',
      '怎么用',
      '帮助',
      '您好，你会什么',
      '明白人是什么',
      '你能帮我做什么',
    ])
      expect(route(text).kind, text).toBe('capabilities');
  });

  it('does not take a question to it for a question about it', () => {
    const texts = ['您好，担保是什么', '你能帮我看看遗产怎么分吗', '请问你会不会算利息，借条没写利息'];
    expect(kinds(texts)).toEqual(texts.map((text) => [text, 'question']));
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

  it('does not take who was harmed for who would harm', () => {
    const texts = [
      '怎么证明遗嘱是伪造的',
      '如何举报行贿',
      '怎么起诉偷拍我的人',
      '老公在我车上偷偷装定位怎么办',
      '怎么防止他转移财产逃避债务',
    ];
    expect(kinds(texts)).toEqual(texts.map((text) => [text, 'question']));
  });

  it('does not take a dispute for small talk, a foreigner or another city', () => {
    const texts = [
      '下雨天楼上漏水怎么办',
      '看电影时被椅子砸伤了谁负责',
      '孩子在幼儿园发烧，老师没管，能告他吗',
      '买的日本车有质量问题，合同能解除吗',
      '济南北京路公证处在哪',
      '供电公司没催告就直接停电，损失找谁',
    ];
    expect(kinds(texts)).toEqual(texts.map((text) => [text, 'question']));
  });

  it('takes no longer for a hostile text than for any other', () => {
    const pieces = [
      '老公',
      '打',
      '有人',
      '怎么',
      '他',
      '写一',
      '编假',
      '天气',
      '今天',
      '让看',
      '你',
      ' ',
      '？',
      'a',
    ];
    const pairs = pieces.flatMap((a) => pieces.map((b) => (a + b).repeat(250).slice(0, 500)));
    const began = performance.now();
    for (const text of pairs) route(text);
    expect((performance.now() - began) / pairs.length).toBeLessThan(20);
  });
});
