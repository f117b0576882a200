import { expect, test } from 'vitest';
import { clientAddress } from '../../../src/channels/web/client-address.ts';

test('X-Forwarded-For counts only behind a trusted proxy, and then the entry the proxy wrote', () => {
  expect(clientAddress('10.0.0.1', '1.2.3.4', false)).toBe('10.0.0.1');
  expect(clientAddress('10.0.0.1', '9.9.9.9, 1.2.3.4', true)).toBe('1.2.3.4');
  expect(clientAddress('10.0.0.1', undefined, true)).toBe('10.0.0.1');
});

test('an IPv6 address counts by its /64, IPv4 in IPv6 as IPv4', () => {
  expect(clientAddress('2001:db8:1:2:3:4:5:6', undefined, false)).toBe('2001:db8:1:2');
  expect(clientAddress('2001:db8:1::9', undefined, false)).toBe(
    clientAddress('2001:db8:1::A', undefined, false),
  );
  expect(clientAddress('2001:db8:1:1::9', undefined, false)).not.toBe(
    clientAddress('2001:db8:1:2::9', undefined, false),
  );
  expect(clientAddress('::ffff:127.0.0.1', undefined, false)).toBe('127.0.0.1');
});
