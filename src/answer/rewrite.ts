import type { Turn } from './answer.ts';
import type { LanguageModel } from './language-model.ts';
import type { Prompts } from './prompts.ts';

const follows =
  /^(那|那么|如果|要是|假如|万一|还有|另外|再问|但是|可是|然后|接着|所以|这个|这种|这样|它|他|她|上面|刚才|为什么|多久|多少钱|怎么办|要什么材料|在哪|去哪)/u;
const names =
  /(离婚|结婚|继承|遗嘱|租|借|买卖|物业|保证|担保|公证|调解|仲裁|复议|援助|信访|诉讼|侵权|赔偿|监护|收养|合同|抵押|彩礼|抚养|赡养|工资|房|车|债|法律|12345|12348)/u;

/** Whether a text leans on the turn before: short, opening with a connective or naming no matter of its own. */
export function isFollowUp(text: string): boolean {
  const length = [...text].length;
  return (length <= 30 && follows.test(text)) || (length <= 12 && !names.test(text));
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
