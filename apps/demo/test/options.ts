import type { Options } from '../server/options.ts';

/** Options of a server on this machine, some of them replaced. */
export function optionsFor(changes: Partial<Options> = {}): Options {
  return {
    host: '127.0.0.1',
    port: 0,
    allowedHosts: [],
    mockUrl: undefined,
    docsUrl: undefined,
    catalogue: undefined,
    real: undefined,
    log: false,
    ...changes,
  };
}
