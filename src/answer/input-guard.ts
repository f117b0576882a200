export const longestQuestion = 500;

export type Guarded = { ok: true; question: string } | { ok: false; reason: 'empty' | 'too-long' };

/** Control and invisible characters go, spaces are folded; the rest stays as the citizen wrote it. */
export function guardInput(text: string): Guarded {
  const question = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(question)) return { ok: false, reason: 'empty' };
  if ([...question].length > longestQuestion) return { ok: false, reason: 'too-long' };
  return { ok: true, question };
}

/** Identity, bank-card and mobile numbers, with or without gaps, and mail addresses do not leave for a model; short public numbers such as 12348 stay. */
export function maskPersonal(text: string): string {
  return text
    .replaceAll(/[0-9０-９](?:[ -]?[0-9０-９]){14,}[XxＸｘ]?/g, '（号码已隐去）')
    .replaceAll(
      /(?<![0-9０-９])[1１][ -]?[3-9３-９](?:[ -]?[0-9０-９]){9}(?![0-9０-９])/g,
      '（手机号已隐去）',
    )
    .replaceAll(/[\w.+-]+@[\w-]+\.[\w.]+/g, '（邮箱已隐去）');
}
