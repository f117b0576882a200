/** Models wrap JSON in fences or words; what lies between the outer braces is read. Null where it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  } catch {
    return null;
  }
}

/** The index that a passage token stands for: P1 is 0; -1 for anything else. */
export function tokenIndex(token: string): number {
  return Number(/^P(\d+)$/.exec(token.trim())?.[1] ?? 0) - 1;
}
