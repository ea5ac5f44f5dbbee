import { encodeBody } from './answer/encode.ts';
import { isLoopbackUrl } from './loopback.ts';
import { nearest } from './model/index.ts';
import type { Pipeline } from './pipeline.ts';
import { reason } from './reason.ts';

/** What the receiver of a webhook answered, its first 10,000 characters. */
export interface WebhookAnswer {
  status: number;
  body: string;
}

/**
 * Sends a webhook of the contract to an address of this machine.
 *
 * @param given the body; by default its example, or data made from its schema
 * @returns what the receiver answered, or why nothing was sent
 */
export async function sendWebhook(
  pipeline: Pipeline,
  name: string,
  url: string,
  given: unknown,
): Promise<WebhookAnswer | string> {
  const { webhooks, schemas } = pipeline.contract;
  const webhook = webhooks.find(({ id, path }) => id === name || path === name);
  if (webhook === undefined) {
    const names = webhooks.map(({ path }) => path);
    const suggestion = nearest(name, names);
    return `webhook: ${JSON.stringify(name)} is not in the contract.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`} Expected ${names.join(', ') || 'a contract with webhooks'}.`;
  }
  if (!isLoopbackUrl(url)) {
    return `url: ${JSON.stringify(url)} is not allowed. Expected an address of this machine, such as http://127.0.0.1:3000/hooks.`;
  }
  const sample = pipeline.sample(webhook);
  const body = given ?? sample.body;
  const schema = webhook.requestBody?.content[0]?.schema ?? true;
  const [wrong] = schemas.check(schema, body ?? null, { in: 'body', name: 'body' }, 'request');
  if (given !== undefined && wrong !== undefined) return wrong.message;
  const mediaType = sample.mediaType ?? 'application/json';
  try {
    const response = await fetch(url, {
      method: webhook.method,
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
      ...(body === undefined
        ? {}
        : {
            body: encodeBody(body, mediaType, pipeline.contract, webhook.requestBody?.content[0]),
            headers: { 'content-type': mediaType },
          }),
    });
    return { status: response.status, body: (await response.text()).slice(0, 10_000) };
  } catch (error) {
    return `url: ${url} did not answer: ${reason(error)}.`;
  }
}
