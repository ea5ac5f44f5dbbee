import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { helpGroups } from '../src/cli/command.ts';
import { engineCommand } from '../src/cli/engine-command.ts';
import { loadContract } from '../src/cli/load-contract.ts';
import { CliProcess } from './support/cli-process.ts';
import { pets } from './support/pets.ts';
import { file, folder, write } from './support/pets-folder.ts';

test('the command mocks a JSON contract, and prints its title and an example request', async () => {
  await using mock = new CliProcess(file, '--port', '0');
  const url = await mock.url();
  expect((await fetch(`${url}/pets?limit=2`)).status).toBe(200);
  expect(mock.stdout).toContain('Pets: a mock of 7 operations and 1 webhook listens on http://127.0.0.1:');
  expect(mock.stdout).toContain(`curl '${url}/pets'`);
});

test('-h and --help list every option, and --version prints the version', async () => {
  for (const flag of ['-h', '--help']) {
    const { code, stdout } = await new CliProcess(flag).end();
    expect(code).toBe(0);
    for (const { usage } of helpGroups(engineCommand).flatMap(({ options }) => options))
      expect(stdout).toContain(usage);
  }
  expect(await new CliProcess('--version').end()).toEqual({
    code: 0,
    stdout: `${engineCommand.version}\n`,
    stderr: '',
  });
});

describe('a mistake in the command line', () => {
  const yaml = write('broken.yaml', 'openapi: [');
  const swagger = write('swagger.json', '{"swagger":"2.0"}');
  const noHandler = write('empty.mjs', 'export const x = 1;');
  const badHandler = write('bad.mjs', 'throw new Error("my module");');
  const stray = write('stray.mjs', 'export const getPt = () => undefined;');
  const dangling = write(
    'dangling.json',
    '{"openapi":"3.1.0","paths":{"/a":{"get":{"parameters":[{"$ref":"#/x"}]}}}}',
  );
  mkdirSync(join(folder, 'none'));
  test.for([
    [[], 2, 'Expected one contract, such as openapi.yaml.'],
    [[file, 'b.yaml'], 2, 'Expected one contract, such as openapi.yaml, and not also b.yaml.'],
    [['/nowhere.yaml'], 1, '/nowhere.yaml: there is no such file or folder.'],
    [[yaml], 1, 'is neither YAML nor JSON'],
    [[swagger], 1, 'swagger: "2.0" is not supported.'],
    [[dangling], 1, '/paths/~1a/get/parameters/0: the $ref "#/x" cannot be resolved.'],
    [[join(folder, 'none')], 1, 'has no OpenAPI document.'],
    [['https://example.com/openapi.yaml'], 1, 'is not on this machine.'],
    [['http://127.0.0.1:9/openapi.yaml'], 1, 'did not answer (fetch failed ('],
    [
      [write('list.json', '[]')],
      1,
      'list.json: The contract is not an object. Expected an OpenAPI document.',
    ],
    [['types', write('text.json', '"text"')], 1, 'text.json: The contract is not an object.'],
    [
      [file, '--coverage', '/nowhere/coverage.json'],
      1,
      '--coverage /nowhere/coverage.json: there is no such',
    ],
    [[file, '--rate-limit', '-1'], 2, '--rate-limit: expected a value. One that begins with a dash is'],
    [[file, '--quiet=yes'], 2, '--quiet: takes no value.'],
    [[file, '--seed'], 2, '--seed: expected a value.'],
    [[file, '--handlers', '/nowhere.mjs'], 1, '--handlers /nowhere.mjs: there is no such file or folder.'],
    [[file, '--handlers', noHandler], 1, 'exports no function.'],
    [[file, '--handlers', badHandler], 1, 'my module'],
    [
      [file, '--handlers', stray],
      1,
      'handlers.getPt: the contract has no operation of this name. Did you mean getPet?',
    ],
    [
      [file, '--faults', 'getPt: status=500'],
      1,
      '--faults: "getPt" is not an operation of the contract. Did you mean getPet?',
    ],
    [[file, '--cert', 'a.pem'], 2, '--cert and --key: expected both, or neither.'],
    [[file, '--cert', '/a.pem', '--key', '/b.pem'], 1, '--cert /a.pem: there is no such file or folder.'],
    [[file, '--record', 'x.jsonl'], 2, '--record: needs --proxy'],
    [[file, '--proxy', 'api.example'], 2, '--proxy api.example: expected a URL'],
    [[file, '--control', 'token'], 2, 'expected the token in MOCK_CONTROL_TOKEN'],
    [[file, '--host', ''], 2, '--host: an empty value is not allowed.'],
    [[file, '--prot', '1'], 2, '--prot: there is no such option. Did you mean --port?'],
    [[file, '--now', '2026-01-31T20:00:00'], 2, 'expected a date and a time with an offset'],
  ] as const)('the command given %j exits with %i and the message: %s', async ([args, code, message]) => {
    const isWhole = args.length === 0 || args[0] === 'types';
    const ended = await new CliProcess(...(isWhole ? args : ['--port', '0', ...args])).end();
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: '' });
    expect(ended.stderr).toContain(message);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  });
});

test('the command takes a contract in YAML from this machine, a folder of contracts, and handlers', async () => {
  const both = join(folder, 'both');
  mkdirSync(both);
  writeFileSync(join(both, 'pets.json'), JSON.stringify(pets));
  writeFileSync(
    join(both, 'b.yaml'),
    "openapi: 3.1.0\ninfo: { title: Toys }\npaths:\n  /toys:\n    get: { operationId: listToys, responses: { 200: { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } }\ncomponents: { schemas: { Pet: { const: another } } }\n",
  );
  const handlers = write(
    'handlers.mjs',
    'export const getPet = ({ path }) => ({ body: { id: path.petId, name: "by hand" } });',
  );
  await using mock = new CliProcess(both, '--port', '0', '--handlers', handlers);
  const url = await mock.url();
  expect(await (await fetch(`${url}/toys`)).json()).toBe('another');
  expect(await (await fetch(`${url}/pets/7`)).json()).toEqual({ id: 7, name: 'by hand' });
});

test('a YAML file with a block of blank lines only is read', async () => {
  const text = 'openapi: 3.1.0\ninfo:\n  description: |+\n    \n  title: Blank\npaths: {}\n';
  const { document } = await loadContract(write('blank.yaml', text));
  expect(document).toMatchObject({ info: { title: 'Blank' } });
});
