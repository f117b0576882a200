/**
 * Whom to count a request for. Behind a trusted proxy the last X-Forwarded-For entry is the one the proxy wrote.
 * IPv6 counts by /64, since one household or one attacker has a whole one.
 */
export function clientAddress(
  socket: string | undefined,
  forwarded: string | undefined,
  trustProxy: boolean,
): string {
  const named = trustProxy ? forwarded?.split(',').at(-1)?.trim() : undefined;
  const address = (named || socket || 'unknown').replace(/^::ffff:(?=\d+\.)/i, '');
  return address.includes(':') ? network(address) : address;
}

function network(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0');
  return [...groups, ...(tail === undefined ? [] : zeros), ...rest].slice(0, 4).join(':');
}
