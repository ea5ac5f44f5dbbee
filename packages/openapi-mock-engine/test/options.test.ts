import { expect, test } from 'vitest';
import { Mock } from '../src/browser.ts';
import { createMockServer, FaultSyntaxError, type ServerOptions } from '../src/index.ts';
import { pets } from './support/pets.ts';

test.for([
  [{ rateLimit: Number.NaN }, 'rateLimit: NaN is not allowed. Expected an integer from 0 to 1,000,000,000.'],
  [{ rateLimit: -1 }, 'rateLimit: -1'],
  [{ rateLimitWindow: 0 }, 'rateLimitWindow: 0'],
  [{ seed: 1.5 }, 'seed: 1.5'],
  [{ port: 'abc' }, 'port: "abc" is not allowed. Expected an integer from 0 to 65535.'],
  [{ engine: 'quick' }, 'engine: "quick" is not allowed. Expected fast, prism.'],
  [
    { unknownParameters: 'refuse' },
    'unknownParameters: "refuse" is not allowed. Expected ignore, warn, reject.',
  ],
  [{ control: { token: '' } }, 'control.token: is empty.'],
  [{ now: 'hier' }, 'now: "hier" is not a time that exists.'],
  [{ now: '2026-01-31T20:00:00' }, 'Expected a date and a time with an offset'],
  [{ now: '2026-02-30T00:00:00Z' }, 'is not a time that exists'],
  [
    { handlers: { getPt: () => undefined } },
    'handlers.getPt: the contract has no operation of this name. Did you mean getPet?',
  ],
  [{ handlers: { getPet: 'x' } }, 'handlers.getPet: is not a function.'],
] as const)('the options %j are refused with a message', async ([options, message]) => {
  // The cast: these are the mistakes that types would have caught.
  await expect(createMockServer(pets, { port: 0, ...options } as unknown as ServerOptions)).rejects.toThrow(
    RangeError,
  );
  await expect(createMockServer(pets, { port: 0, ...options } as unknown as ServerOptions)).rejects.toThrow(
    message,
  );
});

test.for([
  ['latncy=5', 'Did you mean latency?'],
  ['latency=soon', 'milliseconds'],
  ['latency=400..50', 'milliseconds'],
  ['status=99', 'a status from 200 to 599'],
  ['status=503@2', 'a rate from 0 to 1'],
  ['limit=5@0.5', 'a limit without a rate'],
  ['limit=5/0s', 'limit=5/10s'],
  ['sequence=500@0.5', 'a sequence without a rate'],
  ['reset=1', 'reset without a value'],
  ['getPt: status=500', '"getPt" is not an operation of the contract. Did you mean getPet?'],
  ['getPet: limit=5', 'a limit for all operations'],
  ['zzz', '"zzz" is not a fault. Expected one of latency'],
] as const)('the fault directive %s is refused with a message', ([faults, message]) => {
  expect(() => new Mock(pets, { faults })).toThrow(FaultSyntaxError);
  expect(() => new Mock(pets, { faults })).toThrow(message);
});
