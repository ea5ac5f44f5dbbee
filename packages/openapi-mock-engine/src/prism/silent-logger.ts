import type { createInstance } from '@stoplight/prism-http';

type Logger = Parameters<typeof createInstance>[1]['logger'];

const ignore = (): void => undefined;
const methods = {
  level: 'silent',
  fatal: ignore,
  error: ignore,
  warn: ignore,
  info: ignore,
  debug: ignore,
  trace: ignore,
  silent: ignore,
  success: ignore,
  child: (): Logger => silentLogger,
};

/** A logger that writes nothing. Prism calls only these methods of pino, whose silent level is slower. */
// The cast: Prism's type is pino's whole interface, but it only uses the methods above.
export const silentLogger = methods as unknown as Logger;
