import { LineCounter, parseDocument } from 'yaml';
import { lineOf } from '../bank-file.ts';
import { type Campaign, campaignSchema } from './campaign.ts';

/** Something about a campaign's file that its organiser must mend. */
export interface CampaignFinding {
  file: string;
  line: number;
  message: string;
}

/** A campaign with the lines of its values. */
export interface CampaignFile {
  file: string;
  campaign: Campaign;
  lineAt(path: readonly PropertyKey[]): number;
}

/** Reads a campaign; what does not fit is reported with its line. */
export function readCampaign(file: string, source: string): CampaignFile | CampaignFinding[] {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  if (document.errors.length > 0) {
    return document.errors.map((error) => ({
      file,
      line: lines.linePos(error.pos[0]).line,
      message: error.message.split('\n')[0]!,
    }));
  }
  const lineAt = (path: readonly PropertyKey[]): number => lineOf(document, lines, path);
  const parsed = campaignSchema.safeParse(document.toJS());
  if (parsed.success) return { file, campaign: parsed.data, lineAt };
  return parsed.error.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
    const where = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
    return { file, line: lineAt(path), message: `${where}${issue.message}` };
  });
}
