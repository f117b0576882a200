import type { CampaignStore } from '../quiz/campaign/campaign-store.ts';
import { type Attempt, applyEvent, attemptOf, readOptions } from '../quiz/campaign/paper/attempt.ts';
import type { Rulings } from '../quiz/campaign/paper/marking.ts';
import type { BeginEvent, RuleEvent, ScoreEvent } from '../quiz/campaign/paper/score-event.ts';
import type { Ledger } from './ledger-file.ts';

type AttemptReading = Pick<CampaignStore, 'attempt' | 'attemptsOf' | 'attempts' | 'rulings'>;
type AttemptStore = AttemptReading & Pick<CampaignStore, 'change' | 'begin' | 'rule'>;

/** Attempts and rulings in memory, as the events of the ledger make them. */
export function createAttempts() {
  const attempts = new Map<string, Attempt>();
  const ofParticipant = new Map<string, string[]>();
  const ofCampaign = new Map<string, string[]>();
  const rulings = new Map<string, Map<string, readonly number[] | null>>();

  const list = (index: Map<string, string[]>, key: string): Attempt[] =>
    (index.get(key) ?? []).map((id) => attempts.get(id)!);
  const note = (index: Map<string, string[]>, key: string, id: string): void => {
    const ids = index.get(key);
    if (ids) ids.push(id);
    else index.set(key, [id]);
  };
  const begin = (event: BeginEvent): Attempt => {
    const attempt = attemptOf(event);
    if (attempts.has(attempt.id)) throw new RangeError(`the attempt ${attempt.id} has begun before`);
    attempts.set(attempt.id, attempt);
    note(ofParticipant, attempt.participant, attempt.id);
    note(ofCampaign, attempt.campaign, attempt.id);
    return attempt;
  };
  const rule = ({ campaign, item, key }: RuleEvent): void => {
    const of = rulings.get(campaign) ?? new Map();
    rulings.set(campaign, of.set(item, key === null ? null : readOptions(key)));
  };
  const rulingsOf = (campaign: string): Rulings => rulings.get(campaign) ?? new Map();

  const replay = (event: ScoreEvent): void => {
    if (event.type === 'begin') begin(event);
    else if (event.type === 'rule') rule(event);
    else {
      const attempt = attempts.get(event.attempt);
      const graded = attempt && 'n' in event && event.type !== 'show' && attempt.items[event.n]?.answer;
      if (!attempt || graded || ('n' in event && !attempt.items[event.n]))
        throw new RangeError(`it does not fit the attempt ${event.attempt}`);
      attempts.set(event.attempt, applyEvent(attempt, event));
    }
  };

  const after =
    (settled: () => Promise<void>) =>
    async <T>(found: T): Promise<T> => {
      await settled();
      return found;
    };
  /** For who only reads; answers wait until `settled`. */
  const reading = (settled: () => Promise<void>): AttemptReading => {
    const read = after(settled);
    return {
      attempt: (id) => read(attempts.get(id) ?? null),
      attemptsOf: (participant) => read(list(ofParticipant, participant)),
      attempts: (campaign) => read(list(ofCampaign, campaign)),
      rulings: (campaign) => read(new Map(rulingsOf(campaign))),
    };
  };
  const store = (ledger: Ledger): AttemptStore => {
    const read = after(ledger.settled);
    return {
      ...reading(ledger.settled),
      async change(id, step) {
        const before = attempts.get(id);
        if (!before) return read(null);
        const done = step(before);
        attempts.set(id, done.attempt);
        for (const event of done.events) ledger.add(event);
        await (done.events.length > 0 ? ledger.commit() : ledger.settled());
        return done;
      },
      async begin(participant, decide) {
        const decided = decide(list(ofParticipant, participant));
        if (decided.outcome !== 'begun') return read(decided);
        const attempt = begin(decided.event);
        ledger.add(decided.event);
        await ledger.commit();
        return { ...decided, attempt };
      },
      async rule(campaign, decide) {
        const event = decide(list(ofCampaign, campaign), rulingsOf(campaign));
        if (!event) return read(null);
        rule(event);
        ledger.add(event);
        await ledger.commit();
        return event;
      },
    };
  };
  return { replay, reading, store };
}
