import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { HELP } from '../src/cli/help.ts';
import { CORRECTIONS } from '../src/rate/corrections.ts';
import { RULES } from '../src/rate/rules.ts';
import { readSettings } from '../src/settings.ts';
import { gate, Repository } from './repository.ts';

const home = join(import.meta.dirname, '..');
const readme = readFileSync(join(home, 'README.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );
const folder = mkdtempSync(join(tmpdir(), 'openapi-gate-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PETS = `openapi: 3.1.1
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      summary: List pets
      operationId: listPets
      parameters:
        - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
      responses: { "200": { description: Pets. } }
`;
writeFileSync(join(folder, 'old.yaml'), PETS);
writeFileSync(
  join(folder, 'new.yaml'),
  PETS.replace('maximum: 100', 'maximum: 50').replace('List pets', 'List all pets'),
);
writeFileSync(
  join(folder, 'fr.overlay.yaml'),
  'overlay: 1.0.0\nactions: [{ target: "$.paths[\'/pets\'].get", update: { summary: Lister les animaux } }]\n',
);

describe('the README', () => {
  test('the README shows what rate prints', () => {
    expect(gate(folder, 'rate', 'old.yaml', 'new.yaml')).toEqual({
      code: 1,
      out: blocks('text')[0],
      err: '',
    });
  });

  test('the commands of the README run', () => {
    using repository = new Repository();
    for (const line of blocks('sh')
      .join('')
      .split('\n')
      .filter((command) => command.startsWith('npx openapi-gate '))) {
      const words = line.replace('npx openapi-gate ', '').replace('origin/main', 'main').split(' ');
      const cwd = line.includes('--contract') ? repository.folder : folder;
      expect({ line, err: gate(cwd, ...words).err }).toEqual({ line, err: '' });
    }
    expect(gate(folder, 'changelog', 'old.yaml', 'new.yaml', '--overlay', 'fr.overlay.yaml').out).toContain(
      'Lister les animaux',
    );
  });

  test('the settings of the README are valid', () => {
    const settings = blocks('yaml').find((text) => text.startsWith('base:')) ?? '';
    writeFileSync(join(folder, 'openapi-gate.yaml'), settings);
    expect(readSettings(folder)).toEqual(parse(settings));
    rmSync(join(folder, 'openapi-gate.yaml'));
  });

  test('the README lists every rule with its bump, in order', () => {
    const rows = [...readme.matchAll(/^\| `([\w-]+)` +\| (\w+) +\|/gm)].map(([, name, bump]) => ({
      name,
      bump,
    }));
    expect(rows).toEqual([...CORRECTIONS, ...RULES].map(({ name, bump }) => ({ name, bump })));
  });

  test('the README lists the inputs of the action', () => {
    const action: { inputs: object; runs: { steps: { run: string }[] } } = parse(
      readFileSync(join(home, 'action.yml'), 'utf8'),
    );
    const [example] = blocks('yaml');
    const used: { with: object }[] = parse(example ?? '');
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(used[1]?.with ?? {})));
    // Options of the command line that the action passes on.
    for (const option of action.runs.steps.flatMap(({ run }) => run.match(/--(?!yes)[a-z-]+/g) ?? []))
      expect(HELP).toContain(option);
  });

  test('the code of the README runs', () => {
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    symlinkSync(home, join(folder, 'node_modules/openapi-gate'));
    writeFileSync(join(folder, 'code.mjs'), blocks('js')[0] ?? '');
    const out = execFileSync(process.execPath, ['code.mjs'], { cwd: folder, encoding: 'utf8' });
    expect(out).toMatch(/^major\n## Geändert/);
  });
});
