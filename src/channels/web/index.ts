import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { BadInput, reasonOf } from '../../errors.ts';
import { loadAssets } from './assets.ts';
import { createRoutes, type RouteDeps } from './routes.ts';

export interface WebOptions
  extends Pick<RouteDeps, 'handle' | 'library' | 'log' | 'webhook' | 'deviceKey' | 'qrSvg'> {
  config: { host: string; port: number; trustProxy: boolean; publicUrl: string };
  now?: () => number;
  randomToken?: () => string;
}

/** How long turns under way may take to end when the server closes. */
const graceMs = 5000;

/** The web channel: a page, its stream of turns, a page for each passage. */
export async function createWeb({ config, now, randomToken, ...deps }: WebOptions) {
  const routes = createRoutes({
    ...deps,
    assets: await loadAssets(),
    trustProxy: config.trustProxy,
    publicUrl: config.publicUrl,
    now: now ?? Date.now,
    randomToken: randomToken ?? (() => randomBytes(16).toString('hex')),
  });
  const server = createAdaptorServer({ fetch: routes.fetch, hostname: config.host }) as Server;
  return {
    /** Gives the address to open. @throws BadInput where the port cannot be had */
    async listen(): Promise<string> {
      server.listen(config.port, config.host);
      await once(server, 'listening').catch((error: unknown) => {
        throw new BadInput({ file: 'environment variables HOST and PORT' }, listenProblem(error, config), {
          cause: error,
        });
      });
      const { port } = server.address() as AddressInfo;
      return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
    },
    /** Takes no more requests and lets turns under way end. */
    async close(): Promise<void> {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      // Node closes the connections that are idle now; those that become so later would wait for their time-out.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearInterval(sweep);
      clearTimeout(cut);
    },
  };
}

function listenProblem(error: unknown, { host, port }: { host: string; port: number }): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `port ${port} at ${host} is in use; stop the other program or set PORT to a free one`;
  if (code === 'EACCES') return `port ${port} is not allowed to this user; set PORT to 1024 or above`;
  return `cannot listen at ${host}:${port} (${reasonOf(error)})`;
}
