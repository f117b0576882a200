/** Bad input from a person: the message names the place and the remedy. Commands print it and exit non-zero. */
export class BadInput extends Error {
  override readonly name = 'BadInput';

  constructor(
    readonly place: { file: string; line?: number },
    readonly problem: string,
    options?: ErrorOptions,
  ) {
    super(`${place.file}${place.line === undefined ? '' : `:${place.line}`}: ${problem}`, options);
  }
}

/** Something outside the process failed (a model, a network, a disk). Callers fall back or tell the citizen. */
export class Outage extends Error {
  override readonly name = 'Outage';
}

/** The message of anything thrown, for logs and terminals. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
