import { expect, it } from 'vitest';
import { certificatePhrases } from '../../src/quiz/campaign/certificate/certificate-phrases.ts';
import { phrases } from '../../src/quiz/campaign/phrases.ts';
import { campaignOf, opening } from '../fakes/campaign.ts';
import { releaseOf } from '../fakes/release.ts';
import { actionsOf, messageIn, openTalk, wordsOf } from './fixtures.ts';

/** A paper that is passed by handing it in. */
const easy = campaignOf({
  title: '春季/竞赛: 一',
  passMark: 0,
  tiers: [],
  mode: 'exam',
  keys: 'after-close',
});

it('gives the certificate as picture and PDF once the paper is passed, and verifies its number', async () => {
  const { say, press, clock } = await openTalk({
    release: releaseOf([]),
    campaigns: new Map([
      ['spring', easy],
      ['hard', campaignOf({ id: 'hard' })],
    ]),
  });
  clock.now = new Date(opening);
  expect(await press('campaign-certificate:spring:0')).toEqual([{ type: 'toast', text: phrases.joinFirst }]);
  await press('campaign-join:spring:1');
  expect(await press('campaign-certificate:spring:0')).toEqual([
    { type: 'toast', text: certificatePhrases.notPassed },
  ]);
  const begun = actionsOf(messageIn(await press('campaign-begin:spring:1:1')));
  expect(begun.some((action) => action.startsWith('campaign-certificate'))).toBe(false);
  const handIn = begun.find((action) => action.startsWith('paper-finish'))!;
  const result = messageIn(await press(handIn.replace(/0$/, '1')));
  const buttons = ['campaign-certificate:spring:0', 'campaign-certificate:spring:1'];
  for (const message of [result, messageIn(await press('campaign:spring'))])
    expect(actionsOf(message)).toEqual(expect.arrayContaining(buttons));

  const [picture] = await press(buttons[0]!);
  expect(picture).toMatchObject({ type: 'file', file: { name: '证书-春季-竞赛-一.png', type: 'image/png' } });
  const [pdf] = await press(buttons[1]!);
  expect(pdf).toMatchObject({
    type: 'file',
    file: { name: '证书-春季-竞赛-一.pdf', type: 'application/pdf' },
  });
  if (pdf?.type !== 'file') throw new Error('no file');
  const { number, unit } = JSON.parse(Buffer.from(pdf.file.bytes).toString());
  expect(unit).toBe('历下区');
  expect(pdf.file.caption).toContain(number);
  expect(pdf.file.caption).toContain(certificatePhrases.writeName);
  expect(await press('campaign-certificate:spring:2')).toEqual([{ type: 'toast', text: phrases.gone }]);
  expect(await press('campaign-certificate:winter:0')).toEqual([{ type: 'toast', text: phrases.gone }]);

  const valid = wordsOf(messageIn(await say(`/verify ${number.toLowerCase()}`)));
  for (const words of ['证书有效', '春季/竞赛', '历下区', '0分', '2026-09-01', number])
    expect(valid).toContain(words);
  const failed = messageIn(await say('/verify 1234-5678'));
  expect(wordsOf(failed)).toBe(certificatePhrases.outcomes.misread);
  expect(failed.field?.command).toBe('/verify');
  const asked = messageIn(await say('/verify'));
  expect(asked.field?.command).toBe('/verify');
  await say('/forget-yes');
  await press('command:forget-yes');
  expect(wordsOf(messageIn(await say(`/verify ${number}`)))).toBe(certificatePhrases.outcomes.unknown);
});
