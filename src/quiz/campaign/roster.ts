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
  staffNumber: ['staff number', 'staffnumber', '工号', '编号', '人员编号', '职工号'],
  phone: ['phone', '手机', '手机号', '手机号码', '电话', '联系电话'],
};
const fields = Object.keys(headings) as Field[];

export interface RosterProblem {
  line: number;
  message: string;
}

/** Persons of a table whose first row that is not empty has the headings. Problems are for the organiser to mend. */
export function readRoster(rows: readonly Row[]): { persons: Person[]; problems: RosterProblem[] } {
  const [head, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!head) return { persons: [], problems: [{ line: 1, message: 'the table is empty' }] };
  const columns = new Map(fields.map((field) => [field, columnOf(head, field)] as const));
  const missing = [
    ...(columns.get('unit') === -1 ? ['unit (单位)'] : []),
    ...(columns.get('name') === -1 && columns.get('staffNumber') === -1
      ? ['name (姓名) or staff number (工号)']
      : []),
  ];
  if (missing.length > 0)
    return {
      persons: [],
      problems: missing.map((what) => ({ line: head.line, message: `no column ${what}` })),
    };

  const problems: RosterProblem[] = [];
  const seen = new Map<string, number>();
  const persons = body.flatMap(({ line, cells }): Person[] => {
    const cell = (field: Field): string | null => cells[columns.get(field)!]?.trim() || null;
    const person = {
      unit: cell('unit') ?? '',
      district: cell('district'),
      name: cell('name'),
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

const columnOf = ({ cells }: Row, field: Field): number =>
  cells.findIndex((cell) => headings[field].includes(cell.trim().toLowerCase()));

/** A staff number names a person by itself; a name does within a unit. */
const keyOf = ({ unit, name, staffNumber }: Person): string => staffNumber ?? `${unit}\n${name}`;

/** A person with the token of their invite: the one time it can be read. */
export interface Invite {
  entry: RosterEntry;
  token: string;
}

/**
 * A roster with more persons. Those already on it keep place and invite, their phone and district are brought up to
 * date; nobody is taken off. `reissue`: those who have not joined get new invites, and their old ones end.
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
