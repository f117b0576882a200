import { writeAction } from '../../../message/action.ts';
import { type Message, messageOf, type Person, text } from '../../../message/message.ts';
import type { QuizReply } from '../../play.ts';
import { type Campaign, phaseAt } from '../campaign.ts';
import type { PlayContext } from '../create-campaign-play.ts';
import { resultOf } from '../paper/results.ts';
import { phrases } from '../phrases.ts';
import { inviteField, type Visitor } from '../present/asides.ts';
import { backButton, presentCampaign, presentUnits } from '../present/page.ts';
import { isCaptain, waitingIn } from './applicants.ts';
import { decideRedeem, handoverMs, hashToken } from './invite.ts';
import type { Participant } from './participant.ts';

/** Invites have 22 characters, handover codes ten. */
const codeShape = /^(?:[\w-]{22}|[a-z0-9]{10})$/;

/** A code may be mistyped: it is asked for again. */
const noWayIn = (outcome: keyof typeof phrases.redeems): Message =>
  messageOf([text(phrases.redeems[outcome])], {
    field: inviteField,
    buttons: [[{ label: phrases.allCampaigns, action: writeAction('command', 'campaign') }]],
  });

/** Ways into a campaign: a unit from the list, an invite, a code from another device. */
export function createJoining({ campaigns, store, now, newId, notices, publicUrl }: PlayContext) {
  const visitorOf = async (
    campaign: Campaign,
    participant: Participant | null,
    person: Person,
  ): Promise<Visitor> => {
    const captain = participant && isCaptain(campaign, participant);
    const { waiting } = await store.reminders(campaign.id);
    return {
      participant,
      waiting: captain ? waitingIn(participant.unit, await store.participants(campaign.id)).length : 0,
      remindMe: notices?.reaches(person.id) ? waiting.includes(person.id) : null,
    };
  };
  const page = async (
    campaign: Campaign,
    participant: Participant | null,
    person: Person,
  ): Promise<Message> => {
    const visitor = await visitorOf(campaign, participant, person);
    const attempts = participant ? await store.attemptsOf(participant.id) : [];
    const result = resultOf(campaign, attempts, await store.rulings(campaign.id), now());
    return presentCampaign(campaign, visitor, attempts, result, now());
  };

  const redeem = async (person: Person, code: string): Promise<Message> => {
    const redeemed = await store.redeem(hashToken(code), person.id, (presented) =>
      decideRedeem(presented, {
        person: person.id,
        device: person.device,
        participant: newId(),
        now: now(),
      }),
    );
    if (!('participant' in redeemed)) return noWayIn(redeemed.outcome);
    const campaign = campaigns.get(redeemed.participant.campaign);
    return campaign ? page(campaign, redeemed.participant, person) : messageOf([text(phrases.gone)]);
  };

  const enter = async (person: Person, word: string): Promise<Message | null> => {
    const campaign = campaigns.get(word);
    if (campaign) return page(campaign, await store.participant(campaign.id, person.id), person);
    return codeShape.test(word) ? redeem(person, word) : null;
  };

  return {
    page,
    enter,
    async join(person: Person, word: string): Promise<Message> {
      if (word === '') return messageOf([text(phrases.joinHow)], { field: inviteField });
      return (await enter(person, word)) ?? noWayIn('unknown');
    },
    /** Units to choose from, from a page on. */
    units({ audience, ...campaign }: Campaign, from: number): QuizReply {
      if (audience.kind === 'roster') return { toast: phrases.rosterOnly };
      const anonymous = audience.kind === 'open' && audience.anonymous;
      const message = presentUnits({ audience, ...campaign }, audience.units, anonymous, from);
      return { message, inPlace: from > 0 };
    },
    /** @param place of the unit in the campaign's list, from 1; 0 for none */
    async joinOpen(campaign: Campaign, place: number, person: Person): Promise<QuizReply> {
      const { audience } = campaign;
      if (audience.kind !== 'open') return { toast: phrases.rosterOnly };
      if (phaseAt(campaign, now()) === 'closed') return { toast: phrases.begins.closed };
      const unit = audience.units[place - 1];
      const mayHaveNone = audience.anonymous || audience.units.length === 0;
      if (!unit && !(place === 0 && mayHaveNone)) return { toast: phrases.gone };
      const participant = await store.join(person.id, {
        id: newId(),
        campaign: campaign.id,
        persons: [person.id],
        unit: unit?.name ?? null,
        entry: null,
        joinedAt: now(),
        name: null,
        admitted: 'yes',
        device: person.device ?? null,
        muted: false,
        handover: null,
      });
      return { message: await page(campaign, participant, person), inPlace: true };
    },
    /** A code for one more device, in place of any before it. */
    async handover({ id, campaign }: Participant): Promise<QuizReply> {
      const code = newId();
      const handover = { code: hashToken(code), until: now() + handoverMs };
      await store.changeParticipant(id, (participant) => ({ ...participant, handover }));
      return {
        message: messageOf(
          [text(phrases.handoverCode(`${publicUrl}/i/${code}`, code)), text(phrases.handoverNote)],
          { buttons: [[backButton(campaign)]] },
        ),
        inPlace: false,
      };
    },
  };
}
