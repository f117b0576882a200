import type { Command } from 'commander';
import { openConversation } from '../app.ts';
import { createTelegram } from '../channels/telegram/index.ts';
import { createWeb } from '../channels/web/index.ts';
import type { Config } from '../config.ts';
import { operations } from '../control/operations/index.ts';
import { openControl } from '../control/server.ts';
import { deviceKeyIn } from '../data-dir.ts';
import { qrSvg } from '../documents/qr.ts';
import { createLog, type Log } from '../log.ts';
import { openShell, print } from './shell.ts';

export function registerServe(program: Command): void {
  program
    .command('serve')
    .description(
      'answer on a web page (HOST, PORT), and in Telegram where TELEGRAM_BOT_TOKEN is set, until stopped',
    )
    .action(async () => {
      const { config, progress } = openShell();
      const log = createLog(config.logLevel);
      const conversation = await openConversation(config, log, progress);
      try {
        await serveUntilStopped(conversation, config, log);
      } finally {
        await conversation.close();
      }
    });
}

/** Channels go down before what they stand on: no new requests, then turns under way, then the store. */
async function serveUntilStopped(
  { handle, library, store, content, notices, reminders }: Awaited<ReturnType<typeof openConversation>>,
  config: Config,
  log: Log,
): Promise<void> {
  const { telegram: settings, adminIds } = config;
  const telegram = settings && createTelegram({ handle, log, settings, adminIds });
  if (telegram) notices.connect('telegram', telegram.notify);
  const web = await createWeb({
    handle,
    library,
    log,
    config,
    deviceKey: await deviceKeyIn(config.dataDir),
    qrSvg,
    webhook: telegram?.webhook,
  });
  const context = { store, content, now: Date.now, reaches: notices.reaches };
  const control = await openControl({ dataDir: config.dataDir, operations, context, log });
  try {
    // What a command wrote while this was starting found no bot to tell.
    await content.reload();
    print(`明白人 ${await web.listen()}`);
    await telegram?.start();
    if (telegram) reminders.start();
    log.info({ signal: await stopSignal() }, 'stopping');
  } finally {
    await reminders.stop();
    await control.close();
    await web.close();
    await telegram?.stop();
  }
}

/** Resolves on the first SIGINT or SIGTERM; a second one ends the process at once, as by default. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
}
