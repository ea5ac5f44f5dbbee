import type { Fault } from '../view/fault.ts';

/** The mock's header for one request; see its README. */
const header = 'x-mock-faults';

const directives: Partial<Record<Fault, string>> = { slow: 'latency=1500', truncate: 'truncate' };

/** A fetch that requests a fault from the mock, or simulates a lost network. */
export function withFault(inner: typeof fetch, fault: Fault): typeof fetch {
  if (fault === 'none') return inner;
  return async (input, init) => {
    if (fault === 'offline') throw new TypeError('The network is switched off in the fault panel.');
    const request = new Request(input, init);
    request.headers.set(header, directives[fault] ?? `status=${fault}`);
    return inner(request);
  };
}
