import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BadInput } from '../errors.ts';

const slots = {
  answer: ['question', 'passages'],
  rerank: ['question', 'passages'],
  rewrite: ['previous', 'question'],
} as const;

export type PromptName = keyof typeof slots;
export type Prompts = Record<
  PromptName,
  (values: Record<string, string>) => { system: string; user: string }
>;

/**
 * Reads prompts/NAME.md: what stands above the line `---` is the system prompt, below it the user's, with {{slots}}.
 * @throws BadInput where a file or a slot is missing
 */
export async function loadPrompts(folder: string): Promise<Prompts> {
  const entries = await Promise.all(
    (Object.keys(slots) as PromptName[]).map(async (name) => {
      const file = join(folder, `${name}.md`);
      const source = await readFile(file, 'utf8').catch((cause) => {
        throw new BadInput({ file }, 'cannot be read; restore it from the repository', { cause });
      });
      const [system, user] = source.split(/^---$/m);
      const missing = slots[name].find((slot) => !user?.includes(`{{${slot}}}`));
      if (!system || !user || missing) {
        throw new BadInput(
          { file },
          `needs a line \`---\` and below it the slot {{${missing ?? slots[name][0]}}}`,
        );
      }
      return [name, fill(system.trim(), user.trim())] as const;
    }),
  );
  return Object.fromEntries(entries) as Prompts;
}

const fill = (system: string, user: string) => (values: Record<string, string>) => ({
  system,
  user: user.replaceAll(/\{\{(\w+)\}\}/g, (_, slot: string) => values[slot] ?? ''),
});
