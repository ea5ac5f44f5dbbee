import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { onTestFinished } from 'vitest';
import { run } from './run.ts';

/** How a client starts a session: in the current protocol, or in that of 2025. */
export type Era = 'auto' | 'legacy';

/** The SDK's client, of one of the two protocols. */
export function sdkClient(mode: Era): Client {
  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
  onTestFinished(() => client.close());
  return client;
}

/** The SDK's client, connected to a URL. */
export async function overHttp(url: string, headers: Record<string, string> = {}, mode: Era = 'auto') {
  const client = sdkClient(mode);
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
  return client;
}

/** Serves in this process, on a free port, until the end of the test. @returns the URL */
export function httpServer(options: readonly string[], env: Record<string, string>): Promise<string> {
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    const onNote = (text: string) => {
      const address = addressIn(text);
      if (address !== undefined) resolve(address);
    };
    const around = { env, signal: controller.signal, onNote };
    const outcome = run(['mcp', '--http', '--port', '0', ...options], around);
    onTestFinished(async () => {
      controller.abort('SIGTERM');
      await outcome;
    });
    outcome.then(({ stderr }) => reject(new Error(stderr)), reject);
  });
}

/** The URL that the server names once it listens. */
export function addressIn(text: string): string | undefined {
  return /http:\S+\/mcp\b/.exec(text)?.[0];
}
