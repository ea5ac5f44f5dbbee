import { expect, test } from 'vitest';
import { checkRequestValues, decodeBody } from '../../src/model/index.ts';
import { contractOf } from './contracts.ts';
import { contract, operation } from './order-contract.ts';

test('values of a program are checked by the same rules', () => {
  const findings = checkRequestValues(contract, operation, {
    path: { thingId: 0 },
    query: { length: '3', unit: 'day' },
    body: { email: 'a@b.co', items: [{}] },
  });
  expect(findings.map(({ message }) => message)).toEqual([
    'thingId: 0 is not allowed. Expected an integer of at least 1.',
    'length: 3 is not allowed. Expected an integer from 1 to 100.',
    'body.items[0].sku: is missing. Expected a string.',
  ]);
});

test('values of a form are converted to the types of the contract', () => {
  const { contract: forms, operation: send } = contractOf({
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          schema: {
            type: 'object',
            properties: { age: { type: 'integer' }, tag: { type: 'array', items: { type: 'string' } } },
          },
        },
        'multipart/form-data': {
          schema: { type: 'object', properties: { age: { type: 'integer' }, file: { type: 'string' } } },
        },
      },
    },
  });
  const content = send.requestBody?.content ?? [];
  expect(decodeBody('age=3&tag=a&tag=b+c', 'application/x-www-form-urlencoded', content, forms)).toEqual({
    value: { age: 3, tag: ['a', 'b c'] },
  });
  const parts = [
    '--b',
    'Content-Disposition: form-data; name="age"',
    '',
    '3',
    '--b',
    'Content-Disposition: form-data; name="file"; filename="a.txt"',
    'Content-Type: text/plain',
    '',
    'é\r\n2',
    '--b--',
    '',
  ];
  expect(decodeBody(parts.join('\r\n'), 'multipart/form-data; boundary=b', content, forms)).toEqual({
    value: { age: 3, file: 'é\r\n2' },
  });
  expect(decodeBody('x', 'multipart/form-data', content, forms)).toEqual({
    problem: expect.stringContaining('boundary'),
  });
});
