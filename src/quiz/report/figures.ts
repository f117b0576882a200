import { writeMoment } from '../campaign/calendar.ts';
import type { Taker } from './material.ts';
import type { Report } from './report.ts';
import type { WeakPoint } from './weak-points.ts';

/**
 * The figures of a report as plain data for JSON: shares from 0 to 1, times in milliseconds, moments in Asia/Shanghai,
 * null for what is not shown.
 */
export function figuresOf(report: Report) {
  const { open, material, summary, units, districts, items, weak, hints } = report;
  const { campaign, head, now, ruled } = material;
  return {
    campaign: campaign.id,
    title: campaign.title,
    asOf: writeMoment(now),
    ledger: head,
    summary,
    units,
    districts,
    ...(!open && {
      persons: report.persons.map((taker) => {
        const { rank, score, maximum, tier, passed, tookMs, endedAt } = taker.standing!;
        const attempts = taker.attempts.length;
        const ended = writeMoment(endedAt);
        return { ...who(taker), rank, score, maximum, tier, passed, tookMs, attempts, ended };
      }),
      absent: report.absent.map(({ progress, taker, entry, answered }) => ({
        progress,
        participant: taker?.id ?? null,
        unit: entry?.unit ?? taker?.participant.unit ?? null,
        name: entry?.name ?? taker?.name ?? null,
        staffNumber: entry?.staffNumber ?? null,
        phone: entry?.phone ?? null,
        answered,
      })),
      hints: hints.hints.map(({ takers, ...hint }) => ({ ...hint, persons: takers.map(who) })),
    }),
    items: items.map(({ id, item, figures, options, choices, ruling }) => ({
      item: id,
      stem: item?.stem ?? null,
      asked: choices?.asked ?? 0,
      blank: choices?.blank ?? 0,
      ...(figures && {
        facility: figures.facility,
        deviation: figures.deviation,
        discrimination: figures.discrimination,
        efficiency: figures.efficiency,
        flags: figures.flags,
      }),
      options,
      ruling: ruling && { key: ruling.key, reason: ruling.reason },
    })),
    weakPoints: {
      books: weak.book.map(plain),
      chapters: weak.chapter.map(plain),
      types: weak.type.map(plain),
      difficulties: weak.difficulty.map(plain),
    },
    rulings: ruled.map(({ at, item, key, reason, changed, points }) => ({
      at: writeMoment(at),
      item,
      key,
      reason,
      changed,
      points,
    })),
  };
}

const who = ({ id, participant, name, entry }: Taker) => ({
  participant: id,
  unit: participant.unit,
  name,
  staffNumber: entry?.staffNumber ?? null,
});

const plain = ({ units, ...point }: WeakPoint) => ({ ...point, units: Object.fromEntries(units) });
