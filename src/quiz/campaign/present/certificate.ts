import { writeAction } from '../../../message/action.ts';
import {
  type Button,
  type Field,
  listItem,
  type Message,
  messageOf,
  text,
} from '../../../message/message.ts';
import { writeMoment } from '../calendar.ts';
import { certificatePhrases as phrases } from '../certificate/certificate-phrases.ts';
import type { Verification } from '../certificate/certificates.ts';
import type { Result } from '../paper/results.ts';

/** What a certificate is drawn as, by its place in the button's action. */
export const certificateFormats = ['png', 'pdf'] as const;
export type CertificateFormat = (typeof certificateFormats)[number];

/** A row for who has passed. */
export function certificateButtons(campaign: string, result: Pick<Result, 'passed'> | null): Button[][] {
  if (!result?.passed) return [];
  return [
    [phrases.picture, phrases.pdf].map((label, i) => ({
      label,
      action: writeAction('campaign-certificate', campaign, i),
    })),
  ];
}

const field: Field = { label: phrases.number, command: '/verify', submit: phrases.submit };

type Told = { [K in Verification['outcome']]: (found: Extract<Verification, { outcome: K }>) => Message };

const told: Told = {
  valid: ({ certificate: { campaign, holder, staffNumber, unit, score, maximum, tier, at, number } }) =>
    messageOf([
      { kind: 'lead', text: phrases.valid, cites: [] },
      ...[
        phrases.campaign(campaign.title),
        phrases.holder(holder),
        ...(staffNumber === null ? [] : [phrases.staffNumber(staffNumber)]),
        ...(unit === null ? [] : [phrases.unit(unit)]),
        phrases.score(score, maximum),
        ...(tier === null ? [] : [phrases.tier(tier)]),
        phrases.day(writeMoment(at).slice(0, 10)),
        phrases.numberIs(number),
      ].map(listItem),
      { kind: 'note', text: phrases.compare, cites: [] },
    ]),
  misread: () => messageOf([text(phrases.outcomes.misread)], { field }),
  unknown: () => messageOf([text(phrases.outcomes.unknown)], { field }),
  'no-longer': ({ title }) => messageOf([text(phrases.outcomes['no-longer'](title))]),
};

export const presentVerification = (found: Verification): Message =>
  (told[found.outcome] as (found: Verification) => Message)(found);

/** Which number is to be looked up. */
export const askForNumber = (): Message => messageOf([text(phrases.ask)], { field });
