import type { Release } from './release.ts';

export interface RefreshReport {
  release: string;
  passages: number;
  created: number;
  updated: number;
  deleted: number;
  skipped: number;
  embedded: number;
  model: string | null;
  seconds: number;
}

/** The release in use, and its replacement while the bot goes on answering. */
export interface Library {
  current(): Release;
  /** One at a time: a second call while one runs shares its result. @throws BadInput | Outage; the old release stays */
  refresh(): Promise<RefreshReport>;
}

export async function openLibrary(build: () => Promise<Release>, now: () => Date): Promise<Library> {
  let release = await build();
  let running: Promise<RefreshReport> | null = null;
  const refresh = async (): Promise<RefreshReport> => {
    const began = now().getTime();
    const next = await build();
    const report = {
      release: next.id,
      passages: next.passages.length,
      ...compareReleases(release, next),
      embedded: next.embedded,
      model: next.model,
      seconds: (now().getTime() - began) / 1000,
    };
    release = next;
    return report;
  };
  return {
    current: () => release,
    refresh() {
      running ??= refresh().finally(() => {
        running = null;
      });
      return running;
    },
  };
}

/** Passages by what became of them between two releases. */
export function compareReleases(
  before: Pick<Release, 'passages' | 'passage'>,
  after: Pick<Release, 'passages' | 'passage'>,
): Pick<RefreshReport, 'created' | 'updated' | 'deleted' | 'skipped'> {
  const counts = { created: 0, updated: 0, deleted: 0, skipped: 0 };
  for (const passage of after.passages) {
    const old = before.passage(passage.id);
    if (!old) counts.created += 1;
    else if (old.digest !== passage.digest) counts.updated += 1;
    else counts.skipped += 1;
  }
  counts.deleted = before.passages.filter((passage) => !after.passage(passage.id)).length;
  return counts;
}
