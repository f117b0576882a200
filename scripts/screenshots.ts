import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import { gatherCrowd } from './campaign/crowd.ts';
import { chromiumArgs, executablePath } from './chromium.ts';

/** What the page is shown doing, by the name of the picture. */
const scenes: Record<string, (page: Page) => Promise<void>> = {
  empty: async () => {},
  answer: (page) => ask(page, '申请法律援助要带什么材料'),
  emergency: (page) => ask(page, '我老公打我，我该怎么办'),
  passage: async (page) => {
    await ask(page, '父母没留遗嘱，遗产怎么分');
    await page.locator('.message a.cite').first().click();
    await page.locator('dialog h2').waitFor();
  },
  law: async (page) => {
    await press(page.locator('nav'), '民法典');
    await page.locator('.message').waitFor();
  },
  quiz: async (page) => {
    await press(page.locator('nav'), '做题');
    await page.locator('.message .buttons button').first().click();
    await page
      .locator('.message button[value^="choose"], .message button[value^="toggle"]')
      .first()
      .waitFor();
  },
  feedback: async (page) => {
    await scenes.quiz!(page);
    await page.locator('.message button[value^="choose"], .message button[value^="toggle"]').first().click();
    await page
      .locator('.message button[value^="next"]')
      .or(page.locator('.message button[value^="submit"]'))
      .first()
      .waitFor();
  },
  campaign: (page) => visit(page, contest),
  paper: async (page) => {
    await visit(page, contest);
    for (const name of ['我要参加', '历下区司法局', '开始答题']) await press(page.locator('main'), name);
    const options = page.locator('.paper .option');
    await options.first().waitFor();
    for (let n = 2; (await page.locator('.option[aria-pressed]').count()) === 0; n++) {
      await options.first().click();
      await page.getByText(`第${n}/20题`).waitFor();
    }
    for (const n of [1, 2]) {
      await options.nth(n).click();
      await page
        .locator('.option[aria-pressed="true"]')
        .nth(n - 1)
        .waitFor();
    }
  },
  sheet: async (page) => {
    await scenes.paper!(page);
    await press(page.locator('main'), '答题卡');
    await page.getByText('共20道').waitFor();
  },
  standings: async (page) => {
    await visit(page, contest);
    await press(page.locator('main'), '排行榜');
    await page.locator('.chart').first().waitFor();
  },
  verify: (page) => visit(page, '/v'),
};

const widths = { phone: { width: 390, height: 844 }, wide: { width: 1280, height: 1000 } };

async function ask(page: Page, question: string): Promise<void> {
  await page.locator('#question').fill(question);
  await page.keyboard.press('Enter');
  await page.locator('.message').first().waitFor();
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
}

async function press(within: ReturnType<Page['locator']>, name: string): Promise<void> {
  await within.getByRole('button', { name }).click();
}

/**
 * Every scene at both widths, light and dark, and in 大字版, and the big screen. docs/screenshot.png is
 * answer-wide-light, docs/paper.png paper-phone-light, docs/screen.png screen.
 */
async function shootAll(
  browser: Browser,
  url: string,
  folder: string,
  only: string | undefined,
): Promise<void> {
  for (const [device, viewport] of Object.entries(widths)) {
    for (const look of ['light', 'dark', 'elder'] as const) {
      for (const [scene, act] of Object.entries(scenes)) {
        const name = `${scene}-${device}-${look}`;
        if (only && !name.includes(only)) continue;
        const context = await browser.newContext({
          viewport,
          deviceScaleFactor: device === 'phone' ? 2 : 1,
          colorScheme: look === 'dark' ? 'dark' : 'light',
        });
        const page = await context.newPage();
        await page.goto(look === 'elder' ? `${url}/?elder=1` : url);
        await act(page);
        await page.screenshot({ path: join(folder, `${name}.png`) });
        await context.close();
      }
    }
  }
}

async function shootScreen(browser: Browser, url: string, folder: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(`${url}${contest}/screen`);
  await page.screenshot({ path: join(folder, 'screen.png') });
  await page.close();
}

/** Starts `serve` with a data folder of its own; gives the process and its address. */
async function startServer(dataDir: string): Promise<{ server: ChildProcess; url: string }> {
  const server = spawn(process.execPath, [resolve('bin/mingbai.js'), 'serve'], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      PUBLIC_URL: 'https://mingbai.example',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: server.stdout! })) {
    const url = /http:\S+/.exec(line)?.[0];
    if (url) return { server, url };
  }
  throw new Error('serve ended before it gave an address');
}

const [folder = 'screenshots', only] = process.argv.slice(2);
const dataDir = await mkdtemp(join(tmpdir(), 'mingbai-screenshots-'));
await mkdir(folder, { recursive: true });
const contest = `/c/${await gatherCrowd(dataDir)}`;
const { server, url } = await startServer(dataDir);
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
try {
  await shootAll(browser, url, folder, only);
  if (!only || only === 'screen') await shootScreen(browser, url, folder);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
  await rm(dataDir, { recursive: true, force: true });
}
