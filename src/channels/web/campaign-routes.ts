import type { Context, Hono } from 'hono';
import { readAction } from '../../message/action.ts';
import type { Handle, Message, Person } from '../../message/message.ts';
import { campaignPath } from './campaign-path.ts';
import type { Gate } from './gate.ts';
import { type Gathered, gathered } from './gathered.ts';
import { knownPerson, visitor } from './identity.ts';
import { webPhrases } from './phrases.ts';
import { campaignPage } from './views/campaign.ts';
import { itemPress } from './views/countdown.ts';
import { markup } from './views/html.ts';
import { invitePage } from './views/invite.ts';
import type { Setting } from './views/layout.ts';
import { screenPage } from './views/screen.ts';
import { verifyPage } from './views/verify.ts';

export interface CampaignRoutes {
  handle: Handle;
  gate: Gate;
  setting: (c: Context) => Setting;
  randomToken: () => string;
  /** Where people reach the site, without a slash at the end. */
  publicUrl: string;
  /** An address as a QR code in SVG. */
  qrSvg: (text: string) => string;
}

/** Invites have 22 characters of base64url, codes for another device ten. */
const tokenShape = /^(?:[\w-]{22}|[a-z0-9]{10})$/;

/** A campaign's page and its big screen, where invites lead, and where certificates are verified. */
export function mountCampaigns(app: Hono, deps: CampaignRoutes): void {
  const { handle, gate, setting, randomToken } = deps;
  const press = (person: Person, action: string): Promise<Gathered> =>
    gathered(handle({ person, press: action }));
  const page = async (c: Context, id: string, turn: Gathered, title: string): Promise<Response> => {
    const stranger = c.req.method === 'GET' && knownPerson(c) === null;
    return c.html(await markup(campaignPage({ id, title, stranger, ...turn }, setting(c))));
  };

  app.get('/c/:id', gate.look, async (c) => {
    const id = c.req.param('id');
    const turn = await press(knownPerson(c) ?? visitor(randomToken), `campaign:${id}`);
    return turn.messages.length === 0 ? c.notFound() : page(c, id, turn, titleOf(turn));
  });
  app.post('/c/:id', gate.turn, async (c) => {
    const id = c.req.param('id');
    const [person, said] = [c.get('person'), c.get('turn')];
    const turn = await gathered(handle({ person, ...said }));
    const own = await press(person, `campaign:${id}`);
    if (own.messages.length === 0) return c.notFound();
    // A remark alone leaves the person where they are.
    const item = 'press' in said && turn.messages.length === 0 ? itemPress(said.press) : null;
    const still = item === null ? own : await press(person, item);
    const messages = turn.messages.length > 0 || turn.files.length > 0 ? turn.messages : still.messages;
    return page(c, id, { ...turn, messages }, titleOf(own));
  });
  app.get('/c/:id/screen', gate.look, async (c) => {
    const id = c.req.param('id');
    const shown = await press(visitor(randomToken), `campaign-board:${id}`);
    const [board] = shown.messages;
    if (!board) return c.notFound();
    const address = deps.publicUrl + campaignPath(id);
    const screen = { title: titleOf(shown), board, address, qr: deps.qrSvg(address) };
    return c.html(await markup(screenPage(screen, setting(c))));
  });

  app.get('/i/:token', async (c) => {
    const token = c.req.param('token');
    return tokenShape.test(token) ? c.html(await markup(invitePage(token, null, setting(c)))) : c.notFound();
  });
  app.post('/i/:token', gate.turn, async (c) => {
    const token = c.req.param('token');
    if (!tokenShape.test(token)) return c.notFound();
    const turn = await gathered(handle({ person: c.get('person'), text: `/join ${token}` }));
    const id = turn.messages.map(campaignOf).find((found) => found !== null);
    return id ? c.redirect(campaignPath(id), 303) : c.html(await markup(invitePage(token, turn, setting(c))));
  });

  const verify = async (c: Context, number: string): Promise<Response> => {
    const person = visitor(randomToken);
    const said = number ? (await gathered(handle({ person, text: `/verify ${number}` }))).messages : [];
    return c.html(await markup(verifyPage(number, said, setting(c))));
  };
  const written = (number: string): string => number.slice(0, 40).replace(/\s+/gu, ' ').trim();
  app.get('/v', gate.look, (c) => verify(c, written(c.req.query('number') ?? '')));
  app.get('/v/:number', gate.look, (c) => verify(c, written(c.req.param('number'))));
}

const titleOf = ({ messages }: Gathered): string =>
  messages[0]?.paragraphs.find(({ kind }) => kind === 'lead')?.text ?? webPhrases.campaign;

/** The campaign that a message's buttons are about. */
function campaignOf({ buttons }: Message): string | null {
  for (const { action } of buttons.flat()) {
    const read = readAction(action);
    if (read?.[0].startsWith('campaign')) return String(read[1]);
  }
  return null;
}
