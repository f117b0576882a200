import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadInput } from '../../../../src/errors.ts';
import { decideRedeem, handoverMs, hashToken } from '../../../../src/quiz/campaign/people/invite.ts';
import { type Participant, withoutPerson } from '../../../../src/quiz/campaign/people/participant.ts';
import { extendRoster, type Row, readRoster } from '../../../../src/quiz/campaign/people/roster.ts';
import { readTable } from '../../../../src/quiz/campaign/people/roster-file.ts';
import { folderOf } from '../../../fakes/knowledge-folder.ts';

const table = (...lines: string[]): Row[] =>
  lines.map((line, i) => ({ line: i + 1, cells: line.split(',') }));
const counter = () => {
  let n = 0;
  return { id: () => `entry${String(n++).padStart(5, '0')}`, token: () => `token-${n++}` };
};

describe('a roster', () => {
  it('is read by its headings, in any order, with what is left out', () => {
    const { persons, problems } = readRoster(
      table('', '姓名,单位,手机号', '张三,市司法局,13800000000', '', ' 李四 ,市司法局'),
    );
    expect(problems).toEqual([]);
    expect(persons).toEqual([
      { unit: '市司法局', district: null, name: '张三', staffNumber: null, phone: '13800000000' },
      { unit: '市司法局', district: null, name: '李四', staffNumber: null, phone: null },
    ]);
    expect(readRoster(table('unit,staff number', '甲,007')).persons[0]).toMatchObject({ staffNumber: '007' });
  });

  it.each<[string, string[], [number, RegExp][]]>([
    ['no table', [''], [[1, /empty/]]],
    ['no unit column', ['姓名,电话', '张三,1'], [[1, /unit \(单位\)/]]],
    ['nobody named', ['单位,电话', '甲,1'], [[1, /姓名.*工号/]]],
    ['no persons', ['单位,姓名'], [[1, /no persons/]]],
    ['a row without unit', ['单位,姓名', '甲,张三', ',李四'], [[3, /no unit/]]],
    ['a row without name', ['单位,姓名', '甲,'], [[2, /neither name/]]],
    ['a telephone that is none', ['单位,姓名,电话', '甲,张三,王五'], [[2, /「王五」/]]],
    ['a person twice', ['单位,姓名', '甲,张三', '乙,张三', '甲,张三'], [[4, /as line 2/]]],
    ['a staff number twice', ['单位,姓名,工号', '甲,张三,1', '乙,李四,1'], [[3, /as line 2/]]],
  ])('is refused with its line for %s', (_, lines, wanted) => {
    const { problems } = readRoster(table(...lines));
    expect(problems.map(({ line }) => line)).toEqual(wanted.map(([line]) => line));
    for (const [i, [, message]] of wanted.entries()) expect(problems[i]!.message).toMatch(message);
  });

  it('stands under titles, with headings as offices write them, also on each page', () => {
    const titles = ['关于报名的通知', '附件一', '', '填表人：王五,,'];
    const head = '姓 名*,单位（全称）,职工号';
    const read = readRoster(table(...titles, head, '张　三,甲,', head, '欧阳 修,乙,'));
    expect(read.problems).toEqual([]);
    expect(read.persons.map(({ name, unit }) => [name, unit])).toEqual([
      ['张三', '甲'],
      ['欧阳修', '乙'],
    ]);
    const deep = readRoster(table(...Array(10).fill('通知'), '姓名,单位', '张三,甲'));
    expect(deep.problems[0]!.message).toMatch(/单位/);
    const half = readRoster(table('名单', '姓名,电话', '张三,1'));
    expect(half.problems).toEqual([{ line: 2, message: 'no column unit (单位)' }]);
  });

  it('never throws on what a table holds', () => {
    const cells = fc.array(fc.array(fc.oneof(fc.constantFrom('单位', '姓名', '工号', ''), fc.string())));
    fc.assert(
      fc.property(cells, (rows) => {
        const { persons, problems } = readRoster(rows.map((each, i) => ({ line: i + 1, cells: each })));
        expect(persons.length + problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it('keeps places and invites when it is imported again, and gives new ones to new persons', () => {
    const make = counter();
    const first = extendRoster([], readRoster(table('单位,姓名', '甲,张三', '甲,李四')).persons, make);
    expect(first.invites.map(({ entry, token }) => entry.invite === hashToken(token))).toEqual([true, true]);
    expect(JSON.stringify(first.roster)).not.toContain('token-');
    const again = readRoster(table('单位,姓名,电话', '甲,张三,12345', '乙,王五,')).persons;
    const second = extendRoster(first.roster, again, make);
    expect(second.roster.map(({ name, phone }) => [name, phone])).toEqual([
      ['张三', '12345'],
      ['李四', null],
      ['王五', null],
    ]);
    expect(second.invites.map(({ entry }) => entry.name)).toEqual(['王五']);
    const joined = second.roster[0]!.id;
    const third = extendRoster(second.roster, [], make, ({ id }) => id !== joined);
    expect(third.invites.map(({ entry }) => entry.name)).toEqual(['李四', '王五']);
    expect(third.roster[0]).toEqual(second.roster[0]);
    expect(third.roster[1]!.invite).not.toBe(second.roster[1]!.invite);
  });
});

describe('a csv roster', () => {
  const rowsOf = async (bytes: Uint8Array, name = 'r.csv') => {
    const folder = await folderOf({});
    await writeFile(join(folder, name), bytes);
    return (await readTable(join(folder, name))).rows;
  };

  it('is read from UTF-8 with a mark and from GB18030, with its lines', async () => {
    const utf8 = await rowsOf(Buffer.from('\ufeff单位,姓名\r\n"甲,\n乙",张三\r\n丙,李四\r\n'));
    expect(utf8.map(({ cells }) => cells)).toEqual([
      ['单位', '姓名'],
      ['甲,\n乙', '张三'],
      ['丙', '李四'],
    ]);
    expect(utf8.map(({ line }) => line)).toEqual([1, 3, 4]);
    // 单位 in GB18030.
    expect((await rowsOf(Uint8Array.from([0xb5, 0xa5, 0xce, 0xbb])))[0]!.cells).toEqual(['单位']);
  });

  it('is refused where it is no table or of another kind', async () => {
    await expect(rowsOf(Buffer.from('a,b\n"c'))).rejects.toThrow(/r\.csv:2: is no table/);
    await expect(rowsOf(Buffer.from('a'), 'r.pdf')).rejects.toThrow(BadInput);
    await expect(rowsOf(Buffer.from('a'), 'r.constructor')).rejects.toThrow(/is none of/);
    await expect(rowsOf(Buffer.from('PK\u0003\u0004'), 'r.csv')).rejects.toThrow(/name it \.xlsx/);
  });
});

describe('redeeming', () => {
  const entry = {
    ...extendRoster([], readRoster(table('单位,姓名', '甲,张三')).persons, counter()).roster[0]!,
    campaign: 'spring',
  };
  const wish = { person: 'telegram:1', participant: 'pppppppppp', now: 1000 };
  const joined = decideRedeem({ entry, holder: null, own: null }, wish);
  const holder = (joined as { participant: Participant }).participant;

  it('binds an invite to one person, once', () => {
    expect(joined).toMatchObject({
      outcome: 'joined',
      participant: { persons: ['telegram:1'], unit: '甲', entry: entry.id },
    });
    expect(decideRedeem({ entry, holder, own: holder }, wish).outcome).toBe('already-yours');
    const other = { ...wish, person: 'telegram:2' };
    expect(decideRedeem({ entry, holder, own: null }, other).outcome).toBe('used');
    expect(decideRedeem({ entry, holder: null, own: { ...holder, id: 'qqqqqqqqqq' } }, wish).outcome).toBe(
      'joined-as-another',
    );
    expect(decideRedeem({ entry: null, holder: null, own: null }, wish).outcome).toBe('unknown');
  });

  it('lets one more device in by a code, once and in time', () => {
    const given = { ...holder, handover: { code: hashToken('c'), until: 1000 + handoverMs } };
    const web = { ...wish, person: 'web:1' };
    const added = decideRedeem({ entry: null, holder: given, own: null }, web);
    expect(added).toMatchObject({
      outcome: 'device-added',
      participant: { id: holder.id, persons: ['telegram:1', 'web:1'], handover: null },
    });
    const late = { ...web, now: 1001 + handoverMs };
    expect(decideRedeem({ entry: null, holder: given, own: null }, late).outcome).toBe('expired');
  });

  it('leads back to the place, and its attempts, that a person has left by being forgotten', () => {
    const left = withoutPerson({ ...holder, device: 'd' }, 'telegram:1')!;
    expect(left).toMatchObject({ persons: [], entry: entry.id, device: null });
    expect(decideRedeem({ entry, holder: left, own: null }, { ...wish, person: 'web:9' })).toMatchObject({
      outcome: 'joined',
      participant: { id: holder.id, persons: ['web:9'], entry: entry.id },
    });
    const waiting = { ...holder, id: 'qqqqqqqqqq', entry: null, admitted: 'waiting' as const };
    expect(decideRedeem({ entry, holder: left, own: waiting }, wish).outcome).toBe('joined-as-another');
    expect(withoutPerson({ ...holder, entry: null }, 'telegram:1')).toBeNull();
  });
});
