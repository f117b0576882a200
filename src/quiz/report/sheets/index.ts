import type { Report } from '../report.ts';
import { absentSheet } from './absent.ts';
import { districtSheet, unitSheet } from './groups.ts';
import { hintSheet } from './hints.ts';
import { itemSheet } from './items.ts';
import { legendSheet } from './legend.ts';
import { optionSheet } from './options.ts';
import { personSheet } from './persons.ts';
import { rulingSheet } from './rulings.ts';
import type { Sheet } from './sheet.ts';
import { summarySheet } from './summary.ts';
import { chapterSheet, weakSheet } from './weak-points.ts';

/** Sheets in the order of the workbook; whether one tells of single persons. */
const makers: readonly { make: (report: Report) => Sheet; personal: boolean; optional?: true }[] = [
  { make: summarySheet, personal: false },
  { make: unitSheet, personal: false },
  { make: districtSheet, personal: false, optional: true },
  { make: personSheet, personal: true },
  { make: absentSheet, personal: true },
  { make: itemSheet, personal: false },
  { make: optionSheet, personal: false },
  { make: weakSheet, personal: false },
  { make: chapterSheet, personal: false },
  { make: hintSheet, personal: true },
  { make: rulingSheet, personal: false },
  { make: legendSheet, personal: false },
];

export const sheetsOf = (report: Report): Sheet[] =>
  makers
    .filter(({ personal }) => !(report.open && personal))
    .map(({ make, optional }) => ({ sheet: make(report), optional }))
    .filter(({ sheet, optional }) => !optional || sheet.rows.length > 0)
    .map(({ sheet }) => sheet);
