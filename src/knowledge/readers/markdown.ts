import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { BadInput } from '../../errors.ts';

export interface Line {
  text: string;
  /** 1-based line in the file. */
  number: number;
}

/** A heading with the lines beneath it, up to the next heading of any level. */
export interface Section {
  heading: string;
  level: number;
  number: number;
  /** Headings above it, outermost first. */
  path: string[];
  lines: Line[];
}

/**
 * Splits a Markdown file into its YAML front matter, checked by `schema`, and its sections.
 * @throws BadInput with the file and line of the first thing that is wrong.
 */
export function readMarkdown<T>(file: string, source: string, schema: z.ZodType<T>) {
  const lines = source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((text, index) => ({ text: text.trimEnd(), number: index + 1 }));
  const end = lines.findIndex((line, index) => index > 0 && line.text === '---');
  if (lines[0]?.text !== '---' || end < 0) {
    throw new BadInput(
      { file, line: 1 },
      'no front matter; begin the file with a line `---`, its fields, and a line `---`',
    );
  }
  const yaml = lines
    .slice(1, end)
    .map((line) => line.text)
    .join('\n');
  return { front: readFront(file, yaml, schema), sections: sectionsOf(lines.slice(end + 1)) };
}

function readFront<T>(file: string, yaml: string, schema: z.ZodType<T>): T {
  const document = parseDocument(yaml);
  const broken = document.errors[0];
  if (broken) {
    throw new BadInput(
      { file, line: (broken.linePos?.[0].line ?? 1) + 1 },
      `front matter: ${broken.message}`,
    );
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new BadInput(
    { file, line: lineOf(yaml, String(issue.path[0] ?? '')) },
    `front matter: ${issue.path.join('.')}: ${issue.message}`,
  );
}

function lineOf(yaml: string, key: string): number {
  return yaml.split('\n').findIndex((line) => key !== '' && line.startsWith(`${key}:`)) + 2;
}

function sectionsOf(lines: Line[]): Section[] {
  const sections: Section[] = [];
  const open: { level: number; heading: string }[] = [];
  for (const line of lines) {
    const heading = /^(#{1,6})\s+(.+)$/.exec(line.text);
    if (!heading) {
      const current = sections.at(-1);
      if (current) current.lines.push(line);
      else if (line.text !== '')
        sections.push({ heading: '', level: 0, number: line.number, path: [], lines: [line] });
      continue;
    }
    const level = heading[1]!.length;
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    sections.push({
      heading: heading[2]!.trim(),
      level,
      number: line.number,
      path: open.map((o) => o.heading),
      lines: [],
    });
    open.push({ level, heading: heading[2]!.trim() });
  }
  return sections;
}
