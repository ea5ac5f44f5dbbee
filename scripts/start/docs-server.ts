import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import type { Service } from './service.ts';

/** Serves the built docs like a static host, including the 404 page. */
export async function serveDocs(folder: string, host: string, port: number): Promise<Service> {
  const missingPage = atRoot(await readFile(join(folder, '404.html'), 'utf8'));
  const serve = sirv(folder, {
    gzip: true,
    onNoMatch: (_request, response) => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(missingPage);
    },
  });
  const server = createServer(serve).listen(port, host);
  await once(server, 'listening');
  return {
    died: new Promise<never>((_resolve, reject) => server.once('error', reject)),
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The 404 page is built for the published path; here, the site is at the root. */
function atRoot(page: string): string {
  const [, base] = / href="([^"]*)assets\//.exec(page) ?? [];
  return base ? page.replaceAll(`"${base}`, '"/') : page;
}
