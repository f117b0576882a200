import type { Message, SentFile } from '../../../message/message.ts';
import { campaignPath } from '../campaign-path.ts';
import { webPhrases } from '../phrases.ts';
import { fileView } from './file.ts';
import { type Html, html } from './html.ts';
import { layout, type Setting } from './layout.ts';
import { messageView } from './message.ts';
import { passageDialog } from './passage.ts';
import { wordsOf } from './words.ts';

/** What a campaign's page shows: one turn, and nothing of those before. */
interface CampaignView {
  id: string;
  title: string;
  messages: Message[];
  files: SentFile[];
  remark: string;
  /** The request had no cookie: that of somebody who comes by a link from elsewhere is hidden. */
  stranger: boolean;
}

/** Characters of a title that fit two lines of a phone; a longer one is smaller. */
const longestTitle = 20;

export function campaignPage(view: CampaignView, setting: Setting): Html {
  const path = campaignPath(view.id);
  const main = html`<h1${view.title.length > longestTitle && html` class="long"`}><a href="${path}">${wordsOf(view.title)}</a></h1>
<div id="stage"${view.stranger && html` data-stranger`}>
${view.messages.map((message) => messageView(withoutTitle(message, view.title), { now: setting.now, action: path }))}
${view.files.map(fileView)}
</div>
${view.stranger && html`<noscript><p class="mine"><a class="button" href="${path}">${webPhrases.goOn}</a></p></noscript>`}
<div id="pending" class="pending" aria-hidden="true"></div>
<p id="status" class="status" role="status">${view.remark}</p>
${passageDialog()}`;
  return layout({ title: `${view.title} · ${webPhrases.name}`, path, main, frame: 'campaign' }, setting);
}

/** The page says the campaign's title itself; page/stage.js takes it out of what comes later. */
const withoutTitle = (message: Message, title: string): Message => ({
  ...message,
  paragraphs: message.paragraphs.flatMap((paragraph) => {
    if (paragraph.text === title) return [];
    const before = `${title}：`;
    if (!paragraph.text.startsWith(before)) return [paragraph];
    return [{ ...paragraph, text: paragraph.text.slice(before.length) }];
  }),
});
