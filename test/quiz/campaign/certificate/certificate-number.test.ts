import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  certificateNumber,
  readCertificateNumber,
} from '../../../../src/quiz/campaign/certificate/certificate-number.ts';

const ids = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'),
  minLength: 10,
  maxLength: 10,
});
const number = fc
  .tuple(fc.constantFrom('spring', 'exam'), ids)
  .map(([campaign, id]) => certificateNumber(campaign, id));
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

it('is another for another participant or campaign, in four groups of four', () => {
  fc.assert(
    fc.property(ids, ids, (one, other) => {
      expect(certificateNumber('spring', one)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
      expect(certificateNumber('spring', one)).not.toBe(certificateNumber('summer', one));
      expect(certificateNumber('spring', one) === certificateNumber('spring', other)).toBe(one === other);
    }),
  );
});

it('is read as people type it', () => {
  const spaces = fc.array(fc.constantFrom('', '', ' ', '-', '–', '—', '－', '·', '\u3000', '\n'), {
    minLength: 20,
    maxLength: 20,
  });
  const looks: Record<string, string[]> = { 0: ['0', 'O', 'o', '０'], 1: ['1', 'I', 'l', 'L', 'i'] };
  fc.assert(
    fc.property(
      number,
      spaces,
      fc.array(fc.nat(9), { minLength: 20, maxLength: 20 }),
      (written, between, choice) => {
        const typed = [...written].map((character, i) => {
          const forms = looks[character] ?? [character, character.toLowerCase()];
          return (between[i] ?? '') + forms[choice[i]! % forms.length]!;
        });
        expect(readCertificateNumber(typed.join(''))).toBe(written);
        expect(readCertificateNumber(` https://mingbai.test/v/${written.toLowerCase()}?from=qr`)).toBe(
          written,
        );
      },
    ),
  );
});

it('tells a wrong character and two exchanged ones anywhere', () => {
  const place = fc.nat(15);
  fc.assert(
    fc.property(number, place, place, fc.constantFrom(...alphabet), (written, a, b, other) => {
      const right = [...written.replaceAll('-', '')];
      const wrong = right.with(a, other);
      expect(readCertificateNumber(wrong.join('')) === null).toBe(other !== right[a]);
      const exchanged = right.with(a, right[b]!).with(b, right[a]!);
      expect(readCertificateNumber(exchanged.join('')) === null).toBe(right[a] !== right[b]);
      expect(readCertificateNumber(right.slice(1).join(''))).toBeNull();
    }),
    { numRuns: 500 },
  );
});

it('reads anything without failing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme', size: 'max', maxLength: 400 }), number), (typed) => {
      const read = readCertificateNumber(typed);
      if (read !== null) expect(readCertificateNumber(read)).toBe(read);
    }),
  );
});
