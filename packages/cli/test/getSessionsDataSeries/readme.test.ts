import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { columns } from '../../src/export/columns.ts';
import { formats } from '../../src/export/formats/formats.ts';
import { en } from '../../src/words/en.ts';
import { command, type Outcome, run, temporaryFolder } from '../support/run.ts';

const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
const examples = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, code = '']) =>
  code.trim().split('\n'),
);
const isOffline = (line: string) => line.includes('--mock');

/** Runs one line of a shell, with scripts named like the commands of this package on the path. */
function shell(line: string, folder: string, script = `exec '${process.execPath}' '${command}' "$@"`) {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const name of ['session-series', 'npx']) {
    // npx takes the package, then the command: the package has two.
    const skip = name === 'npx' ? 'shift 3\n' : '';
    writeFileSync(join(bin, name), `#!/bin/sh\n${skip}${script}\n`, { mode: 0o755 });
  }
  const env = { PATH: `${bin}:${dirname(process.execPath)}:/usr/bin:/bin`, HOME: folder };
  return new Promise<Outcome>((resolve) => {
    const child = execFile('sh', ['-c', line], { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
    child.stdin?.end();
  });
}

/** Runs a line once, in a separate folder: the README and the guide have some in common. */
function runOnce(line: string): Promise<Outcome & { folder: string }> {
  let outcome = outcomes.get(line);
  if (!outcome) {
    const folder = mkdtempSync(join(folderOfAll, 'line-'));
    outcome = shell(line, folder).then((ended) => ({ ...ended, folder }));
    outcomes.set(line, outcome);
  }
  return outcome;
}
const outcomes = new Map<string, Promise<Outcome & { folder: string }>>();
const folderOfAll = mkdtempSync(join(tmpdir(), 'session-series-readme-'));
afterAll(() => rmSync(folderOfAll, { recursive: true, force: true }));

describe('the guide of the docs', () => {
  const guide = (language: string) =>
    readFileSync(
      fileURLToPath(new URL(`../../../../apps/docs/content/${language}/3-command-line.md`, import.meta.url)),
      'utf8',
    );
  const commands = [...guide('en').matchAll(/```bash\n([\s\S]*?)```/g)].flatMap(([, code = '']) =>
    code.trim().split('\n'),
  );

  test.each(commands.filter(isOffline))('the command of the guide runs: %s', async (line) => {
    // The docs fill in what the contract says.
    const filled = line.replace('%{/components/parameters/length/example}', '14');
    const { code, stdout, stderr } = await runOnce(filled);
    expect(code, stderr).toBe(0);
    expect(stderr + stdout).toMatch(/Wrote [\d,]+ rows to sessions|14 points/);
  });

  test('the guide has the same code in French', () => {
    const code = (language: string) => guide(language).match(/```[\s\S]*?```/g);
    expect(code('fr')).toEqual(code('en'));
  });

  test('the guide names the types of the columns, in CSV files and in the files for other tools', async () => {
    const folder = temporaryFolder();
    for (const format of ['csv', 'ndjson', 'parquet']) {
      const file = join(folder, `s.${format}`);
      const { code, stderr } = await run(['export', '--mock', '--last', '30d', '--app', 'app-ios', file]);
      expect(code, stderr).toBe(0);
    }
    const [, types = ''] = /column_types: \{ (.*) \}/.exec(guide('en')) ?? [];
    const seed = types.split(', ').map((pair) =>
      pair
        .split(': ')
        .map((text) => `'${text}'`)
        .join(': '),
    );
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const typesOf = async (source: string) => {
      const reader = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`);
      const rows = reader.getRowObjects().map((row) => [row['column_name'], row['column_type']]);
      // Each value is read, and has its type.
      expect((await connection.runAndReadAll(`SELECT * FROM ${source}`)).getRows()).toHaveLength(30);
      return Object.fromEntries(rows);
    };
    const seeded = await typesOf(`read_csv('${folder}/s.csv', types = {${seed.join(', ')}})`);
    expect(seeded).toMatchObject({
      time: 'TIMESTAMP',
      local_date: 'DATE',
      sessions: 'BIGINT',
      app_id: 'VARCHAR',
    });
    const parquet = await typesOf(`'${folder}/s.parquet'`);
    expect(parquet).toMatchObject({
      time: 'TIMESTAMP WITH TIME ZONE',
      local_date: 'DATE',
      sessions: 'BIGINT',
    });
    const ndjson = await typesOf(`read_json('${folder}/s.ndjson', format = 'newline_delimited')`);
    expect(ndjson).toMatchObject({ time: 'TIMESTAMP', local_date: 'DATE', sessions: 'BIGINT' });
    connection.closeSync();
    instance.closeSync();
  });
});

describe('the README', () => {
  test('the README has an example that needs no account first', () => {
    expect(examples[0]).toBe(
      'npx --package @session-series/cli session-series export --mock --last 90d sessions.csv',
    );
  });

  test.each(examples.filter(isOffline))('the command of the README runs: %s', async (line) => {
    const { code, stdout, stderr } = await runOnce(line);
    expect(code, stderr).toBe(0);
    expect(stderr + stdout).toMatch(/Wrote [\d,]+ rows to sessions|7 points|"type":"RECORD"/);
  });

  test('the README shows the columns that the first example writes', async () => {
    const { folder } = await runOnce(examples[0] ?? '');
    const [header, ...rows] = readFileSync(join(folder, 'sessions.csv'), 'utf8').trim().split('\n');
    const [shown, row] = (/```csv\n([\s\S]*?)```/.exec(readme)?.[1] ?? '').split('\n');
    expect(shown).toBe(header);
    expect(row?.replace(/\d/g, '0')).toBe(rows[0]?.replace(/\d/g, '0'));
    expect(rows).toHaveLength(90);
    expect(readdirSync(folder).sort()).toEqual(['bin', 'sessions.csv', 'sessions.csv.state.json']);
  });

  test.each(examples.filter((line) => !isOffline(line) && line.startsWith('session-series')))(
    'the README only uses existing options: %s',
    async (line) => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, '.zfunc'));
      writeFileSync(join(folder, 'key.txt'), 'a-key');
      // The shell reads the line; the command itself runs here, with what it was given.
      await shell(
        line.replace(/ \| man -l -/, ''),
        folder,
        `printf '%s\\0' "$@" > "$HOME/args"; cat > "$HOME/stdin"`,
      );
      const read = (name: string) => readFileSync(join(folder, name), 'utf8');
      const args = read('args').split('\0').slice(0, -1);
      const env = { HOME: folder, SESSION_SERIES_CONFIG: join(folder, 'config.json') };
      // The mock writes its own help, to the streams of its process.
      const { code, stdout, stderr } =
        args[0] === 'mock'
          ? await shell('session-series mock --help', folder)
          : await run(args, { env, stdin: read('stdin') });
      if (/^(mock|man|completion)$/.test(args[0] ?? ''))
        expect(stdout).toMatch(/--port|\.TH SESSION|#compdef/);
      // There is no key here; a wrong option would be a usage error.
      expect([exitCodes.ok, exitCodes.configuration], stderr).toContain(code);
    },
  );

  test('the README lists every exit code, column, format and file extension', () => {
    const cells = [...readme.matchAll(/^\| (.+?) +\| (.+?) +\|/gm)].map(([, a, b]) => [a, b]);
    for (const [reason, code] of Object.entries(exitCodes)) {
      expect(cells).toContainEqual([String(code), en.exit[reason as keyof typeof exitCodes]]); // The keys of exitCodes.
    }
    expect(cells.map(([name]) => name)).toEqual(
      expect.arrayContaining(columns.map(({ name }) => `\`${name}\``)),
    );
    const endings = Object.values(formats).map((list) => list.map((ending) => `\`${ending}\``).join(', '));
    expect(cells.map(([, ending]) => ending)).toEqual(expect.arrayContaining(endings));
  });
});
