import { phrases } from './phrases.js';

/**
 * Posts a turn and calls `on[type](event)` for each line as it comes. Gives `problem`, a sentence for the person or
 * '', and `refused` where the server has not taken the turn.
 */
export async function streamTurn(body, on) {
  const response = await fetch('/api/turn', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (response === null) return { problem: phrases.offline, refused: true };
  if (!response.ok) {
    const { error } = await response.json().catch(() => ({}));
    return { problem: error ?? phrases.offline, refused: true };
  }
  try {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { problem: '', refused: false };
      const lines = (rest + value).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        const event = JSON.parse(line);
        on[event.type]?.(event);
      }
    }
  } catch {
    return { problem: phrases.broken, refused: false };
  }
}
