import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Serves page.ts, bundled as an application would bundle it, with the service worker that MSW needs next to it. */
export async function servePage(): Promise<AsyncDisposable & { url: string }> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('page.ts', import.meta.url)), formats: ['es'] },
    },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  const chunk = bundle !== undefined && 'output' in bundle ? bundle.output[0] : undefined;
  const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
  const files: { readonly [path: string]: { type: string; text: string } } = {
    '/': { type: 'text/html', text: '<!doctype html><script type="module" src="/page.js"></script>' },
    '/page.js': { type: 'text/javascript', text: chunk?.code ?? '' },
    '/mockServiceWorker.js': { type: 'text/javascript', text: readFileSync(worker, 'utf8') },
  };
  const server = createServer(({ url = '/' }, response) => {
    const file = files[url];
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': file?.type ?? 'text/plain' });
    response.end(file?.text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
