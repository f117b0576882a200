/** Where a text goes before anything is searched. The first that fits wins. */
export type Route =
  | { kind: 'question' }
  | { kind: 'greeting' }
  | { kind: 'capabilities' }
  | { kind: 'emergency'; emergency: Emergency }
  | { kind: 'complaint' }
  | { kind: 'out-of-scope'; reason: 'topic' | 'foreign-law' | 'elsewhere' | 'harm' };

export type Emergency = 'violence' | 'fire' | 'medical' | 'suicide' | 'fraud' | 'domestic-violence';

const all =
  (...patterns: RegExp[]) =>
  (text: string): boolean =>
    patterns.every((pattern) => pattern.test(text));

const now =
  /拿刀|持刀|要杀|正在|现在|刚刚|刚才|马上|快要|救命|怎么办|救救|一直|又|天天|经常|老是|总是|了$|了[,，。！!？?]/u;

const emergencies: [Emergency, (text: string) => boolean][] = [
  [
    'suicide',
    all(
      /不想活|想死|想自杀|要自杀|自杀的(念头|想法)|轻生|活不下去|结束(自己|我)的?生命|割腕|跳楼(?!价)|一了百了/u,
      /^(?!.*(条款|保险|判例|案例|理赔)).*$/u,
    ),
  ],
  [
    'domestic-violence',
    all(
      /家暴|家庭暴力|((老公|丈夫|老婆|妻子|男朋友|女朋友|男友|前夫|爸|妈|父亲|母亲|公公|婆婆|儿子)[^。，,]{0,8}(打我|打了我|揍我|打孩子|打人|掐我|动手打))/u,
    ),
  ],
  [
    'violence',
    all(
      /(有人|他们|他|对方|一群人|歹徒|邻居|债主|催收)[^。，,]{0,10}(拿刀|持刀|砍人|砍我|要杀|杀我|打我|打人|绑架|抢劫|强奸|跟踪我|堵(我|门)|砸(我)?家?门|非法拘禁|关起来)|(被|遭)(人)?(绑架|抢劫|强奸|性侵|拘禁|殴打|围殴)/u,
      now,
    ),
  ],
  [
    'fire',
    all(
      /(着火|起火|失火|火灾|煤气泄漏|燃气泄漏)/u,
      /正在|现在|救命|刚|快|着火了|起火了|失火了|泄漏了|怎么办/u,
      /^(?!.*(赔|责任|谁承担|谁负责)).*$/u,
    ),
  ],
  [
    'medical',
    all(
      /(昏迷|没有呼吸|没呼吸|大出血|心脏病发|喝了?农药|服毒|吞了?药|煤气中毒|晕倒)/u,
      /正在|现在|救命|刚|快|了$|怎么办/u,
      /^(?!.*(赔|责任|谁承担|谁负责|医疗费)).*$/u,
    ),
  ],
  [
    'fraud',
    all(
      /(被骗|受骗|诈骗|骗子|骗了|安全账户|刷单|冒充(公安|客服|公检法)|杀猪盘|转账给了?(骗子|陌生人)|验证码)/u,
      /正在|现在|刚|转了|转账|汇款|打钱|让我转|要我转|怎么办|报警|追回|安全账户|刷单|验证码/u,
      /^(?!.*(合同|买卖|撤销|欺诈|彩礼|结婚)).*$/u,
    ),
  ],
];

const greeting =
  /^(你好|您好|在吗|在么|嗨|哈[喽啰]|hello|hi|早上好|上午好|下午好|晚上好|谢谢|多谢|感谢|再见|辛苦了)[呀啊吗么了你您!！。.~～,，\s]*$/iu;
const capabilities =
  /(你|您|机器人|明白人)[^。]{0,4}(是谁|是什么|叫什么|能(做|干|帮|回答)|会(做|干|什么)|有(什么|哪些)(功能|用|本事)|怎么(用|使用))|^(怎么用|使用说明|使用帮助|功能|帮助|help)[？?]?$/iu;
const complaint =
  /(我要|我想|帮我|请)[^。]{0,6}(投诉|举报|反映)|(噪音|噪声|扰民|路灯|井盖|停水|停电|停气|停暖|暖气不热|垃圾没人|占道|积水|下水道|路面|乱停车|黑烟|油烟)[^。]{0,12}(没人管|投诉|举报|怎么反映|找谁|打什么电话|向哪|哪里反映)/u;

const harm =
  /(怎么|如何|教我|帮我|哪里(能)?|有什么办法)[^。]{0,10}(造假|伪造|做假证|假结婚骗|杀(了|掉|死)?(他|她|人|老婆|老公)|下毒|投毒|报复(他|她)|偷拍|偷(看|窃)|黑进|盗(号|取)|逃避(执行|债务|法律)|转移财产(不被|逃|躲)|躲避(执行|抚养)|作伪证|买(卖)?(枪|毒品|驾照|身份证)|制(毒|造炸)|做炸弹|洗钱|逃税|偷税|行贿|销毁证据|跟踪(她|他)|人肉|查(别人|他人|她|他|老婆|老公|妻子|丈夫|女友|男友|对象|前任)的?(行踪|开房|住址|聊天记录))/u;

const foreign =
  /(美国|英国|日本|韩国|德国|法国|加拿大|澳大利亚|澳洲|新加坡|俄罗斯|泰国|印度|意大利|西班牙|香港|澳门|台湾|欧盟|加州|纽约|东京|伦敦)/u;
const cities =
  /(北京|上海|天津|重庆|广州|深圳|杭州|南京|成都|武汉|西安|郑州|青岛|烟台|潍坊|淄博|临沂|济宁|泰安|德州|聊城|菏泽|滨州|东营|威海|日照|枣庄|苏州|长沙|沈阳|大连|哈尔滨|长春|石家庄|太原|合肥|福州|厦门|南昌|昆明|贵阳|南宁|海口|兰州|西宁|银川|乌鲁木齐|拉萨|呼和浩特|宁波|无锡|佛山|东莞)/u;
const office =
  /(热线|电话|地址|在哪|窗口|公证处|法律援助中心|援助中心|司法局|仲裁委|政务(服务)?中心|办事大厅|调解委员会|信访局|区号|条例|怎么走)/u;

const topics = [
  /(天气|气温|下雨|下雪|雾霾|台风|几度)(?!.*(赔|责任|合同|延误))/u,
  /(感冒|发烧|头疼|头痛|咳嗽|失眠|减肥|血压|血糖|吃什么药|偏方|食谱|怎么炒|怎么做菜|做法是|好吃)(?!.*(赔|责任|医院|侵权))/u,
  /(写|编|调试|修)[^。]{0,8}(代码|程序|脚本|python|java|函数|网页|bug)|\b(python|javascript|java|sql|c\+\+|css|html|linux)\b/iu,
  /(股票|基金|彩票|比特币|大盘)[^。]{0,8}(推荐|买哪|会涨|会跌|涨不涨|预测|号码|开奖|走势)/u,
  /(明星|八卦|绯闻|电视剧|电影|综艺|歌手|球赛|比分|世界杯|欧冠|nba|游戏攻略|段子|笑话|讲个故事|星座|运势|算命|风水|生肖|解梦|塔罗)(?!.*(侵权|赔|合同|隐私|肖像|名誉|著作))/iu,
  /(写|作|来)(一)?(首|篇|段)[^。]{0,6}(诗|作文|情书|文案|小说|歌词|对联)|翻译(成|一下|这)|英语怎么说|单词/u,
  /(旅游|景点|酒店|火车票|机票|高铁|地铁|公交)[^。]{0,6}(推荐|攻略|时刻|几点|怎么坐|怎么走|线路|多少钱)/u,
  /(数学题|物理题|化学|方程|几何|微积分|历史上|谁发明|首都是|最高的山|圆周率|光速|多少米|恐龙|黑洞)/u,
];

const lawWords =
  /(法|律|权|合同|赔|责任|起诉|诉讼|离婚|结婚|继承|遗|债|租|公证|调解|仲裁|复议|援助|12348|12345|侵|监护|抚养|赡养|物业|违约|担保|保证)/u;

/** Rules only, so that it works without a model and can be read by anyone who must answer for it. */
export function route(text: string): Route {
  const emergency = emergencies.find(([, fits]) => fits(text));
  if (emergency) return { kind: 'emergency', emergency: emergency[0] };
  if (greeting.test(text)) return { kind: 'greeting' };
  if (capabilities.test(text)) return { kind: 'capabilities' };
  if (harm.test(text)) return { kind: 'out-of-scope', reason: 'harm' };
  if (foreign.test(text) && lawWords.test(text)) return { kind: 'out-of-scope', reason: 'foreign-law' };
  if (cities.test(text) && office.test(text)) return { kind: 'out-of-scope', reason: 'elsewhere' };
  if (topics.some((topic) => topic.test(text)) && !lawWords.test(text)) {
    return { kind: 'out-of-scope', reason: 'topic' };
  }
  if (complaint.test(text) && !/(法院|起诉|赔)/u.test(text)) return { kind: 'complaint' };
  return { kind: 'question' };
}
