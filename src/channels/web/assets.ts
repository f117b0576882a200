import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';
import { shortHash } from '../../knowledge/passage.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Asset {
  body: string;
  type: string;
}

/** The page's own files, in memory, under one version: a changed file changes every address. */
export interface Assets {
  version: string;
  file(name: string): Asset | undefined;
}

export async function loadAssets(folder = join(import.meta.dirname, 'page')): Promise<Assets> {
  const files = new Map<string, Asset>();
  for (const name of (await readdir(folder)).sort()) {
    const type = types[extname(name)];
    if (type) files.set(name, { body: await readFile(join(folder, name), 'utf8'), type });
  }
  const version = shortHash(JSON.stringify([...files]), 12);
  return { version, file: (name) => files.get(name) };
}

/** Under the current version a file never changes; under an old one browsers ask again. */
export function mountAssets(app: Hono, assets: Assets): void {
  app.get('/assets/:version/:name', compress(), (c) => {
    const asset = assets.file(c.req.param('name'));
    if (!asset) return c.notFound();
    const current = c.req.param('version') === assets.version;
    const etag = `"${assets.version}"`;
    c.header('Cache-Control', current ? 'public, max-age=31536000, immutable' : 'no-cache');
    c.header('ETag', etag);
    // Weak where the file was compressed on its way.
    if (c.req.header('if-none-match')?.replace(/^W\//, '') === etag) return c.body(null, 304);
    return c.body(asset.body, 200, { 'Content-Type': asset.type });
  });
}
