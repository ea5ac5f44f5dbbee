import { once } from 'node:events';
import { type FSWatcher, readFileSync, watch } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, resolve } from 'node:path';
import { InputError } from 'openapi-l10n';
import type { ReadJob, ReadResult } from '../build/read-sources.ts';
import { absolute, type SiteConfig } from '../config.ts';
import { readDescriptions } from '../description/read.ts';
import { type Outline, outlineKey, readOutline } from '../redoc/outline.ts';
import { LiveSite } from './live-site.ts';

/** How a preview is served. */
export interface PreviewOptions {
  /** 0 for any free port. @default 4173 */
  port?: number;
  onWarning?: (message: string) => void;
  /** Called with invalid input while the preview runs; the last valid state stays visible. */
  onError?: (message: string) => void;
}

/** A running preview. */
export interface Preview {
  url: string;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** Reloads an open page when the site has changed. Built pages do not contain this script. */
const reloadScript = "new EventSource('/_reload').onmessage=()=>location.reload()";

/**
 * Serves the site on this machine, and lets open pages reload after each change of the description, its translations, the
 * guides or the configuration. Pages are rendered on request.
 *
 * @param read reads the configuration; it is called again after each change.
 * @throws {InputError} when the initial input is invalid, or the port is in use.
 */
export async function preview(
  read: () => Promise<SiteConfig>,
  options: PreviewOptions = {},
): Promise<Preview> {
  const { port = 4173, onWarning = () => {}, onError = () => {} } = options;
  const readAgain = createReader();
  const load = async () => LiveSite.load(absolute(await read(), process.cwd()), onWarning, readAgain);
  let site = await load();
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/_reload') {
      response
        .writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
        .write(':\n\n');
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
      return;
    }
    if (path === '/_reload.js') {
      response.writeHead(200, { 'content-type': types['.js'] }).end(reloadScript);
      return;
    }
    const found = site.find(path.slice(1));
    const file = path.endsWith('/') ? '.html' : extname(path);
    response.writeHead(found === undefined ? 404 : 200, {
      'content-type': types[found === undefined ? '.html' : file] ?? 'application/octet-stream',
      'cache-control': 'no-store',
    });
    response.end(
      typeof found === 'string' ? withReload(found, file) : (found ?? withReload(site.notFound(), '.html')),
    );
  });
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new InputError(`Port ${port} is taken`, {
      expected: 'a free port',
      help: 'Choose another with --port, or 0 for any.',
      cause,
    });
  }
  let changes = Promise.resolve();
  const reload = async () => {
    try {
      site = await load();
      for (const listener of listeners) listener.write('data: changed\n\n');
    } catch (error) {
      onError(error instanceof InputError ? error.toText() : String(error));
    }
  };
  const watchers = watchInputs(site.inputs, () => {
    changes = changes.then(reload);
  });
  const { port: taken } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    url: `http://127.0.0.1:${taken}/`,
    async close() {
      for (const watcher of watchers) watcher.close();
      server.closeAllConnections();
      server.close();
      await changes;
    },
  };
}

const withReload = (text: string, file: string): string =>
  file === '.html' ? text.replace('</head>', '<script src="/_reload.js"></script>\n</head>') : text;

/** Watches folders, since editors replace files; several events of one save are one change. */
function watchInputs(inputs: readonly string[], onChange: () => void): FSWatcher[] {
  const files = new Set(inputs.map((file) => resolve(file)));
  const contents = new Map<string, string>();
  const read = (file: string) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  };
  for (const file of files) contents.set(file, read(file));
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    const changed = [...files].filter((file) => contents.get(file) !== read(file));
    for (const file of changed) contents.set(file, read(file));
    if (changed.length > 0) onChange();
  };
  return [...new Set([...files].map((file) => dirname(file)))].map((folder) =>
    watch(folder, () => {
      clearTimeout(timer);
      timer = setTimeout(look, 30);
    }),
  );
}

/** A function that reads a description after each edit. Redoc's outline, which takes longest, is reused until an edit changes it. */
function createReader(): (job: ReadJob) => Promise<ReadResult> {
  let kept: { key: string; outline: Outline } | undefined;
  return async ({ description, language, overlays }) => {
    const descriptions = await readDescriptions(description, language, overlays);
    const [{ document }] = descriptions;
    const key = outlineKey(document);
    if (kept?.key !== key) kept = { key, outline: await readOutline(document) };
    return { descriptions, outline: kept.outline };
  };
}
