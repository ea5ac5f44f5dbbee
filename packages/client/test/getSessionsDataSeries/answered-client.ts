import { createClient } from '../../src/index.ts';

export const rateLimitHeaders = {
  'x-request-id': 'a1',
  'x-ratelimit-limit': '250000',
  'x-ratelimit-remaining': '249999',
  'x-ratelimit-reset': '1530248400',
};

/** A client whose requests all get this answer, and these requests. */
export function clientThatGets(answer: (() => Response) | Error) {
  const requests: { url: string; headers: Record<string, string> }[] = [];
  const client = createClient({
    instance: 'EU-01',
    apiKey: 'canary-key',
    maxRetries: 0,
    fetch: async (url, { headers }) => {
      requests.push({ url, headers });
      if (answer instanceof Error) throw answer;
      return answer();
    },
  });
  return { client, requests };
}

export const point = { time: '2018-06-28', sessions: 3 };
export const success = () =>
  Response.json({ message: 'success', data: [point] }, { headers: rateLimitHeaders });
