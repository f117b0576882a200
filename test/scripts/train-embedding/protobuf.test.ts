import { expect, it } from 'vitest';
import { bytes, integer, message, text } from '../../../scripts/train-embedding/protobuf.ts';

/** Examples of https://protobuf.dev/programming-guides/encoding. */
it('encodes as the specification does', () => {
  expect([...integer(1, 150)]).toEqual([0x08, 0x96, 0x01]);
  expect([...text(2, 'testing')]).toEqual([0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67]);
  expect([...message(3, integer(1, 150))]).toEqual([0x1a, 0x03, 0x08, 0x96, 0x01]);
});

it('encodes sizes beyond 31 bits and field numbers of two bytes', () => {
  expect([...integer(1, 2 ** 32)]).toEqual([0x08, 0x80, 0x80, 0x80, 0x80, 0x10]);
  expect([...bytes(20, Uint8Array.of(7))]).toEqual([0xa2, 0x01, 0x01, 0x07]);
});
