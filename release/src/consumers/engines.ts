import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runAsync } from '../scratch.ts';
import { expectOutput, type Use } from './use.ts';

const PETS = `openapi: 3.1.1
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      parameters: [{ name: limit, in: query, schema: { type: integer, maximum: 100 } }]
      responses: { '200': { description: Pets. } }
`;

/** A script that mocks another contract, and sends a valid and an invalid request. */
export const MOCK_ANYTHING = `
import { createMockServer } from 'openapi-mock-engine';
const document = ${JSON.stringify(parse(PETS))};
const mock = await createMockServer(document, { port: 0 });
console.log((await fetch(mock.url + '/pets?limit=2')).status, (await fetch(mock.url + '/pets?limit=200')).status);
await mock.close();
`;

/** The uses of the engines that have a command, with other contracts. */
export const engines: readonly Use[] = [
  {
    title: 'npx runs openapi-l10n in a folder without it',
    packages: [],
    files: {
      'api.yaml':
        'openapi: 3.1.0\ninfo: { title: Weather, version: "1", description: The weather of today. }\npaths: {}\n',
    },
    async check(folder, env) {
      // Two commands, one start of npx.
      const call =
        'openapi-l10n extract api.yaml --overlay fr.overlay.yaml --language fr && openapi-l10n status api.yaml fr.overlay.yaml';
      const status = await runAsync('npx', ['--yes', '--package', 'openapi-l10n', '--call', call], {
        cwd: folder,
        env,
      });
      expectOutput(status, /\d/);
    },
  },
  {
    title: 'npx runs openapi-gate in a folder without it',
    packages: [],
    files: { 'old.yaml': PETS, 'new.yaml': PETS.replace('maximum: 100', 'maximum: 120') },
    check: async (folder, env) =>
      expectOutput(
        await runAsync('npx', ['--yes', 'openapi-gate', 'rate', 'old.yaml', 'new.yaml'], {
          cwd: folder,
          env,
          seconds: 240,
        }),
        /1 change: a minor release\./,
      ),
  },
  {
    title: 'npx runs redoc-l10n in a folder without it',
    packages: [],
    files: { 'openapi.yaml': PETS },
    async check(folder, env) {
      await runAsync('npx', ['--yes', 'redoc-l10n', 'build', 'openapi.yaml', '--out', 'site'], {
        cwd: folder,
        env,
        seconds: 240,
      });
      expectOutput(readFileSync(join(folder, 'site/en/index.html'), 'utf8'), /List pets/);
    },
  },
];
