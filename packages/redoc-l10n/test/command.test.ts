import { existsSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { commandFolder, description } from './command-run.ts';

const { folder, file, good, out, run } = commandFolder();
afterAll(() => folder[Symbol.dispose]());

test('one command builds a site and reports the result', async () => {
  const { code, stdout } = await run('build', good, '--out', out);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Built 1 page of 1 operation in en in [\d.]+ s: /);
  expect(readFileSync(`${out}/en/index.html`, 'utf8')).toContain('List pets');
});

test('a site replaces neither a file nor a folder with what it is made from', async () => {
  const taken = file('taken', 'text');
  const toFile = await run('build', good, '--out', taken);
  expect([toFile.code, toFile.stderr]).toEqual([2, expect.stringContaining('cannot be written to a file')]);
  expect(readFileSync(taken, 'utf8')).toBe('text');
  const toInput = await run('build', good, '--out', folder.at(''));
  expect([toInput.code, toInput.stderr]).toEqual([2, expect.stringContaining('good.json')]);
  const toHere = await run('build', good, '--out', process.cwd());
  expect([toHere.code, toHere.stderr]).toEqual([2, expect.stringContaining('is replaced as a whole')]);
  expect(existsSync(good)).toBe(true);
});

test('a dead link in the description is only a warning', async () => {
  const dead = file('dead.json', {
    ...description,
    info: { ...description.info, description: 'See [x](#section/none).' },
  });
  const { code, stderr } = await run('build', dead, '--out', folder.at('dead'));
  expect(code).toBe(0);
  expect(stderr).toContain('A link of the description is dead:\n  en/index.html: #section/none');
});

test('a reference to another file in an extension is left as it is, since its content has no meaning here', async () => {
  const topics = { 'x-topics': [{ title: 'Start', content: { $ref: './start.md' } }] };
  const schema = { type: 'object', default: { $ref: './data' }, ...topics };
  const contract = file('extended.json', {
    ...description,
    ...topics,
    components: { schemas: { Pet: schema } },
  });
  const { code, stderr } = await run('build', contract, '--out', folder.at('extended'));
  expect([code, stderr]).toEqual([0, '']);
  const published = JSON.parse(readFileSync(folder.at('extended/downloads/openapi.en.json'), 'utf8'));
  expect(published).toMatchObject({ ...topics, components: { schemas: { Pet: schema } } });
});

test('a configuration file is found by its name, and options take precedence', async () => {
  const config = file('redoc-l10n.config.json', {
    description: 'good.json',
    title: 'From the file',
    out: 'configured',
  });
  const { code } = await run('build', '--config', config, '--title', 'From the option');
  expect(code).toBe(0);
  expect(readFileSync(folder.at('configured/en/index.html'), 'utf8')).toContain('From the option');
  expect(existsSync(folder.at('configured/assets/mock.js'))).toBe(true);
});

test.each(['--help', '--version'])(
  'the command %s prints to standard output and exits with 0',
  async (option) => {
    const { code, stdout, stderr } = await run(option);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toBe('');
  },
);
