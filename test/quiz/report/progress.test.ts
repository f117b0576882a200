import { expect, it } from 'vitest';
import type { RosterEntry } from '../../../src/quiz/campaign/people/participant.ts';
import { nonParticipants } from '../../../src/quiz/report/progress.ts';
import { campaignOf, opening } from '../../fakes/campaign.ts';
import { inUnit, materialOf, paperOf } from './fixtures.ts';

const entry = (id: string): RosterEntry => ({
  id: `${id.repeat(10)}`,
  unit: '甲',
  district: null,
  name: `张${id}`,
  staffNumber: null,
  phone: null,
  invite: '0'.repeat(64),
});
const person = (id: string, rest = {}) => inUnit(`p${id.repeat(9)}`, '甲', { entry: id.repeat(10), ...rest });
const minute = 60_000;

it('tells apart who never joined, never began, is answering, ran out of time, and finished', async () => {
  const roster = [...'abcdefghi'].map(entry);
  const participants = [...'bcdefgh'].map((id) => person(id, id === 'h' ? { admitted: 'refused' } : {}));
  const open = { a: 0, b: null, c: null };
  const id = (letter: string): string => `p${letter.repeat(9)}`;
  const attempts = [
    // Ten minutes each: c is answering, d ran out of time, e did so and was closed at the deadline.
    { ...paperOf(id('c'), open), startedAt: opening + 15 * minute, finishedAt: null },
    { ...paperOf(id('d'), open), finishedAt: null },
    { ...paperOf(id('e'), open), finishedAt: opening + 10 * minute },
    // f handed in with items open, g answered all.
    { ...paperOf(id('f'), open), finishedAt: opening + 5 * minute },
    { ...paperOf(id('g'), { a: 0, b: 1 }), finishedAt: opening + minute },
  ];
  const campaign = campaignOf({ audience: { kind: 'roster' } });
  const material = await materialOf(campaign, { participants, roster, attempts, now: opening + 20 * minute });
  expect(
    nonParticipants(material).map(({ progress, entry: of, answered }) => [
      progress,
      of?.name,
      answered?.items,
    ]),
  ).toEqual([
    ['never-joined', '张a', undefined],
    ['never-joined', '张i', undefined],
    ['refused', '张h', undefined],
    ['not-begun', '张b', undefined],
    ['under-way', '张c', 1],
    ['unfinished', '张d', 1],
    ['unfinished', '张e', 1],
  ]);
});

it('lists in an open campaign only those who joined', async () => {
  const material = await materialOf(campaignOf(), { participants: [inUnit('paaaaaaaaa', null)] });
  expect(nonParticipants(material)).toMatchObject([
    { progress: 'not-begun', entry: null, taker: { id: 'paaaaaaaaa' } },
  ]);
});
