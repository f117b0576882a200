import { writeAction } from '../../../message/action.ts';
import {
  type Button,
  type Countdown,
  listItem,
  type Message,
  messageOf,
  text,
} from '../../../message/message.ts';
import { writeClose, writeMoment } from '../calendar.ts';
import { type Campaign, levelsOf, maximumOf, phaseAt, type Unit } from '../campaign.ts';
import { type Attempt, openItem } from '../paper/attempt.ts';
import { unlockedLevels } from '../paper/begin.ts';
import { endOf } from '../paper/deadline.ts';
import { showsKeys } from '../paper/keys.ts';
import type { Result } from '../paper/results.ts';
import { phrases } from '../phrases.ts';
import { noticePhrases } from '../reminders/notice-phrases.ts';
import { asidesOf, type Visitor } from './asides.ts';
import { certificateButtons } from './certificate.ts';

/** How long a campaign that is over stays in the list. */
const listedForMs = 30 * 24 * 3600_000;
const unitsOnPage = 24;
const mostLevelButtons = 10;

/** Campaigns to choose from: open ones first, then those to come, then those lately over. */
export function presentCampaigns(campaigns: Iterable<Campaign>, now: number): Message {
  const order = ['open', 'not-open', 'closed'];
  const listed = [...campaigns]
    .filter(({ window }) => now < window.closes + listedForMs)
    .map((campaign) => ({ campaign, phase: phaseAt(campaign, now) }))
    .sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase));
  if (listed.length === 0)
    return messageOf([text(phrases.noCampaigns)], {
      buttons: [[{ label: phrases.practise, action: writeAction('command', 'quiz') }]],
    });
  return messageOf([text(phrases.list)], {
    buttons: listed.map(({ campaign, phase }) => [
      {
        label: `${campaign.title}（${phrases.phases[phase]}）`,
        action: writeAction('campaign', campaign.id),
      },
    ]),
  });
}

/** To the opening, then to the close. */
export function campaignCountdown({ window }: Pick<Campaign, 'window'>, now: number): Countdown | null {
  const phase = phaseAt({ window }, now);
  if (phase === 'closed') return null;
  return phase === 'not-open'
    ? { label: phrases.untilOpen, to: window.opens }
    : { label: phrases.untilClose, to: window.closes };
}

/** A campaign's rules, and what this person can do in it now. */
export function presentCampaign(
  campaign: Campaign,
  visitor: Visitor,
  attempts: readonly Attempt[],
  result: Result | null,
  now: number,
): Message {
  const { participant } = visitor;
  const asides = asidesOf(campaign, visitor, now);
  const admitted = participant?.admitted === 'yes';
  const ways = participant ? (admitted ? waysOn(campaign, attempts, now) : []) : wayIn(campaign, now);
  return messageOf(
    [
      { kind: 'lead', text: campaign.title, cites: [] },
      ...(campaign.notice ? [text(campaign.notice)] : []),
      ...(admitted ? [text(phrases.welcome(participant.unit))] : []),
      ...(result ? [text(phrases.ownResult(result.score, result.maximum, result.tier))] : []),
      ...rulesOf(campaign).map(listItem),
      ...asides.lines.map((line) => text(line)),
    ],
    {
      countdown: campaignCountdown(campaign, now),
      field: asides.field,
      buttons: [
        ...ways,
        ...certificateButtons(campaign.id, result),
        ...asides.ways,
        [{ label: phrases.ranks, action: writeAction('campaign-ranks', campaign.id) }],
      ],
    },
  );
}

function rulesOf(campaign: Campaign): string[] {
  const { organiser, window, paper, limits, attempts, passMark, keys, daily } = campaign;
  return [
    ...(organiser ? [phrases.organiser(organiser)] : []),
    phrases.window(writeMoment(window.opens), writeClose(window.closes)),
    phrases.paper(paper.size * levelsOf(campaign), maximumOf(campaign)),
    ...(daily ? [phrases.levels(daily.days, paper.size)] : []),
    ...(limits.paperMinutes ? [phrases.limit(limits.paperMinutes)] : []),
    ...(limits.itemSeconds ? [phrases.itemLimit(limits.itemSeconds)] : []),
    phrases.attempts(attempts.most, attempts.counts === 'best'),
    phrases.final,
    phrases.passMark(passMark),
    phrases.keysShown[keys],
    phrases.ranked,
  ];
}

function wayIn({ id, audience, ...campaign }: Campaign, now: number): Button[][] {
  if (audience.kind === 'roster' || phaseAt(campaign, now) === 'closed') return [];
  const units = audience.units.length > 0;
  const action = units ? writeAction('campaign-units', id, 0) : writeAction('campaign-join', id, 0);
  const label = audience.kind === 'captains' ? noticePhrases.chooseOwnUnit : phrases.join;
  return [[{ label, action }]];
}

/** Going on with what is open; else each level that may be begun, the latest first. */
function waysOn(campaign: Campaign, attempts: readonly Attempt[], now: number): Button[][] {
  const running = attempts.find((attempt) => endOf(attempt, campaign, now) === null);
  if (running) {
    return [
      [{ label: phrases.resume, action: writeAction('paper-item', running.id, openItem(running) ?? 0) }],
      [{ label: phrases.handover, action: writeAction('campaign-handover', campaign.id) }],
    ];
  }
  const last = attempts.findLast((attempt) => endOf(attempt, campaign, now) !== null);
  const label = showsKeys(campaign, now) ? phrases.seeResult : phrases.seeScore;
  const results = last ? [[{ label, action: writeAction('paper-result', last.id) }]] : [];
  if (phaseAt(campaign, now) !== 'open') return results;
  const done = (level: number): number => attempts.filter((attempt) => attempt.level === level).length;
  const unlocked = Array.from({ length: unlockedLevels(campaign, now) }, (_, i) => i + 1).filter(
    (level) => level === 1 || done(level - 1) > 0,
  );
  const begins = unlocked
    .filter((level) => done(level) < campaign.attempts.most)
    .slice(-mostLevelButtons)
    .reverse()
    .map((level) => [beginButton(campaign, level, done(level) + 1)]);
  return [...begins, ...results];
}

export function beginButton(campaign: Campaign, level: number, number: number): Button {
  const label = campaign.daily
    ? phrases.beginLevel(level, number)
    : number === 1
      ? phrases.begin
      : phrases.beginAgain(number);
  return { label, action: writeAction('campaign-begin', campaign.id, level, number) };
}

/** Back to a campaign's page. */
export const backButton = (campaign: string): Button => ({
  label: phrases.backToCampaign,
  action: writeAction('campaign', campaign),
});

/** Units to pick from. */
export function presentUnits(
  { id, title }: Campaign,
  units: readonly Unit[],
  anonymous: boolean,
  page: number,
): Message {
  const at = Math.max(0, Math.min(page, Math.ceil(units.length / unitsOnPage) - 1));
  const from = at * unitsOnPage;
  const buttons = units
    .slice(from, from + unitsOnPage)
    .map(({ name }, i): Button => ({ label: name, action: writeAction('campaign-join', id, from + i + 1) }));
  const to = (label: string, other: number): Button => ({
    label,
    action: writeAction('campaign-units', id, other),
  });
  const pages = [
    ...(at > 0 ? [to(phrases.earlierUnits, at - 1)] : []),
    ...(units.length > from + unitsOnPage ? [to(phrases.moreUnits, at + 1)] : []),
  ];
  return messageOf([text(phrases.chooseUnit(title))], {
    buttons: [
      ...Array.from({ length: Math.ceil(buttons.length / 2) }, (_, i) => buttons.slice(2 * i, 2 * i + 2)),
      ...(pages.length > 0 ? [pages] : []),
      ...(anonymous ? [[{ label: phrases.noUnit, action: writeAction('campaign-join', id, 0) }]] : []),
      [backButton(id)],
    ],
  });
}
