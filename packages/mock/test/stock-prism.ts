import { createServer } from '@stoplight/prism-http-server';
import { operations } from '../src/prism/operations.ts';
import { silentLogger } from '../src/prism/silent-logger.ts';

/** Prism as its CLI starts it for `prism mock`, on this package's contract: the oracle of the comparisons. */
export async function startStockPrism(): Promise<AsyncDisposable & { url: string }> {
  const server = createServer(await operations(), {
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
    components: { logger: silentLogger },
  });
  const url = await server.listen(0, '127.0.0.1');
  return { url, [Symbol.asyncDispose]: () => server.close() };
}
