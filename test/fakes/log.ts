import type { Log } from '../../src/log.ts';

const nothing = (): void => {};

export const silentLog: Log = { info: nothing, warn: nothing, error: nothing, debug: nothing };
