import { expect, test } from 'vitest';
import { createAdmission } from '../../../src/channels/web/admission.ts';

const office = '203.0.113.7';

test('an office of 200 behind one address sits a whole exam, all coming at once and pressing every two seconds', () => {
  const admission = createAdmission();
  let refused = 0;
  for (let second = 0; second < 600; second += 2) {
    for (let person = 0; person < 200; person++) {
      const comer = { address: office, person: `web:${person}`, known: second > 0, asks: false };
      if (admission.turn(comer, second * 1000 + person * 5) > 0) refused++;
    }
  }
  expect(refused).toBe(0);
});

test('a new cookie for each request is soon stopped, while those who were there go on', () => {
  const admission = createAdmission();
  const colleague = { address: office, person: 'web:colleague', known: true, asks: false };
  let admitted = 0;
  for (let i = 0; i < 5000; i++)
    if (admission.turn({ address: office, person: `web:new-${i}`, known: false, asks: false }, i) === 0)
      admitted++;
  expect(admitted).toBeLessThan(400);
  expect(admission.turn(colleague, 10_000)).toBe(0);
  const elsewhere = { address: '198.51.100.1', person: 'web:else', known: false, asks: false };
  expect(admission.turn(elsewhere, 10_000)).toBe(0);
});

test('an office of 600 that were given cookies goes on at once after the server has started anew', () => {
  const admission = createAdmission();
  const waits = Array.from({ length: 600 }, (_, person) =>
    admission.turn({ address: office, person: `web:${person}`, known: true, asks: false }, person),
  );
  expect(waits.every((wait) => wait === 0)).toBe(true);
});

test('questions of one address are few, and do not stop its presses', () => {
  const admission = createAdmission();
  const turn = (i: number, asks: boolean): number =>
    admission.turn({ address: office, person: `web:${i % 100}`, known: i >= 100, asks }, 0);
  const asked = Array.from({ length: 200 }, (_, i) => turn(i, true)).filter((wait) => wait === 0).length;
  expect(asked).toBeLessThan(100);
  expect(turn(0, false)).toBe(0);
});

test('one person alone is slowed down, however known', () => {
  const admission = createAdmission();
  const waits = Array.from({ length: 100 }, () =>
    admission.turn({ address: office, person: 'web:1', known: true, asks: false }, 0),
  );
  expect(waits.filter((wait) => wait === 0).length).toBeLessThan(50);
});
