import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { loadBank } from '../../src/quiz/bank.ts';
import { checkCampaign } from '../../src/quiz/campaign/campaign-check.ts';
import { readCampaign } from '../../src/quiz/campaign/campaign-file.ts';

const root = resolve(import.meta.dirname, '../..');
const handbook = readFileSync(resolve(root, 'docs/organiser.md'), 'utf8');

it('the campaigns of the organiser’s handbook are sound over the seed banks', async () => {
  const bank = await loadBank({ seedsDir: resolve(root, 'seeds') });
  const written = [...handbook.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!);
  expect(written).toHaveLength(2);
  for (const source of written) {
    const read = readCampaign('docs/organiser.md', source);
    if (Array.isArray(read)) expect(read).toEqual([]);
    else expect(checkCampaign(read, bank, Date.parse('2027-01-01T00:00:00Z'))).toEqual([]);
  }
});

it('names commands that there are', async () => {
  const named = new Set([...handbook.matchAll(/npx mingbai (\w+(?: \w+)?)/g)].map((match) => match[1]!));
  const { Command } = await import('commander');
  const { registerCommands } = await import('../../src/commands/index.ts');
  const program = new Command();
  registerCommands(program);
  const all = program.commands.flatMap((command) =>
    command.commands.map((sub) => `${command.name()} ${sub.name()}`),
  );
  expect([...named].filter((name) => !all.includes(name))).toEqual([]);
});
