import type { Person } from '../../message/message.ts';
import type { Bank } from '../bank.ts';
import type { QuizReply } from '../play.ts';
import type { ArticleButton } from '../present/feedback.ts';
import type { Campaign } from './campaign.ts';
import type { CampaignAction, CampaignPlay } from './campaign-play.ts';
import type { CampaignStore } from './campaign-store.ts';
import type { Campaigns } from './campaigns.ts';
import { createCertificatePlay, type DrawCertificate } from './certificate/certificate-play.ts';
import { createPaperPlay } from './paper/paper-play.ts';
import { createAdmission } from './people/admission.ts';
import { createJoining } from './people/joining.ts';
import type { Participant } from './people/participant.ts';
import { phrases } from './phrases.ts';
import { presentBoard } from './present/board.ts';
import { presentCampaigns } from './present/page.ts';
import { presentRanks } from './present/ranks.ts';
import type { Notices } from './reminders/notices.ts';
import { createReminding } from './reminders/reminding.ts';
import { createTally } from './standings/tally.ts';

export interface PlayContext {
  campaigns: Campaigns;
  bank: Bank;
  store: CampaignStore;
  articleButton: ArticleButton;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Ten characters a–z and 0–9 that nobody can guess: who knows a participant's id can foresee the papers. */
  newId: () => string;
  /** Where people reach the web page: it stands on certificates. */
  publicUrl: string;
  drawCertificate: DrawCertificate;
  /** Where persons can be told something outside their turns; left out where nowhere. */
  notices?: Pick<Notices, 'reaches' | 'tell'>;
}

type Presses = {
  [K in CampaignAction[0]]: (
    action: Extract<CampaignAction, [K, ...unknown[]]>,
    person: Person,
  ) => Promise<QuizReply>;
};

/** Campaigns over banks and a store. Opening and closing need no timers: each press asks the clock. */
export function createCampaignPlay(context: PlayContext): CampaignPlay {
  const { campaigns, store, now } = context;
  const joining = createJoining(context);
  const admission = createAdmission(context, joining.page);
  const reminding = createReminding(context, joining.page);
  const papers = createPaperPlay(context);
  const certificates = createCertificatePlay(context);
  const tally = createTally(store, now);

  const withCampaign = async (
    id: string,
    then: (campaign: Campaign) => QuizReply | Promise<QuizReply>,
  ): Promise<QuizReply> => {
    const campaign = campaigns.get(id);
    return campaign ? then(campaign) : { toast: phrases.gone };
  };
  const asParticipant = (
    id: string,
    person: Person,
    then: (participant: Participant, campaign: Campaign) => Promise<QuizReply>,
  ): Promise<QuizReply> =>
    withCampaign(id, async (campaign) => {
      const participant = await store.participant(id, person.id);
      if (participant) return then(participant, campaign);
      return { toast: campaign.audience.kind === 'roster' ? phrases.rosterOnly : phrases.joinFirst };
    });

  const presses: Presses = {
    campaign: ([, id], person) =>
      withCampaign(id, async (campaign) => ({
        message: await joining.page(campaign, await store.participant(id, person.id), person),
        inPlace: false,
      })),
    'campaign-units': ([, id, page]) => withCampaign(id, (campaign) => joining.units(campaign, page)),
    'campaign-join': ([, id, place], person) =>
      withCampaign(id, (campaign) =>
        campaign.audience.kind === 'captains'
          ? admission.ask(campaign, place)
          : joining.joinOpen(campaign, place, person),
      ),
    'campaign-applicants': ([, id, page], person) =>
      asParticipant(id, person, (captain, campaign) => admission.applicants(campaign, captain, page)),
    'campaign-admit': ([, id, applicant, yes], person) =>
      asParticipant(id, person, (captain, campaign) =>
        admission.admit(campaign, captain, applicant, yes === 1),
      ),
    'campaign-mute': ([, id, muted], person) =>
      asParticipant(id, person, (participant, campaign) =>
        reminding.mute(campaign, participant, muted === 1, person),
      ),
    'campaign-remind-me': ([, id, wanted], person) =>
      withCampaign(id, (campaign) => reminding.remindMe(campaign, wanted === 1, person)),
    'campaign-begin': ([, id, level, number], person) =>
      asParticipant(id, person, (participant, campaign) =>
        papers.begin(campaign, level, number, participant, person),
      ),
    'campaign-ranks': ([, id], person) =>
      withCampaign(id, async (campaign) => {
        const participant = await store.participant(id, person.id);
        const message = presentRanks(campaign, await tally(campaign), participant?.id ?? null);
        return { message, inPlace: false };
      }),
    'campaign-certificate': ([, id, format], person) =>
      asParticipant(id, person, (participant, campaign) => certificates.give(campaign, participant, format)),
    'campaign-board': ([, id]) =>
      withCampaign(id, async (campaign) => ({
        message: presentBoard(campaign, await tally(campaign), now()),
        inPlace: true,
      })),
    'campaign-handover': ([, id], person) => asParticipant(id, person, joining.handover),
    'paper-item': ([, id, n], person) => papers.item(id, n, person),
    'paper-choose': ([, id, n, place], person) => papers.choose(id, n, place, person),
    'paper-toggle': ([, id, n, place], person) => papers.toggle(id, n, place, person),
    'paper-submit': ([, id, n], person) => papers.submit(id, n, person),
    'paper-sheet': ([, id, n, page], person) => papers.sheet(id, n, page, person),
    'paper-finish': ([, id, sure], person) => papers.finish(id, sure === 1, person),
    'paper-result': ([, id], person) => papers.result(id, person),
    'paper-review': ([, id, page], person) => papers.review(id, page, person),
  };

  return {
    menu: () => presentCampaigns(campaigns.values(), now()),
    enter: joining.enter,
    join: joining.join,
    apply: admission.apply,
    verify: certificates.verify,
    press(person, action) {
      const press = presses[action[0]] as (action: CampaignAction, person: Person) => Promise<QuizReply>;
      return press(action, person);
    },
  };
}
