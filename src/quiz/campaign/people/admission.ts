import { type Message, messageOf, type Person, text } from '../../../message/message.ts';
import type { QuizReply } from '../../play.ts';
import type { Campaign } from '../campaign.ts';
import type { PlayContext } from '../create-campaign-play.ts';
import { phrases as shared } from '../phrases.ts';
import { presentApplicants, presentNameAsked } from '../present/applicants.ts';
import { presentDecision } from '../present/notice.ts';
import { noticePhrases as phrases } from '../reminders/notice-phrases.ts';
import { decideAdmit, isCaptain, waitingIn } from './applicants.ts';
import { decideApply, unitAt } from './apply.ts';
import type { Participant } from './participant.ts';

type Page = (campaign: Campaign, participant: Participant | null, person: Person) => Promise<Message>;

/** Where captains let people in: a name is given, waits, and is decided on. */
export function createAdmission({ campaigns, store, now, newId, notices }: PlayContext, page: Page) {
  const list = async (
    campaign: Campaign,
    captain: Participant,
    from: number,
    before: string | null,
  ): Promise<QuizReply> => {
    const waiting = waitingIn(captain.unit, await store.participants(campaign.id));
    return {
      message: presentApplicants(campaign, captain.unit ?? '', waiting, from, before),
      inPlace: from > 0 || before !== null,
    };
  };

  return {
    /** @param place of the unit in the campaign's list, from 1 */
    ask(campaign: Campaign, place: number): QuizReply {
      const unit = unitAt(campaign, place);
      if (!unit) return { toast: shared.gone };
      return { message: presentNameAsked(campaign, place, unit.name), inPlace: false };
    },
    /** @param words as the field sends them: campaign, place of the unit, name */
    async apply(person: Person, words: string): Promise<Message> {
      const [, id = '', place = '', name = ''] = /^(\S+) +(\d{1,4})(?: +(.*))?$/s.exec(words) ?? [];
      const campaign = campaigns.get(id);
      if (!campaign) return messageOf([text(shared.gone)]);
      const application = {
        person: person.id,
        device: person.device ?? null,
        participant: newId(),
        place: Number(place),
        name,
        now: now(),
      };
      const applied = await store.apply(campaign.id, person.id, (own, others) =>
        decideApply(campaign, application, own, others),
      );
      if ('participant' in applied) return page(campaign, applied.participant, person);
      if (applied.outcome === 'not-a-name')
        return messageOf([text(phrases.applies['not-a-name'])], {
          field: presentNameAsked(campaign, application.place, '').field,
        });
      const told = await page(campaign, await store.participant(campaign.id, person.id), person);
      return { ...told, paragraphs: [text(phrases.applies[applied.outcome]), ...told.paragraphs] };
    },
    async applicants(campaign: Campaign, captain: Participant, from: number): Promise<QuizReply> {
      if (!isCaptain(campaign, captain)) return { toast: phrases.admits['not-yours'] };
      return list(campaign, captain, from, null);
    },
    async admit(campaign: Campaign, captain: Participant, id: string, yes: boolean): Promise<QuizReply> {
      const decided = await store.admit(id, (applicant) => decideAdmit(campaign, captain, applicant, yes));
      if (!decided) return { toast: phrases.admits['not-yours'] };
      if (!('participant' in decided)) return { toast: phrases.admits[decided.outcome] };
      const { persons, unit, name } = decided.participant;
      notices?.tell(persons.toReversed(), presentDecision(campaign, unit!, yes));
      const before = (yes ? phrases.admitted : phrases.turnedDown)(name ?? '');
      return list(campaign, captain, 0, before);
    },
  };
}
