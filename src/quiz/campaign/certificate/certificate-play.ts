import type { Message, SentFile } from '../../../message/message.ts';
import type { QuizReply } from '../../play.ts';
import type { Campaign } from '../campaign.ts';
import type { PlayContext } from '../create-campaign-play.ts';
import type { Participant } from '../people/participant.ts';
import { phrases as campaignPhrases } from '../phrases.ts';
import {
  askForNumber,
  type CertificateFormat,
  certificateFormats,
  presentVerification,
} from '../present/certificate.ts';
import type { Certificate } from './certificate.ts';
import { certificatePhrases as phrases } from './certificate-phrases.ts';
import { createCertificates } from './certificates.ts';

/** Draws a certificate. `lacking`: characters of the name that the font does not have. */
export type DrawCertificate = (
  certificate: Certificate,
  format: CertificateFormat,
) => Promise<{ bytes: Uint8Array; lacking: string[] }>;

const types: Record<CertificateFormat, SentFile['type']> = { png: 'image/png', pdf: 'application/pdf' };

/** Certificates as files, and what a number comes to. */
export function createCertificatePlay(context: PlayContext) {
  const certificates = createCertificates(context);
  return {
    /** @param place of the format in `certificateFormats` */
    async give(campaign: Campaign, participant: Participant, place: number): Promise<QuizReply> {
      const format = certificateFormats[place];
      if (!format) return { toast: campaignPhrases.gone };
      const certificate = await certificates.of(campaign, participant);
      if (!certificate) return { toast: phrases.notPassed };
      const { bytes, lacking } = await context.drawCertificate(certificate, format);
      const caption = [
        phrases.caption(campaign.title, certificate.number),
        ...(certificate.holder === null ? [phrases.writeName] : []),
        ...(lacking.length > 0 ? [phrases.lacking(lacking.join(''))] : []),
      ].join('');
      return { file: { name: `${fileName(campaign)}.${format}`, type: types[format], bytes, caption } };
    },
    async verify(typed: string): Promise<Message> {
      return typed === '' ? askForNumber() : presentVerification(await certificates.verify(typed));
    },
  };
}

/** Without what file systems forbid, short enough for each of them (255 bytes). */
const fileName = ({ title }: Campaign): string =>
  [...phrases.file(title).replace(/[\p{Cc}\\/:*?"<>|\s]+/gu, '-')].slice(0, 60).join('');
