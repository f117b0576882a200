import type { Message } from '../../../message/message.ts';
import { webPhrases } from '../phrases.ts';
import { type Html, html } from './html.ts';
import { layout, type Setting } from './layout.ts';
import { messageView } from './message.ts';

/** Where an invite's link leads. Looking uses nothing up: links are opened by messengers that preview them. */
export function invitePage(
  token: string,
  turn: { messages: Message[]; remark: string } | null,
  setting: Setting,
): Html {
  const path = `/i/${token}`;
  const ask = html`<p>${webPhrases.inviteHint}</p>
<form class="buttons" method="post" action="${path}"><button class="primary" name="text" value="/join ${token}">${webPhrases.inviteAccept}</button></form>`;
  const said = html`${turn?.messages.map((message) => messageView(message, { now: setting.now, action: '/ask' }))}<p role="status">${turn?.remark}</p>`;
  const title = turn ? webPhrases.refused : webPhrases.invite;
  const main = html`<section class="invite"><h1>${title}</h1>${turn ? said : ask}</section>`;
  return layout({ title: `${title} · ${webPhrases.name}`, path, main, frame: 'page' }, setting);
}
