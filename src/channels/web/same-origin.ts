/**
 * Whether a POST comes from our own page. Browsers send Sec-Fetch-Site on https and localhost, Origin everywhere;
 * a request with neither is refused.
 */
export function isSameOrigin(header: (name: string) => string | undefined): boolean {
  const site = header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = header('origin');
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === header('host');
}
