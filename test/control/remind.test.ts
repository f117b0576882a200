import { expect, it } from 'vitest';
import { operate } from '../../src/control/operate.ts';
import { extendRoster } from '../../src/control/operations/extend-roster.ts';
import { operations } from '../../src/control/operations/index.ts';
import { remind } from '../../src/control/operations/remind.ts';
import { stopReminders } from '../../src/control/operations/stop-reminders.ts';
import { participantOf } from '../store/campaign-store.contract.ts';
import { exam, installation, person } from './fixtures.ts';

const everybody = { campaign: 'exam', to: 'everybody' as const, dry: false };

it('sends nothing without a bot that can write, when stopped, or when it is over; dry it only counts', async () => {
  const over = exam.replace('id: exam', 'id: over').replace('2099-01-01', '2026-01-02');
  const files = { 'campaigns/exam.yaml': exam, 'campaigns/over.yaml': over };
  const { folders, startBot } = await installation(files);
  await expect(operate(folders, remind, everybody)).rejects.toThrow('no bot is running, nothing can be sent');
  const bot = await startBot(operations, { reaches: (id) => id.startsWith('telegram:') });
  const { campaigns } = bot.store;
  await expect(operate(folders, remind, everybody)).rejects.toThrow(/there is nobody to remind/);
  await campaigns.join('web:3', participantOf('aaaaaaaaaa', 'web:3', { campaign: 'exam' }));
  expect(await operate(folders, remind, { ...everybody, dry: true })).toMatchObject({ due: 1, reachable: 0 });
  await expect(operate(folders, remind, everybody)).rejects.toThrow(/can write to none of the 1/);
  await expect(operate(folders, remind, { ...everybody, campaign: 'over' })).rejects.toThrow(/is over/);
  await campaigns.join('telegram:1', participantOf('bbbbbbbbbb', 'telegram:1', { campaign: 'exam' }));
  const stop = (stopped: boolean) => operate(folders, stopReminders, { campaign: 'exam', stopped });
  expect([await stop(true), await stop(true)]).toEqual([{ changed: true }, { changed: false }]);
  await expect(operate(folders, remind, everybody)).rejects.toThrow(/are stopped/);
  expect((await campaigns.reminders('exam')).asked).toEqual([]);
  await stop(false);
  await operate(folders, remind, everybody);
  expect((await campaigns.reminders('exam')).asked).toMatchObject([{ to: 'everybody' }]);
});

it('puts captains on the roster by the units that the campaign lists', async () => {
  const held = exam.replace('{ kind: roster }', '{ kind: captains, units: [甲, 乙] }');
  const { folders } = await installation({ 'campaigns/exam.yaml': held });
  const add = (unit: string) =>
    operate(folders, extendRoster, {
      campaign: 'exam',
      persons: [{ ...person('张三'), unit }],
      reissue: false,
    });
  expect((await add('乙')).invites).toHaveLength(1);
  await expect(add('丙')).rejects.toThrow(/has no unit 丙/);
});
