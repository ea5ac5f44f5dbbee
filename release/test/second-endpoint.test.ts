import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isMap, isSeq, parseDocument } from 'yaml';
import { installedCopy, run, type Scratch } from '../src/scratch.ts';
import { turbo } from '../src/turbo.ts';

/** What somebody writes who adds `GET /kpi/dau/data_series`: words of the contract, French words, a handler. */
const written = join(import.meta.dirname, 'second-endpoint');
const handler = 'getDailyActiveUsersDataSeries.ts';

let scratch: Scratch;
const inCopy = (path: string) => join(scratch.folder, path);

/** Add the items of a YAML file to those that a file of the copy has at the same places. */
function add(addition: string, path: string): void {
  const document = parseDocument(readFileSync(inCopy(path), 'utf8'));
  const insert = (node: unknown, at: readonly (string | number)[]): void => {
    for (const { key, value } of isMap(node) ? node.items : []) {
      const place = [...at, String(key)];
      const present = document.getIn(place);
      if (isSeq(present) && isSeq(value)) present.items.push(...value.items);
      else if (isMap(present)) insert(value, place);
      else document.setIn(place, value);
    }
  };
  insert(parseDocument(readFileSync(join(written, addition), 'utf8')).contents, []);
  writeFileSync(inCopy(path), document.toString({ lineWidth: 0 }));
}

beforeAll(() => {
  scratch = installedCopy();
  add('contract.yaml', 'openapi/openapi.yaml');
  add('fr.overlay.yaml', 'openapi/l10n/fr.overlay.yaml');
  copyFileSync(join(written, handler), inCopy(`packages/mock/src/handlers/${handler}`));
  turbo(scratch.folder, ['build']);
}, 300_000);
afterAll(() => scratch[Symbol.dispose]());

describe('a second endpoint, added to contract, overlay and handlers alone', () => {
  test('is called through the typed client, and answered by its handler in the mock', () => {
    const script = inCopy('packages/client/test/call.ts');
    copyFileSync(join(written, 'call.ts'), script);
    // Types first: the client knows the path, the parameters and the answer, and knows no others.
    run('tsc', ['--project', 'tsconfig.json', '--noEmit'], { cwd: inCopy('packages/client') });
    const { message, data } = JSON.parse(run('node', [script], { cwd: inCopy('packages/client') }));
    expect(message).toBe('success');
    expect(data.map(({ time }: { time: string }) => time)).toEqual([
      '2018-06-26',
      '2018-06-27',
      '2018-06-28',
    ]);
    expect(data.every(({ dau }: { dau: number }) => dau > 0)).toBe(true);
  });

  test('is checked by the mock against its own bounds', async () => {
    const { startMock } = await import(pathToFileURL(inCopy('packages/mock/dist/index.js')).href);
    await using mock = await startMock({ port: 0 });
    const response = await fetch(`${mock.url}/kpi/dau/data_series?length=61&unit=day`, {
      headers: { authorization: 'Bearer key' },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [
        expect.stringMatching(/^unit: .* no such parameter/),
        expect.stringMatching(/from 1 to 60\.$/),
      ],
    });
  });

  test.each([
    ['en', 'Get a series of daily active users', 'Get session counts per day or per hour'],
    [
      'fr',
      'Obtenir une série d’utilisateurs actifs par jour',
      'Obtenir le nombre de sessions par jour ou par heure',
    ],
  ])(
    'has its page in the docs (%s), with its answers, in addition to the first',
    (language, second, first) => {
      const page = readFileSync(inCopy(`apps/docs/dist/${language}/index.html`), 'utf8');
      const [, firstPart = '', secondPart = ''] = page.split('<article class="operation">');
      expect(firstPart).toContain(first);
      expect(secondPart).toContain(second);
      expect(secondPart.replaceAll('<wbr>', '')).toContain('/kpi/dau/data_series');
      expect(secondPart.match(/data-panel="\d{3}"/g)).toHaveLength(10);
      expect(secondPart).toContain('dau');
      expect(firstPart).not.toContain('dau');
    },
  );

  test('is a request of the Postman collection', () => {
    expect(readFileSync(inCopy('openapi/dist/postman_collection.json'), 'utf8')).toContain(
      'Get a series of daily active users',
    );
  });

  test('holds the rules that the tests of the contract hold the first to', () => {
    run('vitest', ['run', 'examples', 'languages'], { cwd: inCopy('openapi') });
  });
});
