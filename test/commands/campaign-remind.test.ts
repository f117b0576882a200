import { expect, it } from 'vitest';
import { operations } from '../../src/control/operations/index.ts';
import { exam, installation } from '../control/fixtures.ts';
import { participantOf, rosterOfOne } from '../store/campaign-store.contract.ts';
import { mingbai } from './mingbai.ts';

it('has the running bot remind, says whom that reaches and whom not, and stops', async () => {
  const { dataDir, startBot } = await installation({ 'campaigns/exam.yaml': exam });
  const run = (...args: string[]) => mingbai({ DATA_DIR: dataDir }, 'campaign', 'remind', 'exam', ...args);
  const reaches = (person: string): boolean => person.startsWith('telegram:');
  const bot = await startBot(operations, { reaches });
  const { campaigns } = bot.store;
  await campaigns.changeRoster('exam', () => rosterOfOne('张三', 'entry00001').roster);
  for (const [i, person] of ['telegram:1', 'telegram:2', 'web:3'].entries())
    await campaigns.join(
      person,
      participantOf(`aaaaaaaaa${i}`, person, { campaign: 'exam', muted: person === 'telegram:2' }),
    );
  const { stdout } = await run('--to', 'not-finished');
  for (const line of [
    'being sent within a minute: 2 participants',
    'the bot can write to 1 of them',
    '1 want no reminders',
    '1 on the roster have never joined',
  ])
    expect(stdout).toContain(line);
  expect((await run('--stop')).stdout).toBe('reminders of exam: stopped\n');
  expect(await campaigns.reminders('exam')).toMatchObject({ stopped: true, asked: [{ to: 'not-finished' }] });
  await bot.stop();
  expect((await run('--to', 'everybody', '--dry-run')).stdout).toContain('would be reminded: 2 participants');
  expect((await run('--stop', '--resume')).stderr).toContain('give one of');
}, 60_000);
