import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addressIn, type Era, httpServer, overHttp, sdkClient } from '../support/mcp.ts';
import { mockServer } from '../support/mock.ts';
import { command, start } from '../support/run.ts';

/** The SDK's client, connected to the command over standard input and output. */
async function overStdio(options: readonly string[], env: Record<string, string>, mode: Era) {
  const client = sdkClient(mode);
  const args = [command, 'mcp', ...options];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, env, stderr: 'pipe' }));
  return client;
}

/** The command in a separate process, listening on a free port. */
async function httpProcess(options: readonly string[], env: Record<string, string>): Promise<string> {
  const { process, outcome } = start(['mcp', '--http', '--port', '0', ...options], { env });
  onTestFinished(async () => {
    process.kill('SIGTERM');
    expect((await outcome).code).toBe(0);
  });
  return await new Promise((resolve, reject) => {
    let said = '';
    process.stderr?.on('data', (chunk) => {
      said += chunk;
      const address = addressIn(said);
      if (address !== undefined) resolve(address);
    });
    outcome.then(({ stderr }) => reject(new Error(stderr)), reject);
  });
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
    if (transport.startsWith('standard'))
      return { server, client: await overStdio(server.args, server.env, mode) };
    const url = await (mode === 'auto' ? httpProcess : httpServer)(server.args, server.env);
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
      [{ max_point: 3 }, 'There is no argument max_point. Expected arguments: last, from, to, unit'],
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

test('the MCP server ends when its standard input ends', async () => {
  const { args, env } = await mockServer();
  const { code, stdout } = await start(['mcp', ...args], { env }).outcome;
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
});

test('the MCP inspector lists the tools over HTTP, and calls one over standard input and output', async () => {
  const { args, env } = await mockServer();
  const url = await httpServer(args, env);
  const listed = await inspect([url, '--transport', 'http', '--method', 'tools/list'], env);
  expect(listed).toMatchObject({ tools: [{ name: 'summarise_sessions' }, {}, {}] });
  const call = ['--method', 'tools/call', '--tool-name', 'get_sessions_series', '--tool-arg'];
  const called = await inspect(
    [process.execPath, command, 'mcp', ...args, ...call, 'from=2026-01-01', 'to=2026-01-03'],
    env,
  );
  expect(called).toMatchObject({ structuredContent: { total_points: 2, truncated: false } });
});

/** Runs the inspector's command line. */
async function inspect(args: readonly string[], env: Record<string, string>): Promise<unknown> {
  const inspector = fileURLToPath(
    new URL('../../node_modules/@modelcontextprotocol/inspector/cli/build/index.js', import.meta.url),
  );
  const output = await new Promise<string>((resolve, reject) => {
    const options = { env: { ...process.env, ...env }, maxBuffer: 10_000_000 };
    execFile(process.execPath, [inspector, ...args], options, (error, stdout, stderr) =>
      error ? reject(new Error(`${stderr}${stdout}`)) : resolve(stdout),
    );
  });
  return JSON.parse(output);
}
