import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { countTokens } from 'gpt-tokenizer';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadContract } from '../src/contract.ts';
import { mockServer } from './support/mock.ts';
import { command, run, start } from './support/run.ts';

type Era = 'auto' | 'legacy';

/** The SDK's client, connected to the command over standard input and output. */
async function overStdio(options: readonly string[], env: Record<string, string>, mode: Era = 'auto') {
  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
  const args = [command, 'mcp', ...options];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, env, stderr: 'pipe' }));
  onTestFinished(() => client.close());
  return client;
}

/** The command, listening on a free port. */
async function httpServer(options: readonly string[], env: Record<string, string>) {
  const { process, outcome } = start(['mcp', '--http', '--port', '0', ...options], { env });
  onTestFinished(async () => {
    process.kill('SIGTERM');
    await outcome;
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    process.stderr?.on('data', (chunk) => {
      said += chunk;
      const [address] = /http:\S+\/mcp\b/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    outcome.then(({ stderr }) => reject(new Error(stderr)), reject);
  });
  return { url, process, outcome };
}

async function overHttp(url: string, headers: Record<string, string> = {}, mode: Era = 'auto') {
  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
  onTestFinished(() => client.close());
  return client;
}

const january = { from: '2026-01-01', to: '2026-02-01' };

describe.each<[string, Era]>([
  ['standard input and output, in the current protocol', 'auto'],
  ['standard input and output, in the protocol of 2025', 'legacy'],
  ['Streamable HTTP, in the current protocol', 'auto'],
  ['Streamable HTTP, in the protocol of 2025', 'legacy'],
])('over %s', (transport, mode) => {
  const connect = async () => {
    const server = await mockServer();
    const options = server.args;
    if (transport.startsWith('standard'))
      return { server, client: await overStdio(options, server.env, mode) };
    const { url } = await httpServer(options, server.env);
    return { server, client: await overHttp(url, {}, mode) };
  };

  test('the MCP server answers tool calls, resource reads and an invalid call, and keeps running', async () => {
    const { client, server } = await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'summarise_sessions',
      'get_sessions_series',
      'list_apps_and_segments',
    ]);
    for (const { annotations, outputSchema } of tools) {
      expect(annotations?.readOnlyHint).toBe(true);
      expect(outputSchema?.type).toBe('object');
    }

    const series = await client.callTool({
      name: 'get_sessions_series',
      arguments: { ...january, app_id: 'app-ios', max_points: 2 },
    });
    expect(series.structuredContent).toMatchObject({
      points: [{ time: '2026-01-30' }, { time: '2026-01-31' }],
      total_points: 31,
      truncated: true,
    });
    const [, link] = series.content;
    if (link?.type !== 'resource_link') throw new Error('The result has no resource link.');
    const { contents } = await client.readResource({ uri: link.uri });
    const [csv] = contents;
    const lines = csv && 'text' in csv ? csv.text.trim().split('\n') : [];
    expect(lines).toHaveLength(32);
    expect(lines[1]).toMatch(/^2026-01-01T00:00:00Z,2026-01-01,app-ios,,,,\d+$/);

    for (const [wrong, message] of [
      [{ from: 'yesterday' }, 'from is "yesterday". Expected a day such as 2025-01-31'],
      [
        { last: '10y', unit: 'hour' },
        '10,000 are served at most. Ask for unit "day", or for a shorter period.',
      ],
      [
        { last: '7d', time_zone: 'Mars' },
        'time_zone is "Mars". Expected a name of the IANA time zone database',
      ],
      [{ last: '7d', unit: 'week' }, 'unit is "week". Expected one of day, hour.'],
      [{ max_point: 3 }, 'There is no argument max_point. Expected some of last, from, to, unit'],
      [{ max_points: 5000 }, 'max_points is "5000". Expected a whole number from 1 to 500.'],
      [{ app_id: 7 }, 'app_id is "7". Expected a text.'],
    ] as const) {
      const result = await client
        .callTool({ name: 'get_sessions_series', arguments: wrong })
        .catch((error: Error) => ({
          isError: true,
          content: [{ type: 'text' as const, text: error.message }],
        }));
      expect(result.isError).toBe(true);
      expect(JSON.stringify(result.content).replaceAll('\\"', '"')).toContain(message);
    }
    server.mock.setFaults('status=401');
    const refused = await client.callTool({ name: 'summarise_sessions', arguments: january });
    expect(refused).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('The server refuses the key (401') }],
    });
    expect(JSON.stringify(refused)).not.toContain(server.env.SESSION_SERIES_API_KEY);
    server.mock.setFaults('none');
    expect((await client.listTools()).tools).toHaveLength(3);
  });
});

describe('tools', () => {
  test('summarise_sessions returns the summary of the series, compared with the previous period', async () => {
    const { args, env } = await mockServer();
    const client = await overStdio(args, env);
    const { stdout } = await run(
      ['export', '--from', '2025-12-01', '--to', '2026-02-01', '--format', 'ndjson', ...args, '-'],
      { env },
    );
    const days = stdout
      .trim()
      .split('\n')
      .map((line): { local_date: string; sessions: number } => JSON.parse(line));
    const sum = (rows: typeof days) => rows.reduce((total, { sessions }) => total + sessions, 0);
    const [december, rest] = [days.slice(0, 31), days.slice(31)];
    const most = rest.reduce((best, day) => (day.sessions > best.sessions ? day : best));
    const result = await client.callTool({ name: 'summarise_sessions', arguments: january });
    expect(result.structuredContent).toMatchObject({
      total: sum(rest),
      points: 31,
      highest: { time: most.local_date, sessions: most.sessions },
      compared_total: sum(december),
      change_percent: Math.round(((sum(rest) - sum(december)) / sum(december)) * 1000) / 10,
      last_point_unfinished: false,
    });
    const [text] = result.content;
    expect(text).toMatchObject({
      text: expect.stringContaining(`${new Intl.NumberFormat('en').format(sum(rest))} sessions in 31 days`),
    });
  });

  test('names of apps and segments come from a file, and are empty without one', async () => {
    const { args, env } = await mockServer();
    const client = await overStdio(args, env);
    const none = await client.callTool({ name: 'list_apps_and_segments', arguments: {} });
    expect(none.structuredContent).toEqual({ names: [] });
    const withMock = await overStdio(['--mock'], {});
    const some = await withMock.callTool({ name: 'list_apps_and_segments', arguments: {} });
    expect(some.structuredContent).toMatchObject({
      names: expect.arrayContaining([{ id: 'app-ios', name: 'iOS app' }]),
    });
  });

  test('a tool reports the progress of a long range, request by request', async () => {
    const { args, env } = await mockServer();
    const client = await overStdio(args, env);
    const seen: [number, number | undefined][] = [];
    // The SDK drops progress that it reads in one piece with the result, so the notifications themselves are counted.
    client.setNotificationHandler('notifications/progress', ({ params: { progress, total } }) => {
      seen.push([progress, total]);
    });
    await client.callTool(
      { name: 'get_sessions_series', arguments: { from: '2025-01-01', to: '2025-02-01', unit: 'hour' } },
      { onprogress: () => {} },
    );
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((done) => [done, 8]));
  });

  test.each(['en', 'fr'] as const)(
    'the tools are described in the words of the contract, and the whole list takes at most 2,000 tokens: %s',
    async (language) => {
      const client = await overStdio(['--mock', '--lang', language], {});
      const list = await client.listTools();
      expect(countTokens(JSON.stringify(list))).toBeLessThanOrEqual(2000);
      const [, series] = list.tools;
      const { parameters } = loadContract(language);
      const properties = series?.inputSchema.properties as Record<
        string,
        { description: string; enum?: string[]; default?: string }
      >; // Of JSON Schema.
      for (const name of ['unit', 'app_id', 'segment_id']) {
        const words = parameters.get(name)?.description.replace(/\s+/g, ' ') ?? '';
        expect(words.startsWith(properties[name]?.description ?? '?'), name).toBe(true);
      }
      expect(properties['unit']).toMatchObject({ enum: parameters.get('unit')?.schema.enum, default: 'day' });
    },
  );
});

test('the resources of the MCP server are the contract and its guides, in both languages', async () => {
  const client = await overStdio(['--mock'], {});
  const { resources } = await client.listResources();
  for (const language of ['en', 'fr'] as const) {
    const contract = loadContract(language);
    const [document] = (await client.readResource({ uri: `session-series://contract/${language}` })).contents;
    expect(JSON.parse(document && 'text' in document ? document.text : '')).toEqual(contract.document);
    const headings = [...contract.description.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    const guides = resources.filter(({ uri }) => uri.startsWith(`session-series://guides/${language}/`));
    expect(guides.map(({ title }) => title)).toEqual(expect.arrayContaining(headings));
    for (const { uri, mimeType, title } of guides) {
      const [guide] = (await client.readResource({ uri })).contents;
      expect(mimeType).toBe('text/markdown');
      expect(guide && 'text' in guide ? guide.text : '').toMatch(`# ${title}\n`);
    }
  }
  for (const uri of [
    'session-series://rows/%ff',
    'session-series://rows/unit%3Dweek',
    'session-series://nothing',
  ]) {
    await expect(client.readResource({ uri }), uri).rejects.toThrow(/Expected|not found/);
  }
  const { resourceTemplates } = await client.listResourceTemplates();
  expect(resourceTemplates).toMatchObject([
    { uriTemplate: 'session-series://rows/{query}', mimeType: 'text/csv' },
  ]);
});

test('the MCP server ends when its standard input ends', async () => {
  const { args, env } = await mockServer();
  const { code, stdout } = await start(['mcp', ...args], { env }).outcome;
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
});

describe('HTTP', () => {
  test('a foreign Host or Origin is refused, so that no web page reaches the server', async () => {
    const { args, env } = await mockServer();
    const { url } = await httpServer(args, env);
    const status = (headers: Record<string, string>) => post(url, headers);
    expect(await status({})).toBe(200);
    expect(await status({ host: 'evil.example' })).toBe(403);
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await post(url.replace('/mcp', '/'), {})).toBe(404);
  });

  test('the MCP server requires a token if one is set, or if other machines can reach it', async () => {
    const { args, env } = await mockServer();
    const secured = { ...env, SESSION_SERIES_MCP_TOKEN: 'let-me-in' };
    const { url } = await httpServer(args, secured);
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
    const { url } = await httpServer(args, env);
    expect(await post(url, {}, '{')).toBe(400);
    expect(await post(url, {}, '[]')).toBe(400);
    expect(await post(url, {}, '{"jsonrpc":"2.0","id":1,"method":"no/such"}')).toBeGreaterThanOrEqual(200);
    expect(await post(url, {})).toBe(200);
  });
});

describe('the MCP inspector', () => {
  test('the MCP inspector lists the tools and calls one', async () => {
    const { args, env } = await mockServer();
    const listed = await inspect([...args, '--method', 'tools/list'], env);
    expect(listed).toMatchObject({ tools: [{ name: 'summarise_sessions' }, {}, {}] });
    const called = await inspect(
      [
        ...args,
        '--method',
        'tools/call',
        '--tool-name',
        'get_sessions_series',
        '--tool-arg',
        'from=2026-01-01',
        'to=2026-01-03',
      ],
      env,
    );
    expect(called).toMatchObject({ structuredContent: { total_points: 2, truncated: false } });
  });
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

/** Runs the inspector's command line over standard input and output. */
async function inspect(args: readonly string[], env: Record<string, string>): Promise<unknown> {
  const inspector = fileURLToPath(
    new URL('../node_modules/@modelcontextprotocol/inspector/cli/build/index.js', import.meta.url),
  );
  const output = await new Promise<string>((resolve, reject) => {
    const options = { env: { ...process.env, ...env }, maxBuffer: 10_000_000 };
    execFile(
      process.execPath,
      [inspector, process.execPath, command, 'mcp', ...args],
      options,
      (error, stdout, stderr) => (error ? reject(new Error(`${stderr}${stdout}`)) : resolve(stdout)),
    );
  });
  return JSON.parse(output);
}
