import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { chromiumArgs, executablePath } from '../../../scripts/chromium.ts';
import { type Handle, messageOf, type TurnEvent, text } from '../../../src/message/message.ts';
import { answerEvent, inheritance, startWeb } from './fixtures.ts';

const installed = existsSync(executablePath);
if (!installed)
  process.stderr.write(`page.browser.test.ts skipped: no ${executablePath} (.ci/install-browser.sh)\n`);

const item = messageOf([{ kind: 'lead', text: '男方最早满多大年龄才能登记结婚？', cites: [] }], {
  buttons: [
    [{ label: 'A. 二十周岁', action: 'choose:abcdefghij:1:0' }],
    [{ label: 'B. 二十二周岁', action: 'choose:abcdefghij:1:1' }],
  ],
});
const feedback = messageOf([{ kind: 'lead', text: '答对了！', cites: [] }, text('男方满二十二周岁。', [1])], {
  sources: inheritance.sources,
  buttons: [[{ label: '下一题', action: 'next:abcdefghij:2' }]],
});
const emergency = messageOf([{ kind: 'signpost', text: '请马上拨打110报警。', cites: [] }]);

/** What the page meets in these tests: a quiz, a toast, an emergency, else an answer in sentences. */
const handle: Handle = async function* (incoming): AsyncGenerator<TurnEvent> {
  if ('press' in incoming) {
    if (incoming.press === 'command:quiz') yield answerEvent(item);
    else if (incoming.press.startsWith('choose')) yield answerEvent(feedback, true);
    else yield { type: 'toast', text: '这题已经答过了' };
    return;
  }
  yield { type: 'progress', stage: 'searching' };
  if (incoming.text.includes('打我')) yield answerEvent(emergency);
  else {
    for (const paragraph of inheritance.paragraphs) yield { type: 'sentence', paragraph };
    yield answerEvent(inheritance);
  }
};

describe.skipIf(!installed)('the page in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: chromiumArgs });
  });
  afterAll(() => browser?.close());

  async function openPage(path = '/', options: BrowserContextOptions = {}): Promise<Page> {
    const url = await startWeb({ handle });
    const context = await browser.newContext({ viewport: { width: 375, height: 720 }, ...options });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => !request.url().startsWith(url) && complaints.push(request.url()));
    onTestFinished(() => expect(complaints).toEqual([]));
    await page.goto(url + path);
    return page;
  }

  const ask = async (page: Page, question: string): Promise<void> => {
    await page.locator('#question').fill(question);
    await page.keyboard.press('Enter');
    await page.locator('.message').first().waitFor();
  };
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => document.activeElement?.textContent ?? '');

  /** Presses Tab until the focused element has this text. */
  async function tabTo(page: Page, label: RegExp): Promise<void> {
    const seen: string[] = [];
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        return element?.id === 'question' ? '#question' : (element?.textContent ?? '');
      });
      if (label.test(here)) return;
      seen.push(here);
    }
    throw new Error(`no ${label} by Tab, only ${seen.join(' | ')}`);
  }

  test('a question is answered in the log once, with marks, card, sources and the AI badge', async () => {
    const page = await openPage();
    await ask(page, '父母没留遗嘱，遗产怎么分');
    const log = page.getByRole('log');
    expect(await log.getByRole('heading', { name: '父母没留遗嘱，遗产怎么分' }).count()).toBe(1);
    expect(await page.getByText('尽了主要赡养义务的。').count()).toBe(1);
    expect(await log.getByText('AI生成').isVisible()).toBe(true);
    expect(await log.getByRole('link', { name: '0531-12345678' }).getAttribute('href')).toBe(
      'tel:0531-12345678',
    );
    expect(await page.locator('#question').inputValue()).toBe('');
    expect(await page.locator('#welcome').isVisible()).toBe(false);
  });

  test('a citation opens its passage; Esc closes it and the focus returns', async () => {
    const page = await openPage();
    await ask(page, '遗产怎么分');
    const mark = page.getByRole('link', { name: /^\[1\]/ }).first();
    await mark.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: /民法典第1127条/ }).waitFor();
    expect(await focused(page)).toMatch(/民法典第1127条/);
    expect(await dialog.getByRole('link', { name: '单独打开这一页' }).getAttribute('href')).toBe(
      '/p/civil-code/1127',
    );
    await dialog.getByRole('link', { name: /遗嘱公证/ }).click();
    await dialog.getByRole('heading', { name: /遗嘱公证/ }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('by keyboard alone: skip to the box, ask, reach a citation, play the quiz', async () => {
    const page = await openPage();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('跳到提问框');
    await page.keyboard.press('Enter');
    await page.keyboard.type('遗产');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('怎么分');
    expect(await page.locator('#question').inputValue()).toBe('遗产\n怎么分');
    await page.keyboard.press('Enter');
    await page.locator('.message').waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.locator('h1').evaluate((heading) => heading.scrollIntoView());
    await tabTo(page, /^做题$/);
    await page.keyboard.press('Enter');
    await page.getByText('男方最早满多大年龄').waitFor();
    expect(await focused(page)).toContain('男方最早满多大年龄');
    await tabTo(page, /^B/);
    await page.keyboard.press('Space');
    await page.getByText('答对了！').waitFor();
    expect(await focused(page)).toContain('答对了！');
    await page.keyboard.press('1');
    await page.getByText('这题已经答过了').waitFor();
  });

  test('an answer to a quiz item takes the item’s place, and a toast changes nothing', async () => {
    const page = await openPage();
    await page.getByRole('button', { name: '做题' }).click();
    await page.getByRole('button', { name: 'B 二十二周岁' }).click();
    await page.getByText('答对了！').waitFor();
    expect(await page.locator('.message').count()).toBe(1);
    await page.getByRole('button', { name: '下一题' }).click();
    await page.getByRole('status').getByText('这题已经答过了').waitFor();
    expect(await page.locator('.message').count()).toBe(1);
  });

  test('大字版 is one tap away: large type, big targets; it is remembered and can be left', async () => {
    const page = await openPage();
    const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    expect(await size()).toBeLessThan(22);
    await page.getByRole('button', { name: '大字版' }).click();
    expect(await size()).toBeGreaterThanOrEqual(22);
    await page.reload();
    expect(await size()).toBeGreaterThanOrEqual(22);
    await ask(page, '遗产怎么分');
    for (const button of await page.getByRole('button').all()) {
      if (await button.isVisible()) expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(48);
    }
    const sizes = await page
      .locator('main *, footer *')
      .evaluateAll((elements) =>
        elements
          .filter((element) => element.checkVisibility() && element.textContent?.trim())
          .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
      );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(22);
    await page.getByRole('button', { name: '标准版' }).click();
    expect(await size()).toBeLessThan(22);
  });

  test('an answer can be read aloud and stopped, without its marks', async () => {
    const page = await openPage();
    await page.evaluate(() => {
      const spoken: string[] = [];
      Object.assign(globalThis, { spoken });
      speechSynthesis.speak = (utterance) => {
        spoken.push(`${utterance.lang} ${utterance.text}`);
      };
    });
    await ask(page, '遗产怎么分');
    await page.getByRole('button', { name: '朗读' }).click();
    const spoken = await page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken);
    expect(spoken[0]).toBe('zh-CN 没有遗嘱的，配偶、子女、父母平分。');
    expect(spoken).toContain('zh-CN 费用：每件二百元');
    await page.getByRole('button', { name: '停止朗读' }).click();
    expect(await page.getByRole('button', { name: '朗读', exact: true }).count()).toBe(1);
  });

  test('without JavaScript the page still answers and opens passages', async () => {
    const page = await openPage('/', { javaScriptEnabled: false });
    await page.locator('#question').fill('遗产怎么分');
    await page.getByRole('button', { name: '提问' }).click();
    await page.getByText('没有遗嘱的，配偶、子女、父母平分。').waitFor();
    await page
      .getByRole('link', { name: /^\[1\]/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /民法典第1127条/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/p/civil-code/1127');
  });

  test('a lost connection is said, and the question is kept', async () => {
    const url = await startWeb({ handle });
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(url);
    await context.setOffline(true);
    await page.locator('#question').fill('遗产怎么分');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('没有连上服务器').waitFor();
    expect(await page.locator('#question').inputValue()).toBe('遗产怎么分');
  });

  test('nothing has to be scrolled sideways at 320 px, in 大字版 neither', async () => {
    for (const path of ['/', '/?elder=1', '/p/civil-code/1127?elder=1']) {
      const page = await openPage(path, { viewport: { width: 320, height: 640 } });
      if (!path.startsWith('/p')) await ask(page, '遗产怎么分');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });

  const looks: [name: string, width: number, path: string, options: BrowserContextOptions][] = [
    ['phone, light', 375, '/', { colorScheme: 'light' }],
    ['phone, dark', 375, '/', { colorScheme: 'dark' }],
    ['wide, light', 1280, '/', { colorScheme: 'light' }],
    ['wide, dark', 1280, '/', { colorScheme: 'dark' }],
    ['phone, 大字版', 375, '/?elder=1', { colorScheme: 'light' }],
    ['wide, 大字版, dark', 1280, '/?elder=1', { colorScheme: 'dark' }],
    ['phone, more contrast', 375, '/', { contrast: 'more' }],
  ];
  test.each(looks)('axe finds nothing: %s', { timeout: 60_000 }, async (_name, width, path, options) => {
    const page = await openPage(path, { viewport: { width, height: 800 }, ...options });
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const strong = path.includes('elder') || options.contrast === 'more';
    const check = async (state: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      if (strong) {
        const contrast = await new AxeBuilder({ page }).withRules(['color-contrast-enhanced']).analyze();
        violations.push(...contrast.violations);
      }
      expect(violations.map(({ id, nodes }) => [state, id, nodes.map((node) => node.html)])).toEqual([]);
    };
    await check('empty');
    await ask(page, '遗产怎么分');
    await check('answer');
    await page.locator('a.cite').first().click();
    await page.locator('dialog h2').waitFor();
    await check('passage');
    await page.keyboard.press('Escape');
    await ask(page, '他打我');
    await page.locator('.signpost').waitFor();
    await page.getByRole('button', { name: '做题' }).click();
    await page.getByRole('button', { name: 'B 二十二周岁' }).click();
    await page.getByText('答对了！').waitFor();
    await check('emergency and quiz');
    await page.goto(new URL('/p/civil-code/1127', page.url()).href);
    await check('passage page');
  });
});
