import { countTokens } from 'gpt-tokenizer';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract.ts';
import { httpServer, overHttp } from '../support/mcp.ts';
import { mockServer } from '../support/mock.ts';
import { run } from '../support/run.ts';

const january = { from: '2026-01-01', to: '2026-02-01' };

describe('tools', () => {
  test('summarise_sessions returns the summary of the series, compared with the previous period', async () => {
    const { args, env } = await mockServer();
    const client = await overHttp(await httpServer(args, env));
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
    const client = await overHttp(await httpServer(args, env));
    const none = await client.callTool({ name: 'list_apps_and_segments', arguments: {} });
    expect(none.structuredContent).toEqual({ names: [] });
    const withMock = await overHttp(await httpServer(['--mock'], {}));
    const some = await withMock.callTool({ name: 'list_apps_and_segments', arguments: {} });
    expect(some.structuredContent).toMatchObject({
      names: expect.arrayContaining([{ id: 'app-ios', name: 'iOS app' }]),
    });
  });

  test('a tool reports the progress of a long range, request by request', async () => {
    const { args, env } = await mockServer();
    const client = await overHttp(await httpServer(args, env));
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
      const client = await overHttp(await httpServer(['--mock', '--lang', language], {}));
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
  const client = await overHttp(await httpServer(['--mock'], {}));
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
