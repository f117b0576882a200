import type { CampaignStore } from '../quiz/campaign/campaign-store.ts';
import { type Participant, type RosterEntry, withoutPerson } from '../quiz/campaign/people/participant.ts';
import type { Data } from './data.ts';

type PeopleStore = Pick<
  CampaignStore,
  | 'participant'
  | 'participantById'
  | 'participants'
  | 'join'
  | 'changeParticipant'
  | 'redeem'
  | 'apply'
  | 'admit'
  | 'roster'
  | 'changeRoster'
>;

/** No token has this hash. */
const endedInvite = '0'.repeat(64);

/** Participants and rosters over tables, which they change in place, with indexes beside them. */
export function createPeople(
  { participants, rosters }: Pick<Data, 'participants' | 'rosters'>,
  commit: () => Promise<void>,
  settled: () => Promise<void>,
): { store: PeopleStore; forget(person: string): void } {
  /** Participant ids by campaign and person, by person, by campaign, by roster entry, by handover code. */
  const byPerson = new Map<string, Map<string, string>>();
  const byCampaign = new Map<string, Set<string>>();
  const byEntry = new Map<string, string>();
  const byCode = new Map<string, string>();
  const invites = new Map<string, RosterEntry & { campaign: string }>();

  const index = (participant: Participant, present: boolean): void => {
    const { id, campaign, persons, entry, handover } = participant;
    const all = byCampaign.get(campaign) ?? new Set();
    byCampaign.set(campaign, all);
    if (present) all.add(id);
    else all.delete(id);
    for (const person of persons) {
      const of = byPerson.get(person) ?? new Map<string, string>();
      byPerson.set(person, of);
      if (present) of.set(campaign, id);
      else of.delete(campaign);
    }
    for (const [keys, key] of [
      [byEntry, entry],
      [byCode, handover?.code],
    ] as const) {
      if (key && present) keys.set(key, id);
      else if (key) keys.delete(key);
    }
  };
  const put = (participant: Participant): void => {
    const before = participants[participant.id];
    if (before) index(before, false);
    participants[participant.id] = participant;
    index(participant, true);
  };
  const at = (id: string | undefined): Participant | null =>
    id !== undefined && Object.hasOwn(participants, id) ? participants[id]! : null;
  const own = (campaign: string, person: string): Participant | null =>
    at(byPerson.get(person)?.get(campaign));
  const rosterOf = (campaign: string): RosterEntry[] =>
    Object.hasOwn(rosters, campaign) ? rosters[campaign]! : [];
  const indexInvites = (campaign: string): void => {
    for (const entry of rosterOf(campaign)) invites.set(entry.invite, { ...entry, campaign });
  };
  /** A used link may lie about anywhere: who has left a place comes back by a new one. */
  const endInvite = ({ campaign, entry: place }: Participant): void => {
    rosters[campaign] = rosterOf(campaign).map((entry) => {
      if (entry.id !== place) return entry;
      invites.delete(entry.invite);
      return { ...entry, invite: endedInvite };
    });
  };
  const read = async <T>(found: T): Promise<T> => {
    await settled();
    return found;
  };
  const all = (campaign: string): Participant[] =>
    [...(byCampaign.get(campaign) ?? [])].map((id) => participants[id]!);
  /** Keeps the participant of a decision that has one. */
  const keep = async <T extends object>(decided: T): Promise<T> => {
    if (!('participant' in decided)) return read(decided);
    put(decided.participant as Participant);
    await commit();
    return decided;
  };

  for (const participant of Object.values(participants)) index(participant, true);
  for (const campaign of Object.keys(rosters)) indexInvites(campaign);

  const store: PeopleStore = {
    participant: (campaign, person) => read(own(campaign, person)),
    participantById: (id) => read(at(id)),
    participants: (campaign) => read(all(campaign)),
    async join(person, participant) {
      const before = own(participant.campaign, person);
      if (before) return read(before);
      put(participant);
      await commit();
      return participant;
    },
    async changeParticipant(id, change) {
      const before = at(id);
      if (!before) return read(null);
      const changed = change(before);
      put(changed);
      await commit();
      return changed;
    },
    async redeem(code, person, decide) {
      const entry = invites.get(code) ?? null;
      const holder = at(entry ? byEntry.get(entry.id) : byCode.get(code));
      const campaign = entry?.campaign ?? holder?.campaign;
      const decided = decide({ entry, holder, own: campaign === undefined ? null : own(campaign, person) });
      if (decided.outcome !== 'joined' && decided.outcome !== 'device-added') return read(decided);
      put(decided.participant);
      await commit();
      return decided;
    },
    apply: async (campaign, person, decide) => keep(decide(own(campaign, person), all(campaign))),
    async admit(applicant, decide) {
      const before = at(applicant);
      return before ? keep(decide(before)) : read(null);
    },
    roster: (campaign) => read(rosterOf(campaign)),
    async changeRoster(campaign, change) {
      const held = ({ id }: RosterEntry): boolean => (at(byEntry.get(id))?.persons.length ?? 0) > 0;
      const joined = new Set(rosterOf(campaign).flatMap((entry) => (held(entry) ? [entry.id] : [])));
      const changed = change(rosterOf(campaign), joined);
      for (const { invite } of rosterOf(campaign)) invites.delete(invite);
      rosters[campaign] = changed;
      indexInvites(campaign);
      for (const { id, unit } of rosterOf(campaign)) {
        const holder = at(byEntry.get(id));
        if (holder && holder.unit !== unit) put({ ...holder, unit });
      }
      await commit();
    },
  };
  return {
    store,
    /** For the caller to commit. */
    forget(person) {
      for (const id of [...(byPerson.get(person)?.values() ?? [])]) {
        const before = participants[id]!;
        const left = withoutPerson(before, person);
        index(before, false);
        delete participants[id];
        if (left) put(left);
        if (left?.persons.length === 0) endInvite(left);
      }
      byPerson.delete(person);
    },
  };
}
