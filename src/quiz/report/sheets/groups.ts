import type { GroupReport } from '../groups.ts';
import { phrases } from '../phrases.ts';
import type { Report } from '../report.ts';
import { type Cell, type Column, formats, type Sheet } from './sheet.ts';

const words = phrases.groups;

export const unitSheet = ({ material, units }: Report): Sheet =>
  groupSheet(material.campaign, words.unit, units, true, [words.order, phrases.hidden]);

/** Empty where no unit says its district. */
export const districtSheet = ({ material, districts }: Report): Sheet =>
  groupSheet(material.campaign, words.district, districts, false, [words.order, words.districtNote]);

function groupSheet(
  { title, tiers }: Report['material']['campaign'],
  named: { name: string; title: string },
  groups: readonly GroupReport[],
  inDistrict: boolean,
  notes: string[],
): Sheet {
  const { columns } = words;
  const district: Column[] = inDistrict ? [{ header: columns.district, width: 14 }] : [];
  return {
    name: named.name,
    title: `${title}　${named.title}`,
    notes,
    columns: [
      { header: columns.rank, width: 7 },
      { header: inDistrict ? columns.unit : columns.district, width: 28, wrap: true },
      ...district,
      { header: columns.persons, width: 9 },
      { header: columns.tookPart, width: 9 },
      { header: columns.participation, width: 10, format: formats.percent },
      { header: columns.average, width: 10, format: formats.points },
      { header: columns.passRate, width: 10, format: formats.percent },
      ...tiers.map(({ name }): Column => ({ header: name, width: 9 })),
      { header: columns.note, width: 28 },
    ],
    rows: groups.map((group): Cell[] => [
      group.rank,
      group.name,
      ...(inDistrict ? [group.district] : []),
      group.persons,
      group.tookPart,
      group.participation,
      group.figures?.average ?? phrases.none,
      group.figures?.passRate ?? phrases.none,
      ...(group.tiers ?? tiers.map(() => phrases.none)),
      noteOf(group),
    ]),
  };
}

function noteOf({ tookPart, figures }: GroupReport): string | null {
  if (figures) return null;
  return tookPart === 0 ? words.nobody : words.tooFew;
}
