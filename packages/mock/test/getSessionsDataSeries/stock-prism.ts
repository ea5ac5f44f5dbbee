import { createLogger } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';
import { document } from '../../src/generated/document.ts';

/** Prism as its CLI starts it for `prism mock`, on this package's contract: the oracle of the comparisons. */
export async function startStockPrism(): Promise<AsyncDisposable & { url: string }> {
  const server = createServer(await getHttpOperationsFromSpec(structuredClone(document)), {
    cors: true,
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false },
    },
    components: { logger: createLogger('stock', { level: 'silent' }) },
  });
  const url = await server.listen(0, '127.0.0.1');
  return { url, [Symbol.asyncDispose]: () => server.close() };
}
