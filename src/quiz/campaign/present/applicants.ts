import { writeAction } from '../../../message/action.ts';
import { type Button, listItem, type Message, messageOf, text } from '../../../message/message.ts';
import { writeMoment } from '../calendar.ts';
import type { Campaign } from '../campaign.ts';
import type { Participant } from '../people/participant.ts';
import { phrases as shared } from '../phrases.ts';
import { noticePhrases as phrases } from '../reminders/notice-phrases.ts';
import { nameField } from './asides.ts';

const onPage = 8;

/** Asks for the name that the captain of the unit is to see. */
export function presentNameAsked(campaign: Campaign, place: number, unit: string): Message {
  return messageOf(
    [text(phrases.nameAsked(campaign.title, unit)), { kind: 'note', text: phrases.nameSeenBy, cites: [] }],
    { field: nameField(campaign, place), buttons: [[back(campaign)]] },
  );
}

/** Those who wait for a captain, with two buttons each. */
export function presentApplicants(
  campaign: Campaign,
  unit: string,
  waiting: readonly Participant[],
  page: number,
  before: string | null,
): Message {
  const from = Math.min(page, Math.max(0, Math.ceil(waiting.length / onPage) - 1)) * onPage;
  const shown = waiting.slice(from, from + onPage);
  const decide = (applicant: Participant, n: number): Button[] => [
    { label: phrases.yes(n), action: writeAction('campaign-admit', campaign.id, applicant.id, 1) },
    { label: phrases.no(n), action: writeAction('campaign-admit', campaign.id, applicant.id, 0) },
  ];
  const to = (label: string, at: number): Button => ({
    label,
    action: writeAction('campaign-applicants', campaign.id, at / onPage),
  });
  const pages = [
    ...(from > 0 ? [to(phrases.earlier, from - onPage)] : []),
    ...(from + onPage < waiting.length ? [to(phrases.more, from + onPage)] : []),
  ];
  const title =
    waiting.length === 0 ? phrases.noApplicants(unit) : phrases.applicantsTitle(unit, waiting.length);
  return messageOf(
    [
      ...(before === null ? [] : [text(before)]),
      { kind: 'lead', text: title, cites: [] },
      ...shown.map(({ name, joinedAt }, i) =>
        listItem(phrases.applicant(from + i + 1, name ?? '', writeMoment(joinedAt))),
      ),
    ],
    {
      buttons: [
        ...shown.map((applicant, i) => decide(applicant, from + i + 1)),
        ...(pages.length > 0 ? [pages] : []),
        [back(campaign)],
      ],
    },
  );
}

const back = ({ id }: Campaign): Button => ({
  label: shared.backToCampaign,
  action: writeAction('campaign', id),
});
