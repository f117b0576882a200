import type { Report } from '../report.ts';
import { legendPhrases as words } from './legend-phrases.ts';
import type { Sheet } from './sheet.ts';

export const legendSheet = ({ material: { campaign } }: Report): Sheet => ({
  name: words.name,
  title: `${campaign.title}　${words.title}`,
  notes: [],
  columns: [
    { header: words.columns.term, width: 20 },
    { header: words.columns.how, width: 76, wrap: true },
    { header: words.columns.source, width: 46, wrap: true },
  ],
  rows: words.rows.map((row) => [...row]),
});
