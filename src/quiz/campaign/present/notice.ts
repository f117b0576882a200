import { writeAction } from '../../../message/action.ts';
import { type Button, type Message, messageOf, text } from '../../../message/message.ts';
import { writeMoment } from '../calendar.ts';
import { type Campaign, phaseAt } from '../campaign.ts';
import { noticePhrases as phrases } from '../reminders/notice-phrases.ts';
import type { ReminderKind } from '../reminders/reminder.ts';

/** What a reminder says at the moment it is sent, so that a late one is true as well. */
export function presentReminder(campaign: Campaign, kind: ReminderKind, now: number): Message {
  const { title, notice, window } = campaign;
  const comes = (say: (left: string, at: string) => string, at: number): string =>
    say(roughly(at - now), writeMoment(at));
  const said =
    kind === 'opened'
      ? phrases.openedNow
      : phaseAt(campaign, now) === 'not-open'
        ? comes(phrases.opensIn, window.opens)
        : comes(phrases.closesIn, window.closes);
  return messageOf(
    [
      { kind: 'lead', text: phrases.reminder(title), cites: [] },
      text(said),
      ...(notice ? [text(notice)] : []),
    ],
    { buttons: kind === 'opened' ? [[open(campaign)]] : [[open(campaign)], [mute(campaign)]] },
  );
}

/** To a captain. */
export const presentWaiting = (campaign: Campaign, unit: string, waiting: number): Message => {
  const action = writeAction('campaign-applicants', campaign.id, 0);
  return messageOf([text(phrases.applicantsWait(campaign.title, unit, waiting))], {
    buttons: [[{ label: phrases.applicants(waiting), action }], [mute(campaign)]],
  });
};

/** To somebody whom the captain of a unit has let in, or not. */
export function presentDecision(campaign: Campaign, unit: string, yes: boolean): Message {
  const say = yes ? phrases.youAreIn : phrases.youAreOut;
  return messageOf([text(say(campaign.title, unit))], { buttons: [[open(campaign)]] });
}

const open = ({ id }: Campaign): Button => ({
  label: phrases.openCampaign,
  action: writeAction('campaign', id),
});
const mute = ({ id }: Campaign): Button => ({
  label: phrases.mute,
  action: writeAction('campaign-mute', id, 1),
});

/** In minutes, and in days from two on: 1小时30分钟, 3天. */
function roughly(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return phrases.days(Math.round(hours / 24));
  return [hours && phrases.hours(hours), minutes % 60 && phrases.minutes(minutes % 60)]
    .filter(Boolean)
    .join('');
}
