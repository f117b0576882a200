import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { chromiumArgs, executablePath } from '../../../scripts/chromium.ts';
import { graceMs } from '../../../src/quiz/campaign/paper/deadline.ts';
import { phrases } from '../../../src/quiz/campaign/phrases.ts';
import { openTalk } from '../../conversation/fixtures.ts';
import { campaignOf, opening } from '../../fakes/campaign.ts';
import { fixtureRelease, startWeb } from './fixtures.ts';

const installed = existsSync(executablePath);
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
const minute = 60_000;

/** A paper of seven items drawn from the project's own banks: options of every length. */
const contest = campaignOf({
  title: '济南市民法典春季知识竞赛',
  mode: 'exam',
  keys: 'after-finish',
  passMark: 0,
  paper: {
    size: 7,
    draw: [
      { type: 'single', count: 4, points: 10 },
      { type: 'multiple', count: 2, points: 20 },
      { type: 'judge', count: 1, points: 20 },
    ],
  },
});

describe.skipIf(!installed)('a campaign’s page in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: chromiumArgs });
  });
  afterAll(() => browser?.close());

  /** The real conversation at the opening of the contest, with a page of it open. */
  async function open(path: string, options: BrowserContextOptions = phone, campaign = contest) {
    const talk = await openTalk({
      release: fixtureRelease,
      campaigns: new Map([[campaign.id, campaign]]),
    });
    talk.clock.now = new Date(opening);
    const url = await startWeb({ handle: talk.handle, now: () => talk.clock.now.getTime() });
    const visit = async (to = path, over = options): Promise<Page> => {
      const context = await browser.newContext({ acceptDownloads: true, ...over });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
          complaints.push(request.url());
      });
      onTestFinished(() => expect(complaints).toEqual([]));
      await page.goto(url + to);
      return page;
    };
    return { talk, url, visit, page: await visit() };
  }

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const place = (page: Page, n: number) => page.getByText(phrases.place(n, 7)).waitFor();

  async function begin(page: Page): Promise<void> {
    await button(page, '我要参加').click();
    await button(page, '历下区').click();
    await button(page, '开始答题').click();
    await place(page, 1);
  }

  /** Answers the item on the page; several options are ticked where several are asked for. */
  async function answer(page: Page, act: 'tap' | 'click' = 'click'): Promise<void> {
    const options = page.locator('.option');
    if ((await options.first().getAttribute('aria-pressed')) === null) return options.first()[act]();
    for (const n of [0, 2]) {
      await options.nth(n)[act]();
      await page.locator('.option').nth(n).and(page.locator('[aria-pressed="true"]')).waitFor();
    }
    await button(page, '提交答案')[act]();
  }

  async function sitAll(page: Page, from = 1, act: 'tap' | 'click' = 'click'): Promise<void> {
    for (let n = from; n <= 7; n++) {
      await place(page, n);
      await answer(page, act);
    }
    await page.getByText('得分').waitFor();
  }

  test('a whole paper by touch: one item in view at a time, targets of 44 pixels, result, standings and the certificate to keep', async () => {
    const { page, talk } = await open('/c/spring');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(contest.title);
    expect(await page.getByText(contest.title).count()).toBe(1);
    await button(page, '我要参加').tap();
    await button(page, '历下区').tap();
    await button(page, '开始答题').tap();
    for (let n = 1; n <= 7; n++) {
      await place(page, n);
      expect(await page.locator('.message').count()).toBe(1);
      expect((await page.locator('.clock').boundingBox())!.y).toBeLessThan(1);
      for (const each of await page.locator('main').getByRole('button').all()) {
        const { width, height } = (await each.boundingBox())!;
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await answer(page, 'tap');
    }
    await page.getByText('得分').waitFor();
    expect(await page.locator('main').textContent()).not.toContain(`${contest.title}：`);
    const [attempt] = await talk.store.campaigns.attempts('spring');
    expect(attempt!.finishedAt).not.toBeNull();

    for (const [format, ending] of [
      ['图片', '.png'],
      ['PDF', '.pdf'],
    ] as const) {
      await button(page, new RegExp(`证书.*${format}`)).tap();
      const link = page.getByRole('link', { name: new RegExp(`^保存.*\\${ending}$`) });
      const [download] = await Promise.all([page.waitForEvent('download'), link.tap()]);
      expect(download.suggestedFilename().endsWith(ending)).toBe(true);
      expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toMatchObject({
        format: ending.slice(1),
      });
    }
    await button(page, /证书.*图片/).tap();
    await page.locator('.file a[download$=".png"]:focus').waitFor();
    expect(await page.locator('.file').count()).toBe(2);

    await page.reload();
    await page.getByText('您的成绩').waitFor();
    await button(page, '排行榜').tap();
    await page.getByText('您：第1名').waitFor();
  });

  test('resumes after a reload and on a second device by the link of the handover', async () => {
    const { page, visit } = await open('/c/spring');
    await begin(page);
    await answer(page);
    await place(page, 2);
    await page.reload();
    await button(page, '换个设备接着答').click();
    const words = (await page.getByText('十分钟内有效').locator('..').textContent())!;
    const [, link] = /(\/i\/[a-z0-9]{10})/.exec(words)!;
    await page.getByRole('link', { name: '返回竞赛首页' }).click();
    await button(page, '接着答题').waitFor();

    const other = await visit(link!, { viewport: { width: 1280, height: 900 } });
    await button(other, '确认参加').click();
    await other.waitForURL(/\/c\/spring$/);
    await button(other, '接着答题').click();
    await sitAll(other, 2);
    await page.goto(page.url());
    await page.getByText('您的成绩').waitFor();
    const late = await visit(link!);
    await button(late, '确认参加').click();
    await late.getByText(phrases.redeems.unknown).waitFor();
  });

  test('time that runs out closes the paper in front of the person, and counts what was answered', async () => {
    const { page, talk } = await open('/c/spring');
    await page.clock.install({ time: opening });
    await page.reload();
    await begin(page);
    await answer(page);
    await place(page, 2);
    const timer = page.getByRole('timer');
    expect(await timer.textContent()).toMatch(/^(10分00秒|9分5\d秒)$/);
    await page.clock.runFor(9 * minute + 5000);
    await page.getByRole('status').getByText('还有一分钟').waitFor();
    expect(await timer.textContent()).toMatch(/^5\d秒$/);
    talk.clock.now = new Date(opening + 10 * minute + graceMs + 1000);
    await page.clock.runFor(minute);
    await page.getByText(phrases.paperTimedOut).waitFor();
    expect(await page.locator('main').textContent()).not.toContain(phrases.cameLate);
    const [attempt] = await talk.store.campaigns.attempts('spring');
    expect(attempt!.finishedAt).toBe(opening + 10 * minute);
  });

  test('a page that waits for the opening lets the person in when it comes', async () => {
    const { page, talk } = await open(
      '/c/spring',
      phone,
      campaignOf({ window: { opens: '2026-09-01 09:00', closes: '2026-09-02 09:00' } }),
    );
    await page.clock.install({ time: opening });
    await page.reload();
    await button(page, '我要参加').click();
    await button(page, '历下区').click();
    await page.getByText(phrases.untilOpen).waitFor();
    expect(await button(page, '开始答题').count()).toBe(0);
    // A crowd comes at that moment: the first request is turned away.
    let tries = 0;
    page.removeAllListeners('console');
    await page.route('**/c/spring', (route) =>
      tries++ === 0 ? route.fulfill({ status: 429 }) : route.continue(),
    );
    talk.clock.now = new Date(opening + 60 * minute + 1000);
    await page.clock.runFor(60 * minute + 6000);
    await expect.poll(() => tries).toBe(1);
    await page.clock.runFor(7000);
    await button(page, '开始答题').waitFor();
    await page.getByRole('status').getByText('页面已经更新').waitFor();
  });

  test('by keyboard alone: letters and digits answer, a tick keeps its place, the card goes to any item', async () => {
    const { page } = await open('/c/spring', { viewport: { width: 1280, height: 900 } });
    await button(page, '我要参加').focus();
    await page.keyboard.press('Enter');
    await page.getByText('请选您的单位').waitFor();
    await page.keyboard.press('1');
    await button(page, '开始答题').waitFor();
    await page.keyboard.press('1');
    for (let n = 1; n <= 7; n++) {
      await place(page, n);
      if (await page.locator('.option[aria-pressed]').count()) {
        for (const key of ['a', 'C']) {
          await page.keyboard.press(key);
          const ticked = page.locator('.option[aria-pressed="true"]:focus', { hasText: key.toUpperCase() });
          await ticked.waitFor();
        }
        await button(page, '提交答案').focus();
        await page.keyboard.press('Enter');
      } else await page.keyboard.press('1');
    }
    await page.getByText('得分').waitFor();
  });

  test('a remark leaves the item where it is, and the card leads back to it', async () => {
    const { page } = await open('/c/spring');
    await begin(page);
    for (let n = 1; (await page.locator('.option[aria-pressed]').count()) === 0; n++) {
      await answer(page);
      await place(page, n + 1);
    }
    await button(page, '提交答案').click();
    await page.getByRole('status').getByText(phrases.toasts['too-few']).waitFor();
    const stem = await page.locator('.lead').textContent();
    await button(page, '答题卡').click();
    await page.getByText('共7道').waitFor();
    expect(await page.getByRole('timer').count()).toBe(1);
    await button(page, '接着答').click();
    await page.locator('.option').first().waitFor();
    expect(await page.locator('.lead').textContent()).toBe(stem);
  });

  /** Answers until an item asks for several options. */
  async function toMultiple(page: Page, from = 1): Promise<number> {
    for (let n = from; ; n++) {
      await place(page, n);
      if (await page.locator('.option[aria-pressed]').count()) return n;
      await answer(page);
    }
  }

  test('on a slow network options are ticked faster than answers come, and a second touch of an answer is none', async () => {
    const { page, talk } = await open('/c/spring');
    await begin(page);
    let open_: () => void = () => {};
    const hold = async (): Promise<void> => {
      const opened = new Promise<void>((resolve) => {
        open_ = resolve;
      });
      await page.route('**/api/turn', async (route) => {
        await opened;
        await route.continue();
      });
    };
    const n = await toMultiple(page);
    await hold();
    const sent = page.waitForRequest('**/api/turn');
    for (const place of [0, 1, 2]) await page.locator('.option').nth(place).click();
    expect(await page.locator('.option[aria-pressed="true"]').count()).toBe(3);
    await button(page, '提交答案').click();
    await button(page, '交卷').click();
    await sent;
    open_();
    await place(page, n + 1);
    const [attempt] = await talk.store.campaigns.attempts('spring');
    const answered = attempt!.items[n - 1]!;
    expect([answered.picked.length, answered.answer !== null]).toEqual([3, true]);
    expect(attempt!.items.filter(({ answer }) => answer)).toHaveLength(n);
  });

  test('a press that the network swallows is said, its tick taken back, and an answer that got through is found again', async () => {
    const { page } = await open('/c/spring');
    await begin(page);
    page.removeAllListeners('console');
    const status = page.getByRole('status');
    await page.route('**/api/turn', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await answer(page);
    await status.getByText('前面答过的都在').waitFor();
    await page.unroute('**/api/turn');
    await page.locator('.option').first().click();
    await place(page, 2);
    await status.getByText(phrases.toasts['already-answered']).waitFor();
    const n = await toMultiple(page, 2);
    await page.context().setOffline(true);
    for (const at of [0, 1]) await page.locator('.option').nth(at).click();
    await status.getByText('前面答过的都在').waitFor();
    expect(await page.locator('.option[aria-pressed="true"]').count()).toBe(0);
    await page.context().setOffline(false);
    await answer(page);
    await place(page, n + 1);
  });

  test('a paper whose time runs out without a network is closed when the network is back', async () => {
    const { page, talk } = await open('/c/spring');
    await page.clock.install({ time: opening });
    await page.reload();
    await begin(page);
    await answer(page);
    await place(page, 2);
    page.removeAllListeners('console');
    await page.context().setOffline(true);
    talk.clock.now = new Date(opening + 10 * minute + graceMs + 1000);
    await page.clock.runFor(10 * minute + 10_000);
    await page.getByRole('status').getByText('没有连上服务器').waitFor();
    await page.context().setOffline(false);
    await page.clock.runFor(15_000);
    await page.getByText(phrases.paperTimedOut).waitFor();
  });

  test('a clock of the phone wrong by hours changes nothing of the time left', async () => {
    const { page } = await open('/c/spring');
    await page.clock.install({ time: opening + 5 * 60 * minute });
    await page.reload();
    await begin(page);
    expect(await page.getByRole('timer').textContent()).toMatch(/^(10分00秒|9分5\d秒)$/);
    await page.clock.runFor(minute);
    expect(await page.getByRole('timer').textContent()).toMatch(/^(9分0\d秒|8分5\d秒)$/);
    await place(page, 1);
  });

  test('the first view on a small phone says what it is and when, and has the button to press, whatever the title', async () => {
    const title = '济南市市直机关和各区县领导干部任前考法暨2026年度民法典宪法网上知识竞赛（第三批次）';
    const small = { ...phone, viewport: { width: 360, height: 640 } };
    const campaign = campaignOf({ title, notice: '请在规定时间内独立作答。'.repeat(8) });
    const { page, visit } = await open('/c/spring', small, campaign);
    const bottomOf = async (shown: Page): Promise<number> => {
      const { y, height } = (await button(shown, '我要参加').boundingBox())!;
      return y + height;
    };
    expect((await page.getByRole('timer').boundingBox())!.y).toBeLessThan(360);
    expect(await bottomOf(page)).toBeLessThanOrEqual(640);
    expect(await bottomOf(await visit('/c/spring?elder=1'))).toBeLessThanOrEqual(640);
    const wall = await visit('/c/spring/screen', { viewport: { width: 1920, height: 1080 } });
    const [code, footer] = await Promise.all([
      wall.locator('.qr svg').boundingBox(),
      wall.locator('footer').boundingBox(),
    ]);
    expect(code!.y + code!.height).toBeLessThan(footer!.y);
    expect(code!.width).toBeGreaterThan(150);
    expect(code!.width).toBe(code!.height);
  });

  test('without JavaScript a paper is sat the same, remarks and files and all', async () => {
    const { page } = await open('/c/spring', { ...phone, javaScriptEnabled: false });
    await begin(page);
    await button(page, '答题卡').click();
    await button(page, '2').click();
    await place(page, 2);
    let remarked = false;
    for (let n = 0; n < 7; n++) {
      if (!remarked && (await page.locator('.option[aria-pressed]').count()) > 0) {
        const stem = await page.locator('.lead').textContent();
        await button(page, '提交答案').click();
        await page.getByRole('status').getByText(phrases.toasts['too-few']).waitFor();
        expect(await page.locator('.lead').textContent()).toBe(stem);
        remarked = true;
      }
      await answer(page);
    }
    await page.getByText('得分').waitFor();
    expect(new URL(page.url()).pathname).toBe('/c/spring');
    await button(page, /证书.*图片/).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^保存/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.png$/);
  });

  test.each([true, false])(
    'who comes by a link from elsewhere finds their own part (script: %s)',
    async (script) => {
      const { page, url } = await open('/c/spring', { ...phone, javaScriptEnabled: script });
      await begin(page);
      // Another site's page with a link: the Strict cookie stays behind.
      await page.route('http://elsewhere.test/', (route) =>
        route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: `<a href="${url}/c/spring">去竞赛</a>`,
        }),
      );
      page.removeAllListeners('request');
      await page.goto('http://elsewhere.test/');
      await page.getByRole('link', { name: '去竞赛' }).click();
      if (!script) {
        expect(await button(page, '接着答题').count()).toBe(0);
        await page.getByRole('link', { name: /接着来/ }).click();
      }
      await button(page, '接着答题').waitFor();
      expect(await button(page, '我要参加').count()).toBe(0);
    },
  );

  test('the big screen counts by itself, keeps its figures when the server is away, and names nobody', async () => {
    const { page, visit, talk } = await open('/c/spring/screen', { viewport: { width: 1920, height: 1080 } });
    await page.clock.install({ time: opening });
    await page.reload();
    const joined = page.locator('.figures dd').first();
    expect(await joined.textContent()).toBe('0人');
    const player = await visit('/c/spring', phone);
    await begin(player);
    talk.clock.now = new Date(opening + 11_000);
    await page.clock.runFor(10_500);
    await page.getByText('1人').first().waitFor();
    expect(await joined.textContent()).toBe('1人');
    expect(await page.locator('.qr svg').isVisible()).toBe(true);
    expect(
      await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.scrollHeight,
      ]),
    ).toEqual([1920, 1080]);
    await page.route('**/screen', (route) => route.abort());
    page.removeAllListeners('console');
    await page.clock.runFor(10_500);
    await page.locator('body.old').waitFor();
    expect(await joined.textContent()).toBe('1人');
  });

  const looks: [name: string, path: string, options: BrowserContextOptions][] = [
    ['light', '', { colorScheme: 'light' }],
    ['dark', '', { colorScheme: 'dark' }],
    ['大字版', '?elder=1', {}],
    ['大字版, dark, wide', '?elder=1', { colorScheme: 'dark', viewport: { width: 1280, height: 900 } }],
  ];
  test.each(looks)('axe finds nothing: %s', { timeout: 120_000 }, async (_name, query, look) => {
    const { page, url } = await open(`/c/spring${query}`, { ...phone, ...look });
    const check = async (state: string): Promise<void> => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      expect(violations.map(({ id, nodes }) => [state, id, nodes.map((node) => node.html)])).toEqual([]);
    };
    await check('page');
    await begin(page);
    await check('item');
    await button(page, '答题卡').click();
    await page.getByText('共7道').waitFor();
    await check('card');
    await button(page, '接着答').click();
    await sitAll(page);
    await check('result');
    await button(page, '排行榜').click();
    await page.getByText('人已有成绩').waitFor();
    await check('standings');
    for (const path of ['/c/spring/screen', '/v/ABCD', '/i/abcdefghij']) {
      await page.goto(url + path);
      await check(path);
    }
  });
});
