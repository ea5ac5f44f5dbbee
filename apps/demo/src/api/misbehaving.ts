import type { Behaviour } from '../view/behaviour.ts';

/** How the mock is told; see its README. */
const header = 'x-mock-misbehave';

const directives: Partial<Record<Behaviour, string>> = { slow: 'latency=1500', truncate: 'truncate' };

/** A fetch that asks the mock to misbehave, or that has lost the network. */
export function misbehaving(inner: typeof fetch, behaviour: Behaviour): typeof fetch {
  if (behaviour === 'none') return inner;
  return async (input, init) => {
    if (behaviour === 'offline')
      throw new TypeError('The network is switched off in the misbehaviour panel.');
    const request = new Request(input, init);
    request.headers.set(header, directives[behaviour] ?? `status=${behaviour}`);
    return inner(request);
  };
}
