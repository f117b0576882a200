import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
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
};

const widths = { phone: { width: 375, height: 812 }, wide: { width: 1280, height: 1000 } };

async function ask(page: Page, question: string): Promise<void> {
  await page.locator('#question').fill(question);
  await page.keyboard.press('Enter');
  await page.locator('.message').first().waitFor();
}

async function press(within: ReturnType<Page['locator']>, name: string): Promise<void> {
  await within.getByRole('button', { name }).click();
}

/** Every scene at both widths, light and dark, and in 大字版. docs/screenshot.png is answer-wide-light. */
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

/** Starts `serve` with a data folder of its own; gives the process and its address. */
async function startServer(dataDir: string): Promise<{ server: ChildProcess; url: string }> {
  const server = spawn(process.execPath, [resolve('bin/mingbai.js'), 'serve'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
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
const { server, url } = await startServer(dataDir);
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
try {
  await shootAll(browser, url, folder, only);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
  await rm(dataDir, { recursive: true, force: true });
}
