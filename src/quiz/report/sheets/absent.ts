import { phrases } from '../phrases.ts';
import type { NonParticipant } from '../progress.ts';
import type { Report } from '../report.ts';
import type { Cell, Sheet } from './sheet.ts';

const words = phrases.absent;

export function absentSheet({ material: { campaign, roster }, absent }: Report): Sheet {
  const { columns } = words;
  return {
    name: words.name,
    title: `${campaign.title}　${words.title}`,
    notes: [words.note, ...(roster.length === 0 ? [words.open] : [])],
    columns: [
      { header: columns.progress, width: 16 },
      { header: columns.unit, width: 28, wrap: true },
      { header: columns.name, width: 16, wrap: true },
      { header: columns.staffNumber, width: 14 },
      { header: columns.phone, width: 16 },
      { header: columns.id, width: 14 },
      { header: columns.note, width: 40 },
    ],
    rows:
      absent.length === 0
        ? [[words.nobody]]
        : absent.map((each): Cell[] => [
            words.progress[each.progress],
            each.entry?.unit ?? each.taker?.participant.unit ?? phrases.noUnit,
            each.entry?.name ?? each.taker?.name ?? null,
            each.entry?.staffNumber ?? null,
            each.entry?.phone ?? null,
            each.taker?.id ?? null,
            noteOf(each),
          ]),
  };
}

const noteOf = ({ answered, progress }: NonParticipant): string | null =>
  answered &&
  words.answered(answered.items, answered.of) + (progress === 'unfinished' ? words.countedSoFar : '');
