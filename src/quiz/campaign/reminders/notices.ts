import { reasonOf } from '../../../errors.ts';
import type { Log } from '../../../log.ts';
import type { Message } from '../../../message/message.ts';
import type { Notify } from './notify.ts';

/** Ways to tell persons something outside their turns, by the channel that an id begins with. */
export function createNotices(log: Pick<Log, 'warn'>) {
  const channels = new Map<string, Notify>();
  const channelOf = (person: string): string => person.split(':')[0]!;
  const notify: Notify = async (person, message) =>
    (await channels.get(channelOf(person))?.(person, message)) ?? 'no-channel';

  /** The first of a participant's persons that can be told is told. @throws Outage */
  const notifyAny = async (persons: readonly string[], message: Message): ReturnType<Notify> => {
    let best: Awaited<ReturnType<Notify>> = 'no-channel';
    for (const person of persons) {
      const outcome = await notify(person, message);
      if (outcome === 'sent') return outcome;
      if (outcome === 'unreachable') best = outcome;
    }
    return best;
  };

  return {
    connect(channel: string, way: Notify): void {
      channels.set(channel, way);
    },
    /** Whether a message may be begun where the person is; they may still have blocked it. */
    reaches: (person: string): boolean => channels.has(channelOf(person)),
    notifyAny,
    /** Tells when it can, without being waited for: what is told stands on the campaign's page as well. */
    tell(persons: readonly string[], message: Message): void {
      notifyAny(persons, message).catch((error: unknown) => {
        log.warn({ reason: reasonOf(error) }, 'a notice was not sent');
      });
    },
  };
}

export type Notices = ReturnType<typeof createNotices>;
