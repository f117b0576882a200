import { BadInput } from '../../../errors.ts';
import { sheetsOf } from '../../xlsx-sheets.ts';
import { problems, reasons } from '../phrases.ts';
import { joinReadings, type Reading } from '../reading.ts';
import type { BankReader } from './bank-reader.ts';
import { readRows } from './rows.ts';

/** Excel workbooks: every sheet; a sheet may be named after a type (单选题). */
export const xlsx: BankReader = {
  format: 'xlsx',
  extensions: ['.xlsx'],
  async read(file, bytes) {
    const sheets = await sheetsOf(bytes).catch((cause) => {
      throw new BadInput({ file }, problems.corrupt('xlsx'), { cause });
    });
    const several = sheets.length > 1;
    return joinReadings(
      sheets.map(({ name, rows }) => {
        const reading = readRows(rows, name);
        return several ? named(reading, name) : reading;
      }),
    );
  },
};

const named = (reading: Reading, sheet: string): Reading => ({
  ...reading,
  rejected: reading.rejected.map((each) => ({ ...each, reason: reasons.sheet(sheet, each.reason) })),
});
