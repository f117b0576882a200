import { type Action, readAction } from '../../message/action.ts';

/** Scores and records of one person have no place before a group. */
const commands = new Set(['quiz', 'score', 'campaign', 'join', 'forget', 'forget-yes', 'admin']);
const presses = new Set<Action[0]>(['begin', 'resume', 'choose', 'toggle', 'submit', 'next', 'wrong']);

export const isPrivateCommand = (name: string): boolean => commands.has(name);

export function isPrivatePress(payload: string): boolean {
  const action = readAction(payload);
  return (
    action !== null &&
    (presses.has(action[0]) ||
      /^(campaign|paper)\b/.test(action[0]) ||
      (action[0] === 'command' && commands.has(action[1])))
  );
}
