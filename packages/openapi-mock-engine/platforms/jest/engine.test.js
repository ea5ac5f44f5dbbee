import { expect, test } from '@jest/globals';
import { createMockServer } from 'openapi-mock-engine';
import { matchers } from 'openapi-mock-engine/matchers';

expect.extend(matchers);

const document = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1.0.0' },
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1 } }],
        responses: { 200: { description: 'OK', content: { 'application/json': { example: [] } } } },
      },
    },
  },
};

for (const engine of ['fast', 'prism']) {
  test(`the engine ${engine} answers valid and invalid requests in Jest`, async () => {
    const mock = await createMockServer(document, { port: 0, engine });
    const ask = async (query) => (await fetch(`${mock.url}/pets?${query}`)).status;
    expect([await ask('limit=2'), await ask('limit=0'), await ask('limit=2')]).toEqual([200, 400, 200]);
    expect(mock).toHaveBeenRequested({ operationId: 'listPets', status: 200 }, 2);
    expect(() => expect(mock).not.toHaveBeenRequested()).toThrow('Expected anything but a request');
    await mock.close();
  });
}
