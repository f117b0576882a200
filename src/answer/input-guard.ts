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

/** Identity, bank-card and telephone numbers do not leave for a model; short public numbers such as 12348 stay. */
export function maskPersonal(text: string): string {
  return text
    .replaceAll(/\d{15,19}[\dXx]?/g, '（号码已隐去）')
    .replaceAll(/(?<!\d)1[3-9]\d{9}(?!\d)/g, '（手机号已隐去）')
    .replaceAll(/[\w.+-]+@[\w-]+\.[\w.]+/g, '（邮箱已隐去）');
}
