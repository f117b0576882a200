import type { DrawCertificate } from '../quiz/campaign/certificate/certificate-play.ts';
import { certificatePdf, certificatePng } from './certificate.ts';
import { lackingIn } from './font.ts';

const draw = { png: certificatePng, pdf: certificatePdf };

/** One after another: where a whole hall asks at once, the turns of those who still answer come in between. */
export function createDrawCertificate(): DrawCertificate {
  let last: Promise<unknown> = Promise.resolve();
  return (certificate, format) => {
    const drawn = last.then(async () => ({
      bytes: await draw[format](certificate),
      lacking: lackingIn(certificate.holder ?? ''),
    }));
    last = drawn.catch(() => {});
    return drawn;
  };
}
