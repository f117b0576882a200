/** What the answer needs of a language model. */
export interface LanguageModel {
  id: string;
  /** The whole reply. @throws Outage on failure, refusal by rate limit, or abort */
  complete(prompt: { system: string; user: string }, signal: AbortSignal): Promise<string>;
  /** Time for all model calls of one answer, in milliseconds. */
  timeoutMs: number;
}
