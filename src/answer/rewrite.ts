import type { Turn } from './answer.ts';
import type { LanguageModel } from './language-model.ts';
import type { Prompts } from './prompts.ts';

/** How people go on about a matter. */
const goesOn = /^(那|如果|要是|假如|万一|还有|另外|再问|但是|可是|然后|接着|所以|这个|这种|这样|上面|刚才)/u;
const pronoun = /^(它|他|她)/u;
/** Matters of their own. */
const names =
  /(离婚|结婚|继承|遗嘱|租|借|买卖|物业|保证|担保|公证|调解|仲裁|复议|援助|信访|诉讼|侵权|赔偿|监护|收养|合同|抵押|彩礼|抚养|赡养|工资|房|车|债|法律|12345|12348)/u;
/** Words of a question that name no matter: nothing is left of 「要带什么材料」 without them. */
const nameless =
  /为什么|怎么办|怎么|如何|什么|哪些|哪里|哪儿|哪个|谁|多久|多长|多少|几天|时间|时候|地址|电话|号码|热线|材料|证件|手续|条件|期限|流程|步骤|结果|费用|收费|免费|钱|本人|别人|代办|必须|一定|可以|需要|能不能|要不要|行不行|有没有|不行|不能|没有|能|要|得|用|去|到|在|找|带|交|办理|办|给|出|下来|申请|拒绝|被拒|之后|以后|后|下一步|我|你|您|他|她|它|的|了|吗|呢|吧|啊|呀|是|有|还|也|都|就|再|才|会|不|没|行|好|请问/gu;

/** Whether a text leans on the turn before: short, going on about it, or naming no matter of its own. */
export function isFollowUp(text: string): boolean {
  const length = [...text].length;
  if (length > 30) return false;
  if (goesOn.test(text)) return true;
  const own = text.replaceAll(nameless, '').replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (length <= 12 && own.length < 2) return true;
  const open = pronoun.test(text) || (length <= 12 && /呢[？?]?$/u.test(text));
  return open && !names.test(text);
}

/** Without a model: the question before and this one, as one text to search with. */
export function joinTurns(previous: Turn, text: string): string {
  return `${previous.question} ${text}`.slice(0, 300);
}

/** With a model: one self-contained question. @throws Outage */
export async function rewriteTurn(
  previous: Turn,
  text: string,
  model: LanguageModel,
  prompts: Prompts,
  signal: AbortSignal,
): Promise<string> {
  const reply = await model.complete(
    prompts.rewrite({ previous: previous.question, question: text }),
    signal,
  );
  const line = reply
    .trim()
    .split('\n')[0]!
    .replace(/^[“"「]|[”"」]$/gu, '');
  return line.length >= 2 && line.length <= 160 ? line : joinTurns(previous, text);
}
