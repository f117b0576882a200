import type { Field } from '../../../message/message.ts';
import { type Html, html } from './html.ts';

/** A line to type in. The command goes along, so that the form works without script. */
export function fieldView({ label, command, submit }: Field, action: string): Html {
  return html`<form class="asked" method="post" action="${action}" data-turn>
<input type="hidden" name="command" value="${command}">
<label>${label}<input name="text" maxlength="200" autocomplete="off" required></label>
<button class="primary">${submit}</button>
</form>`;
}
