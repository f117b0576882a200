import { hashToken } from './invite.ts';
import type { RosterEntry } from './participant.ts';

/** A row of a table with its line in the file, from 1. */
export interface Row {
  line: number;
  cells: readonly string[];
}

type Field = 'unit' | 'district' | 'name' | 'staffNumber' | 'phone';
type Person = Pick<RosterEntry, Field>;

/** Headings by which a column is known, as offices write them. */
const headings: Record<Field, readonly string[]> = {
  unit: ['unit', '单位', '单位名称', '工作单位', '部门'],
  district: ['district', '区县', '地区', '所属区县'],
  name: ['name', '姓名', '名字'],
  staffNumber: ['staffnumber', '工号', '编号', '人员编号', '职工号'],
  phone: ['phone', '手机', '手机号', '手机号码', '电话', '联系电话'],
};
const fields = Object.keys(headings) as Field[];

export interface RosterProblem {
  line: number;
  message: string;
}

/** How many rows of titles may stand above the headings, and the headings' own. */
const deepestHeadings = 10;

type Columns = ReadonlyMap<Field, number>;

const columnsOf = ({ cells }: Row): Columns =>
  new Map(fields.map((field) => [field, cells.findIndex((cell) => isHeading(cell, field))]));

/** Offices space headings out (姓 名), star them and add remarks: 单位（全称）. */
const isHeading = (cell: string, field: Field): boolean =>
  cell.length <= 40 &&
  headings[field].includes(
    cell
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s*]|\(.*\)$/g, ''),
  );

function missingOf(columns: Columns): string[] {
  const lacks = (field: Field): boolean => columns.get(field) === -1;
  return [
    ...(lacks('unit') ? ['unit (单位)'] : []),
    ...(lacks('name') && lacks('staffNumber') ? ['name (姓名) or staff number (工号)'] : []),
  ];
}

const filledRows = (rows: readonly Row[]): Row[] =>
  rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));

/** Whether one of the first rows names the columns that a roster needs. */
export const hasHeadings = (rows: readonly Row[]): boolean =>
  filledRows(rows)
    .slice(0, deepestHeadings)
    .some((row) => missingOf(columnsOf(row)).length === 0);

/**
 * Persons of a table below the first row that names the columns needed; titles may stand above it. Problems are for
 * the organiser to mend.
 */
export function readRoster(rows: readonly Row[]): { persons: Person[]; problems: RosterProblem[] } {
  const filled = filledRows(rows);
  if (!filled[0]) return { persons: [], problems: [{ line: 1, message: 'the table is empty' }] };
  const heads = filled.slice(0, deepestHeadings).map((row) => ({ row, missing: missingOf(columnsOf(row)) }));
  const nearest = heads.reduce((best, head) => (head.missing.length < best.missing.length ? head : best));
  const { row: head, missing } = nearest;
  if (missing.length > 0)
    return {
      persons: [],
      problems: missing.map((what) => ({ line: head.line, message: `no column ${what}` })),
    };
  const columns = columnsOf(head);
  const repeats = ({ cells }: Row): boolean =>
    [...columns].every(([field, column]) => column === -1 || isHeading(cells[column] ?? '', field));
  // Printed lists repeat their headings on each page.
  const body = filled.slice(filled.indexOf(head) + 1).filter((row) => !repeats(row));

  const problems: RosterProblem[] = [];
  const seen = new Map<string, number>();
  const persons = body.flatMap(({ line, cells }): Person[] => {
    const cell = (field: Field): string | null => cells[columns.get(field)!]?.trim() || null;
    const person = {
      unit: cell('unit') ?? '',
      district: cell('district'),
      name: cell('name')?.replace(spacing, '') ?? null,
      staffNumber: cell('staffNumber'),
      phone: cell('phone'),
    };
    const before = seen.get(keyOf(person));
    const problem =
      person.unit === ''
        ? 'no unit'
        : person.name === null && person.staffNumber === null
          ? 'neither name nor staff number'
          : person.phone !== null && !/^\+?[\d -]{5,20}$/.test(person.phone)
            ? `「${person.phone}」 is no telephone number`
            : before !== undefined
              ? `the same person as line ${before}; give staff numbers to persons of one name in one unit`
              : null;
    if (problem !== null) {
      problems.push({ line, message: problem });
      return [];
    }
    seen.set(keyOf(person), line);
    return [person];
  });
  if (persons.length === 0 && problems.length === 0)
    problems.push({ line: head.line, message: 'no persons below the headings' });
  return { persons, problems };
}

/** Two-character names are spaced out to the width of three: 张　三. */
const spacing = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** A staff number names a person by itself; a name does within a unit. */
const keyOf = ({ unit, name, staffNumber }: Person): string => staffNumber ?? `${unit}\n${name}`;

/** A person with the token of their invite: the one time it can be read. */
export interface Invite {
  entry: RosterEntry;
  token: string;
}

/**
 * A roster with more persons. Those already on it keep place and invite and are brought up to date, who is known by a
 * staff number also in name and unit; nobody is taken off. `reissue`: those who have not joined get new invites, and their old ones end.
 */
export function extendRoster(
  roster: readonly RosterEntry[],
  persons: readonly Person[],
  make: { id: () => string; token: () => string },
  reissue: ((entry: RosterEntry) => boolean) | null = null,
): { roster: RosterEntry[]; invites: Invite[] } {
  const entries = new Map(roster.map((entry) => [keyOf(entry), entry]));
  const invites: Invite[] = [];
  const invite = (entry: Omit<RosterEntry, 'invite'>): RosterEntry => {
    const token = make.token();
    const invited = { ...entry, invite: hashToken(token) };
    invites.push({ entry: invited, token });
    return invited;
  };
  for (const person of persons) {
    const old = entries.get(keyOf(person));
    entries.set(keyOf(person), old ? { ...old, ...person } : invite({ id: make.id(), ...person }));
  }
  const fresh = new Set(invites.map(({ entry }) => entry));
  const all = [...entries.values()];
  const kept = reissue
    ? all.map((entry) => (!fresh.has(entry) && reissue(entry) ? invite(entry) : entry))
    : all;
  return { roster: kept, invites };
}
