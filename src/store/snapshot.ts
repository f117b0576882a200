import { join } from 'node:path';
import type { CampaignStore } from '../quiz/campaign/campaign-store.ts';
import type { RuleEvent } from '../quiz/campaign/paper/score-event.ts';
import type { Head } from '../quiz/ledger.ts';
import { createAttempts } from './attempts.ts';
import { emptyData, readData } from './data.ts';
import { createJsonFile } from './json-file.ts';
import { readLedger } from './ledger-file.ts';
import { ledgerBeside } from './lowdb.ts';
import { createPeople } from './people.ts';

/** The people of campaigns and their attempts as they were on disk at one moment. */
export interface Snapshot
  extends Pick<
    CampaignStore,
    | 'participant'
    | 'participantById'
    | 'participants'
    | 'roster'
    | 'attempt'
    | 'attemptsOf'
    | 'attempts'
    | 'rulings'
  > {
  /** The last line of the ledger that is in it. */
  head: Head;
  /** Every ruling of a campaign, in the order made. */
  ruled(campaign: string): RuleEvent[];
}

/**
 * Reads the records without their lock, so that a running bot is no hindrance: quiz.json is replaced atomically and is
 * whole at any moment; of the ledger the whole lines count. The ledger is read first: whoever has begun has joined
 * before, so every attempt in it finds its participant, unless that has been forgotten. Missing files are empty.
 * @throws BadInput where one of the two is corrupt or of another version; Outage where one cannot be read
 */
export async function readSnapshot(dataDir: string): Promise<Snapshot> {
  const file = join(dataDir, 'quiz.json');
  const attempts = createAttempts();
  const rules: RuleEvent[] = [];
  const { head } = await readLedger(ledgerBeside(file), (event) => {
    attempts.replay(event);
    if (event.type === 'rule') rules.push(event);
  });
  const data = readData(file, await createJsonFile(file).read()) ?? emptyData();
  const onDisk = async (): Promise<void> => {};
  const { participant, participantById, participants, roster } = createPeople(data, onDisk, onDisk).store;
  return {
    participant,
    participantById,
    participants,
    roster,
    ...attempts.reading(onDisk),
    head,
    ruled: (campaign) => rules.filter((event) => event.campaign === campaign),
  };
}
