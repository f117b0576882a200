import type { Command } from 'commander';
import { registerAsk } from './ask.ts';
import { registerBank } from './bank.ts';
import { registerCampaign } from './campaign.ts';
import { registerChat } from './chat.ts';
import { registerEval } from './eval.ts';
import { registerKnowledge } from './knowledge.ts';
import { registerLedger } from './ledger.ts';
import { registerQuiz } from './quiz.ts';
import { registerSearch } from './search.ts';
import { registerServe } from './serve.ts';

export function registerCommands(program: Command): void {
  for (const register of [
    registerServe,
    registerAsk,
    registerSearch,
    registerKnowledge,
    registerEval,
    registerBank,
    registerCampaign,
    registerLedger,
    registerChat,
    registerQuiz,
  ])
    register(program);
}
