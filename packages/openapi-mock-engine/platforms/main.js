/**
 * Runs on each version of Node.js: a mock with the engine's own validator, and one with Prism, or the reason
 * why Prism cannot be loaded.
 */
import assert from 'node:assert/strict';
import { createMockServer } from 'openapi-mock-engine';

const document = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1.0.0' },
  paths: {
    '/pets/{petId}': {
      get: {
        operationId: 'getPet',
        parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: { 200: { description: 'OK', content: { 'application/json': { example: { id: 7 } } } } },
      },
    },
  },
};

const warnings = [];
for (const engine of ['fast', 'prism']) {
  const mock = await createMockServer(document, {
    port: 0,
    engine,
    onWarning: (warning) => warnings.push(warning),
  });
  assert.deepEqual(await (await fetch(`${mock.url}/pets/7`)).json(), { id: 7 });
  assert.equal((await fetch(`${mock.url}/pets/seven`)).status, 400);
  assert.equal(mock.requests({ operationId: 'getPet' }).length, 2);
  await mock.close();
}
assert.ok(warnings.length <= 1, 'it says more than once that Prism cannot be loaded');
console.log(`all is well with ${process.version}${warnings.length === 0 ? '' : `; ${warnings[0]}`}`);
