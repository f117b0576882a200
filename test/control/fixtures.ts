import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Operation, OperationContext } from '../../src/control/operation.ts';
import { operations } from '../../src/control/operations/index.ts';
import { openControl } from '../../src/control/server.ts';
import { openContent } from '../../src/quiz/content.ts';
import { openQuizStore } from '../../src/store/lowdb.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { silentLog } from '../fakes/log.ts';

const seedsDir = resolve(import.meta.dirname, '../../seeds');

/** A roster campaign that has been open for long; its lines are counted by tests. */
export const exam = `id: exam
title: 任前考试
mode: exam
paper: { size: 2, draw: [{ type: judge, count: 2, points: 50 }] }
window: { opens: 2026-01-01 08:00, closes: 2099-01-01 08:00 }
attempts: { most: 1, counts: best }
passMark: 60
tiers: []
keys: after-close
audience: { kind: roster }
`;

export const person = (name: string) => ({
  unit: '甲',
  name,
  staffNumber: null,
  district: null,
  phone: null,
});

/** An installation with the exam, and a way to start a bot on it: records, content and control, without channels. */
export async function installation(files: Record<string, string> = { 'campaigns/exam.yaml': exam }) {
  const dataDir = await folderOf(files);
  const folders = { seedsDir, dataDir };
  return {
    dataDir,
    folders,
    async startBot(offered: readonly Operation[] = operations, over: Partial<OperationContext> = {}) {
      const content = await openContent(folders, Date.now);
      const store = await openQuizStore(join(dataDir, 'quiz.json'));
      const context = { store, content, now: Date.now, ...over };
      const control = await openControl({ dataDir, operations: offered, context, log: silentLog });
      let running = true;
      const stop = async (): Promise<void> => {
        if (running) await control.close();
        if (running) await store.close();
        running = false;
      };
      onTestFinished(stop);
      return { content, store, stop };
    },
  };
}
