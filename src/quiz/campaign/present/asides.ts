import { writeAction } from '../../../message/action.ts';
import type { Button, Field } from '../../../message/message.ts';
import { type Campaign, phaseAt } from '../campaign.ts';
import { isCaptain } from '../people/applicants.ts';
import { mayApply } from '../people/apply.ts';
import type { Participant } from '../people/participant.ts';
import { phrases as shared } from '../phrases.ts';
import { noticePhrases as phrases } from '../reminders/notice-phrases.ts';

/** What a campaign's page says of who may take part and of reminders, besides its rules. */
export interface Asides {
  lines: string[];
  field: Field | null;
  ways: Button[][];
}

export const inviteField: Field = {
  label: phrases.inviteCode,
  command: '/join',
  submit: phrases.joinWithCode,
};

/** Somebody on a campaign's page. */
export interface Visitor {
  participant: Participant | null;
  /** How many wait for this captain; 0 for others. */
  waiting: number;
  /** Whether they will be told of the opening; null where nothing can tell them. */
  remindMe: boolean | null;
}

export function asidesOf(campaign: Campaign, visitor: Visitor, now: number): Asides {
  const parts = [waysOfEntry(campaign, visitor, now), remindersOf(campaign, visitor, now)];
  return {
    lines: parts.flatMap(({ lines }) => lines),
    field: parts[0]!.field,
    ways: parts.flatMap(({ ways }) => ways),
  };
}

const nothing: Asides = { lines: [], field: null, ways: [] };

function waysOfEntry(campaign: Campaign, { participant, waiting }: Visitor, now: number): Asides {
  const { audience, id } = campaign;
  const closed = phaseAt(campaign, now) === 'closed';
  if (!participant) {
    if (closed || audience.kind === 'open') return nothing;
    return audience.kind === 'roster'
      ? { ...nothing, lines: [shared.rosterOnly], field: inviteField }
      : { ...nothing, lines: [phrases.captainsOnly] };
  }
  if (audience.kind !== 'captains' || participant.unit === null) return nothing;
  const { unit, name } = participant;
  if (isCaptain(campaign, participant)) {
    const action = writeAction('campaign-applicants', id, 0);
    return {
      ...nothing,
      lines: [phrases.captain(unit)],
      ways: closed ? [] : [[{ label: phrases.applicants(waiting), action }]],
    };
  }
  if (participant.admitted === 'waiting') {
    const place = audience.units.findIndex((each) => each.name === unit) + 1;
    const lines = [phrases.waiting(unit, name ?? ''), phrases.waitingNote];
    if (closed) return { ...nothing, lines };
    return { ...nothing, lines: [...lines, phrases.nameAgain], field: nameField(campaign, place) };
  }
  if (participant.admitted === 'yes') return nothing;
  const again = mayApply(participant) && !closed;
  const action = writeAction('campaign-units', id, 0);
  return {
    ...nothing,
    lines: [phrases.refused(unit), again ? phrases.mayTryOther : phrases.mayNotTry],
    ways: again ? [[{ label: phrases.chooseAnotherUnit, action }]] : [],
  };
}

/** @param place of the unit in the campaign's list, from 1 */
export const nameField = ({ id }: Campaign, place: number): Field => ({
  label: phrases.name,
  command: `/apply ${id} ${place}`,
  submit: phrases.submitName,
});

function remindersOf(campaign: Campaign, { participant, remindMe }: Visitor, now: number): Asides {
  const phase = phaseAt(campaign, now);
  if (participant?.muted && phase !== 'closed') {
    const unmute = { label: phrases.unmute, action: writeAction('campaign-mute', campaign.id, 0) };
    return { ...nothing, lines: [phrases.mutedState], ways: [[unmute]] };
  }
  if (phase !== 'not-open' || remindMe === null) return nothing;
  const label = remindMe ? phrases.remindMeNot : phrases.remindMe;
  const action = writeAction('campaign-remind-me', campaign.id, remindMe ? 0 : 1);
  return { ...nothing, lines: remindMe ? [phrases.remindMeState] : [], ways: [[{ label, action }]] };
}
