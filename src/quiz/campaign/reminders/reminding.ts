import type { Message, Person } from '../../../message/message.ts';
import type { QuizReply } from '../../play.ts';
import { type Campaign, phaseAt } from '../campaign.ts';
import type { PlayContext } from '../create-campaign-play.ts';
import type { Participant } from '../people/participant.ts';
import { noticePhrases as phrases } from './notice-phrases.ts';

type Page = (campaign: Campaign, participant: Participant | null, person: Person) => Promise<Message>;

/** What a person says of reminders: not any more, again, and of the opening. */
export function createReminding({ store, now, notices }: PlayContext, page: Page) {
  return {
    async mute(campaign: Campaign, { id }: Participant, muted: boolean, person: Person): Promise<QuizReply> {
      const participant = await store.changeParticipant(id, (before) => ({ ...before, muted }));
      if (muted) return { toast: phrases.muted };
      return { message: await page(campaign, participant, person), inPlace: true };
    },
    /** Asks to be told of the opening, or not. Nobody becomes a participant by it. */
    async remindMe(campaign: Campaign, wanted: boolean, person: Person): Promise<QuizReply> {
      if (phaseAt(campaign, now()) !== 'not-open') return { toast: phrases.alreadyOpen };
      if (!notices?.reaches(person.id)) return { toast: phrases.cannotRemind };
      await store.changeReminders(campaign.id, (record) => {
        const others = record.waiting.filter((other) => other !== person.id);
        return { ...record, waiting: wanted ? [...others, person.id] : others };
      });
      const participant = await store.participant(campaign.id, person.id);
      return { message: await page(campaign, participant, person), inPlace: true };
    },
  };
}
