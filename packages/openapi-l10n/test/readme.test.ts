import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../src/cli/help.ts';
import { commands } from '../src/cli/main.ts';
import { ruleNames } from '../src/index.ts';
import { rules } from '../src/rules/index.ts';
import { folderWith, run } from './run.ts';

const home = join(import.meta.dirname, '..');
const readme = readFileSync(join(home, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}));

test('the README works from top to bottom: its files, commands and outputs', () => {
  const shim = `#!/bin/sh\nexec "${process.execPath}" "${join(home, 'bin/openapi-l10n.js')}" "$@"\n`;
  using folder = folderWith({ 'bin/openapi-l10n': shim });
  execFileSync('chmod', ['+x', join(folder.path, 'bin/openapi-l10n')]);
  const env = { ...process.env, PATH: `${join(folder.path, 'bin')}${delimiter}${process.env['PATH']}` };
  let printed = '';
  const seen = { yaml: 0, sh: 0, text: 0 };
  for (const { kind, text } of blocks) {
    if (kind === 'yaml') {
      const [, name] = /^# (\S+)\n/.exec(text) ?? [];
      expect(name, text).toBeDefined();
      writeFileSync(join(folder.path, name ?? ''), text);
      seen.yaml++;
    } else if (kind === 'js') {
      const [, name = ''] = /^\/\/ ([\w.]+):/.exec(text) ?? [];
      writeFileSync(join(folder.path, name), text);
    } else if (kind === 'sh') {
      const { status, stdout, stderr } = spawnSync('sh', ['-ec', text], {
        cwd: folder.path,
        env,
        encoding: 'utf8',
      });
      const expected = Number(/# exits with (\d)/.exec(text)?.[1] ?? 0);
      expect({ status, text, stdout, stderr }).toMatchObject({ status: expected });
      printed = stdout;
      seen.sh++;
    } else if (kind === 'text' && !text.includes('Usage: ')) {
      expect(printed).toBe(text);
      seen.text++;
    }
  }
  expect(seen).toEqual({ yaml: 7, sh: 11, text: 3 });
});

describe('the reference of the commands in the README', () => {
  test.each(Object.keys(commands))('the README shows the help of %s', async (name) => {
    expect(readme).toContain(`### ${name}\n\n\`\`\`text\n${(await run([name, '--help'], '.')).out}\`\`\`\n`);
  });

  test('the README lists the exit codes of the commands', () => {
    const rows = [...readme.matchAll(/^\| (\d) +\| (.*?) +\|$/gm)].map(([, code, text]) => [code, text]);
    expect(rows).toEqual(Object.entries(exitCodes));
  });

  test('the README lists the rules and their severities', () => {
    const rows = [...readme.matchAll(/^\| \[`(.*?)`\].*\| (\w+) +\|$/gm)].map(([, name, severity]) => [
      name,
      severity,
    ]);
    expect(rows).toEqual(ruleNames.map((name) => [name, rules[name].severity]));
  });
});

test('the program compiles with every strict flag, runs, and prints what its comments say', () => {
  // Inside the package, so that its name resolves to its own build, as in a project that has installed it.
  const folder = join(home, 'reports/readme');
  mkdirSync(folder, { recursive: true });
  try {
    const programs = blocks.filter(({ kind }) => kind === 'ts');
    expect(programs).toHaveLength(2);
    const program = programs.map(({ text }) => text).join('\n');
    writeFileSync(join(folder, 'program.ts'), program);
    const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
    const compilerOptions = {
      ...strict,
      noEmit: true,
      module: 'nodenext',
      target: 'es2024',
      types: ['node'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
    const compiled = spawnSync('tsc', ['-p', folder], { encoding: 'utf8' });
    expect(compiled).toMatchObject({ status: 0, stdout: '' });
    const printed = execFileSync(process.execPath, ['program.ts'], { cwd: folder, encoding: 'utf8' });
    const said = [...program.matchAll(/\); \/\/ (.*)$/gm)].map(([, value]) => value);
    expect(printed.trim().split('\n')).toEqual(said);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
