/**
 * The one way from the page to the real API.
 *
 * It holds the key, forwards the contract's operations and nothing else, and lets neither the key nor a header
 * that was not asked for through, in either direction.
 */
import { type Context, Hono } from 'hono';
import { type Problem, type Rule, validate } from '../src/contract/validate.ts';
import type { Contract } from './contract.ts';
import { type Budget, perMinute } from './rate-limit.ts';

/** Longest query string that is read; the longest honest one is a tenth of it. */
const longestQuery = 4096;
const patience = 30_000;

export interface ProxyOptions {
  contract: Contract;
  /** Origin of the instance. */
  url: string;
  key: string;
  /** Requests a minute that the page may make. Default 600: a long range is some 260. */
  budget?: Budget;
  fetch?: typeof fetch;
}

/** A Hono app to be mounted under `/api`. */
export function proxy({
  contract,
  url,
  key,
  budget = perMinute(600),
  fetch = globalThis.fetch,
}: ProxyOptions) {
  const app = new Hono();
  app.use(async (c, next) => {
    // Another site's page could make this server spend the key's budget.
    const site = c.req.header('sec-fetch-site');
    if (site && site !== 'same-origin' && site !== 'none')
      return refuse(c, 403, 'Only its own page may call.');
    // Where one server sees the end of a body, another may see the start of a request.
    if (c.req.header('transfer-encoding') || Number(c.req.header('content-length') ?? 0) !== 0)
      return refuse(c, 400, 'The request has a body. Nothing that is forwarded needs one.');
    return next();
  });

  for (const { path, parameters } of contract.operations) {
    app.get(path, async (c) => {
      const { search, searchParams } = new URL(c.req.url);
      if (search.length > longestQuery) {
        return refuse(c, 414, `The query has ${search.length} characters. At most ${longestQuery} are read.`);
      }
      const findings = check(parameters, searchParams);
      if (findings.length > 0) return refuse(c, 400, findings.join(' '));
      const wait = budget.take();
      if (wait > 0) {
        c.header('Retry-After', String(wait));
        return refuse(c, 429, `This page's own limit is used up. Try again in ${wait} s.`);
      }
      return forward(c, `${url}${path}?${searchParams}`);
    });
  }
  app.all('*', (c) =>
    contract.operations.some(({ path }) => c.req.path.endsWith(`/api${path}`))
      ? refuse(c, 405, `${c.req.method} is not forwarded. Use GET.`)
      : refuse(c, 404, 'Nothing is forwarded at this path.'),
  );

  async function forward(c: Context, target: string) {
    let answer: Response;
    let body: string;
    try {
      answer = await fetch(target, {
        headers: { Authorization: `Bearer ${key}`, Accept: 'application/json' },
        // A redirect could lead the key to another host.
        redirect: 'manual',
        signal: AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(patience)]),
      });
      body = await answer.text();
    } catch (error) {
      const late = error instanceof DOMException && error.name === 'TimeoutError';
      return refuse(
        c,
        late ? 504 : 502,
        late ? 'The API did not answer in time.' : 'The API was not reached.',
      );
    }
    if (answer.status < 200 || (answer.status >= 300 && answer.status < 400)) {
      return refuse(c, 502, 'The API answered with a redirect, which is not followed.');
    }
    const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
    for (const name of contract.headers) {
      const value = answer.headers.get(name);
      if (value !== null && !value.includes(key)) headers.set(name, value);
    }
    const { status } = answer;
    const text = rewritten(body);
    if (text === undefined)
      return refuse(c, 502, `The API answered ${status} with something that is not JSON.`);
    if (text.includes(JSON.stringify(key).slice(1, -1)))
      return refuse(c, 502, 'The answer held the key and was withheld.');
    return new Response(text, { status, headers });
  }
  return app;
}

function check(rules: readonly Rule[], query: URLSearchParams): string[] {
  const unknown = [...new Set(query.keys())]
    .filter((name) => !rules.some((rule) => rule.name === name))
    .map((name) => `${name.slice(0, 40)}: unknown. Known are ${rules.map((rule) => rule.name).join(', ')}.`);
  const wrong = rules.flatMap((rule) => {
    const given = query.getAll(rule.name);
    if (given.length > 1) return [`${rule.name}: given ${given.length} times. Give it once.`];
    const problem = validate(rule, given[0]);
    return problem
      ? [`${rule.name}: ${(given[0] ?? 'nothing').slice(0, 40)} is not allowed. ${say(problem)}`]
      : [];
  });
  return [...unknown, ...wrong];
}

function say(problem: Problem): string {
  switch (problem.kind) {
    case 'missing':
      return 'Expected a value.';
    case 'notInteger':
      return 'Expected an integer.';
    case 'outOfBounds':
      return `Expected an integer from ${problem.minimum} to ${problem.maximum}.`;
    case 'notListed':
      return `Expected one of ${problem.allowed.join(', ')}.`;
    case 'wrongFormat':
      return 'Expected an ISO 8601 date-time.';
  }
}

/** The same JSON in one spelling, so that no escape hides a text in it; undefined for what is no JSON. */
function rewritten(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function refuse(c: Context, status: 400 | 403 | 404 | 405 | 414 | 429 | 502 | 504, message: string) {
  return c.json({ message }, status, { 'cache-control': 'no-store' });
}
