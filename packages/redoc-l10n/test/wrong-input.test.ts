import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandFolder, description } from './command-run.ts';

const { folder, file, good, out, run } = commandFolder();
beforeAll(() => run('build', good, '--out', out));
afterAll(() => folder[Symbol.dispose]());

describe('wrong input', () => {
  const guides = (text: string) => {
    mkdirSync(folder.at('guides/en'), { recursive: true });
    writeFileSync(folder.at('guides/en/1-start.md'), text);
    return folder.at('guides');
  };
  test.each([
    ['no such file', () => ['build', folder.at('none.yaml')]],
    ['not an OpenAPI document', () => ['build', file('list.json', '[1]')]],
    ['no `openapi` field', () => ['build', file('other.json', { info: {} })]],
    ['not YAML', () => ['build', file('broken.yaml', 'a: [1\nb: 2')]],
    ['Swagger 2', () => ['build', file('swagger.json', { swagger: '2.0', info: {}, paths: {} })]],
    [
      'a reference to another file',
      () => ['build', file('split.json', { ...description, paths: { '/a': { $ref: 'a.yaml' } } })],
    ],
    [
      'an unresolved reference',
      () => [
        'build',
        file('dangling.json', {
          ...description,
          paths: { '/a': { get: { parameters: [{ $ref: '#/none' }], responses: {} } } },
        }),
      ],
    ],
    [
      'a broken overlay',
      () => ['build', good, '--overlay', file('fr.overlay.yaml', 'overlay: 1.0.0\nactions: 3')],
    ],
    [
      'an overlay without a language',
      () => [
        'build',
        good,
        '--overlay',
        file('words.yaml', 'overlay: 1.0.0\ninfo: {title: T, version: "1"}\nactions: []'),
      ],
    ],
    [
      'a configuration with an unknown setting',
      () => ['build', '--config', file('c.json', { description: 'good.json', colour: 'red' })],
    ],
    [
      'a logo that is missing',
      () => ['build', '--config', file('l.json', { description: 'good.json', logo: 'none.svg' })],
    ],
    [
      'a download that is missing',
      () => [
        'build',
        '--config',
        file('d.json', { description: 'good.json', downloads: [{ file: 'none.pdf', label: 'None' }] }),
      ],
    ],
    [
      'an invalid colour',
      () => [
        'build',
        '--config',
        file('k.json', { description: 'good.json', colors: { accent: { light: 'red;}', dark: '#fff' } } }),
      ],
    ],
    ['guides that are missing', () => ['build', good, '--guides', folder.at('nothing')]],
    [
      'a guide with a dead link',
      () => ['build', good, '--guides', guides('# Start\n\nSee [keys](#section/key).')],
    ],
    ['an invalid site address', () => ['build', good, '--site-url', 'example.com']],
    ['a language that is not a tag', () => ['build', good, '--language', 'zz_top!']],
    [
      'an overlay whose language is not a tag',
      () => [
        'build',
        good,
        '--overlay',
        file(
          'up.yaml',
          'overlay: 1.0.0\ninfo: {title: T, version: "1"}\nx-l10n-language: ../up\nactions: []',
        ),
      ],
    ],
    ['an unknown command', () => ['bild', good]],
    ['an unknown option', () => ['build', good, '--overlays', 'x']],
    ['an invalid port', () => ['preview', good, '--port', '99999']],
  ])('wrong input exits with 2 and a message, and keeps the old site: %s', async (_, argv) => {
    const before = readFileSync(`${out}/en/index.html`, 'utf8');
    const [command = '', ...rest] = argv();
    const { code, stderr, stdout } = await run(
      command,
      ...rest,
      ...(command === 'build' ? ['--out', out] : []),
    );
    expect(stderr.replace(/\(node:\d+\)[^\n]*\n/g, '')).toMatchSnapshot();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(readFileSync(`${out}/en/index.html`, 'utf8')).toBe(before);
  });

  test('a port in use ends the preview with a message that names the port', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number }; // a TCP server
    const { code, stderr } = await run('preview', good, '--port', String(port));
    server.close();
    expect([code, stderr]).toEqual([2, expect.stringContaining(`Port ${port} is taken`)]);
  });
});

test.each([
  [
    'a schema property named x-y',
    { components: { schemas: { A: { properties: { 'x-y': { $ref: 'y.yaml' } } } } } },
  ],
  ['a header named x-y', { components: { responses: { A: { headers: { 'x-y': { $ref: 'y.yaml' } } } } } }],
  ['a schema named value', { components: { schemas: { value: { $ref: 'y.yaml' } } } }],
  ['an example object', { components: { examples: { A: { $ref: 'y.yaml' } } } }],
  [
    'a code sample',
    { paths: { '/a': { get: { 'x-codeSamples': [{ lang: 'sh', source: { $ref: 'y.sh' } }] } } } },
  ],
])('a reference to another file is refused in %s', async (_, more) => {
  const { code, stderr } = await run('build', file('y.json', { ...description, ...more }), '--out', out);
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/y\.json:1:\d+.*`y\.(yaml|sh)` refers to another file/s),
  ]);
});
