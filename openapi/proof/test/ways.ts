import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import contract from '@session-series/contract/openapi.en.json' with { type: 'json' };
import { startMock } from '@session-series/mock';
import { handlers } from '@session-series/mock/msw';
import { setupServer } from 'msw/node';

/** A running mock and its address. */
export interface Started extends AsyncDisposable {
  url: string;
}

/** The ways to start the mock; everything the contract publishes must work with each of them. */
export const ways: readonly { way: string; start(): Promise<Started> }[] = [
  { way: 'the library', start: () => startMock({ port: 0 }) },
  { way: 'the command line', start: startCommand },
  { way: 'the handlers for MSW', start: startHandlers },
];

async function startCommand(): Promise<Started> {
  const manifest = new URL(import.meta.resolve('@session-series/mock/package.json'));
  const { bin }: { bin: Record<string, string> } = JSON.parse(readFileSync(manifest, 'utf8'));
  const file = new URL(Object.values(bin)[0] ?? '', manifest).pathname;
  const child = spawn(process.execPath, [file, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [banner] = await once(child.stdout, 'data');
  const [url = ''] = /http:\S+/.exec(String(banner)) ?? [];
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
}

/**
 * MSW intercepts the requests of this process. Other programs reach it through a server that forwards their requests,
 * unchanged, to the vendor's host.
 */
async function startHandlers(): Promise<Started> {
  const worker = setupServer(...handlers());
  worker.listen({ onUnhandledFrame: 'bypass' });
  const bridge = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url, headers } = incoming;
    const { host: _, connection: __, 'content-length': ___, ...rest } = headers;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const answer = await fetch(contract.servers[0].url + url, {
      method,
      headers: Object.entries(rest).map(([name, value]) => [name, String(value)]),
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    });
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(await answer.text());
  }).listen(0, '127.0.0.1');
  await once(bridge, 'listening');
  const address = bridge.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    async [Symbol.asyncDispose]() {
      worker.close();
      bridge.close();
      bridge.closeAllConnections();
      await once(bridge, 'close');
    },
  };
}
