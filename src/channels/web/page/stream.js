/** A language model may think for so long between two lines. */
const silentMs = 60_000;

/**
 * Posts a turn and calls `on[type](event)` for each line as it comes. Gives `problem`, a sentence for the person
 * (`words.offline`, `words.broken` or the server's own) or '', and `refused` where the server has not taken the turn.
 */
export async function streamTurn(body, words, on) {
  const stop = new AbortController();
  let silence;
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(() => stop.abort(), words.silentMs ?? silentMs);
  };
  heard();
  try {
    const response = await fetch('/api/turn', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: stop.signal,
    }).catch(() => null);
    if (!response?.ok) {
      const { error } = (await response?.json().catch(() => null)) ?? {};
      return { problem: error ?? words.offline, refused: true };
    }
    await readLines(response.body, (event) => {
      heard();
      on[event.type]?.(event);
    });
    return { problem: '', refused: false };
  } catch {
    return { problem: words.broken, refused: false };
  } finally {
    clearTimeout(silence);
  }
}

async function readLines(stream, take) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop();
    for (const line of lines) take(JSON.parse(line));
  }
}
