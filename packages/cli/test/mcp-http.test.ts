import { request } from 'node:http';
import { expect, test } from 'vitest';
import { httpServer, overHttp } from './support/mcp.ts';
import { mockServer } from './support/mock.ts';
import { run } from './support/run.ts';

test('a foreign Host or Origin is refused, so that no web page reaches the server', async () => {
  const { args, env } = await mockServer();
  const url = await httpServer(args, env);
  const status = (headers: Record<string, string>) => post(url, headers);
  expect(await status({})).toBe(200);
  expect(await status({ host: 'evil.example' })).toBe(403);
  expect(await status({ origin: 'https://evil.example' })).toBe(403);
  expect(await post(url.replace('/mcp', '/'), {})).toBe(404);
});

test('the MCP server requires a token if one is set, or if other machines can reach it', async () => {
  const { args, env } = await mockServer();
  const secured = { ...env, SESSION_SERIES_MCP_TOKEN: 'let-me-in' };
  const url = await httpServer(args, secured);
  expect(await post(url, {})).toBe(401);
  expect(await post(url, { authorization: 'Bearer let-me-i' })).toBe(401);
  expect(await post(url, { authorization: 'Bearer let-me-in' })).toBe(200);
  const client = await overHttp(url, { authorization: 'Bearer let-me-in' });
  expect((await client.listTools()).tools).toHaveLength(3);
  const refused = await run(['mcp', '--http', '--host', '0.0.0.0', '--port', '0', ...args], { env });
  expect(refused).toMatchObject({
    code: 64,
    stderr: expect.stringContaining('Set a token with --token-file'),
  });
});

test('the MCP server names a port that is in use', async () => {
  const { mock, args, env } = await mockServer();
  const { port } = new URL(mock.url);
  const { code, stderr } = await run(['mcp', '--http', '--port', port, ...args], { env });
  expect({ code, stderr }).toEqual({
    code: 69,
    stderr: `Error: Port ${port} is taken. Pass another --port, or 0 for any free one.\n`,
  });
});

test('the MCP server answers messages that are not JSON or not calls, and keeps running', async () => {
  const { args, env } = await mockServer();
  const url = await httpServer(args, env);
  expect(await post(url, {}, '{')).toBe(400);
  expect(await post(url, {}, '[]')).toBe(400);
  expect(await post(url, {}, '{"jsonrpc":"2.0","id":1,"method":"no/such"}')).toBeGreaterThanOrEqual(200);
  expect(await post(url, {})).toBe(200);
});

/** Sends the first message of a session. @returns the status */
function post(url: string, headers: Record<string, string>, body?: string): Promise<number> {
  const initialize = {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'test', version: '1.0.0' },
    },
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...headers,
        },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.once('error', reject);
    sent.end(body ?? JSON.stringify(initialize));
  });
}
