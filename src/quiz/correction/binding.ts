import { z } from 'zod';
import { articleId } from '../../knowledge/readers/civil-code.ts';
import type { BankFile, Item } from '../bank-file.ts';
import type { Finding } from '../finding.ts';

/** The passage that an item was read against, and the digest of what it said of the law (knowledge/law-digest.ts). */
export const bindingSchema = z.strictObject({
  passage: z.string(),
  digest: z.string().regex(/^[0-9a-f]{16}$/, 'a digest is 16 hexadecimal digits'),
});

export type Binding = z.infer<typeof bindingSchema>;

/** By the ids of items. */
export type Bindings = ReadonlyMap<string, Binding>;

/** Digests of the law by passage, as the knowledge stands now. */
export type LawDigests = ReadonlyMap<string, string>;

/** The binding of an item that is read against the knowledge now; null where there is nothing to read it against. */
export function bindingOf({ article }: Pick<Item, 'article'>, digests: LawDigests): Binding | null {
  if (article === null) return null;
  const passage = articleId(article);
  const digest = digests.get(passage);
  return digest === undefined ? null : { passage, digest };
}

/** Those of new items, which were read when they were taken in. */
export function bindingsOf(
  items: readonly { id: string; article?: number | null | undefined }[],
  digests: LawDigests,
): Bindings {
  return new Map(
    items.flatMap(({ id, article = null }) => {
      const binding = bindingOf({ article }, digests);
      return binding ? [[id, binding] as const] : [];
    }),
  );
}

/** How an item that names an article stands to it. */
export type Boundness =
  | 'fresh'
  /** What the passage says has changed since, or the item names another article now. */
  | 'stale'
  | 'unbound'
  /** The knowledge does not hold the article. */
  | 'gone';

export function boundnessOf(
  item: Pick<Item, 'id' | 'article'>,
  bindings: Bindings,
  digests: LawDigests,
): Boundness {
  const now = bindingOf(item, digests);
  if (!now) return 'gone';
  const bound = bindings.get(item.id);
  if (!bound) return 'unbound';
  return bound.passage === now.passage && bound.digest === now.digest ? 'fresh' : 'stale';
}

/** How many items stand how; those without an article are left out. */
export function countBoundness(
  items: readonly Item[],
  bindings: Bindings,
  digests: LawDigests,
): Record<Boundness, number> {
  const counts = { fresh: 0, stale: 0, unbound: 0, gone: 0 };
  for (const item of items) if (item.article !== null) counts[boundnessOf(item, bindings, digests)]++;
  return counts;
}

/** What an editor must read again. An article that the knowledge does not hold is reported by bank-check.ts. */
export function checkBindings(
  files: readonly BankFile[],
  bindings: Bindings,
  digests: LawDigests,
): Finding[] {
  return files.flatMap(({ file, asOf, items }) =>
    items.flatMap(({ item, line, corrected }): Finding[] => {
      if (item.article === null) return [];
      const place = { file, line, ...corrected, item: item.id };
      const passage = articleId(item.article);
      const remedy = `read both (\`mingbai bank bind ${item.id} --preview\`), then bind or fix it`;
      const boundness = boundnessOf(item, bindings, digests);
      if (boundness === 'unbound')
        return [
          { severity: 'info', rule: 'binding', ...place, message: `bound to no passage yet; ${remedy}` },
        ];
      if (boundness !== 'stale') return [];
      const bound = bindings.get(item.id)!;
      const message =
        bound.passage === passage
          ? `what ${passage} says of the law has changed since the item was read against it (bank as of ${asOf}); ${remedy}`
          : `the item was read against ${bound.passage}, but names ${passage} now; ${remedy}`;
      return [{ severity: 'warning', rule: 'stale', ...place, message }];
    }),
  );
}
