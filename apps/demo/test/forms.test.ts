/** Forms for a contract with every shape: each operation gets one, and its examples make a valid request. */
import { readFile } from 'node:fs/promises';
import { checkRequest, readContract } from 'openapi-mock-engine/model';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  controlOf,
  fieldName,
  prepare,
  type Typed,
  textOf,
  typedExamples,
} from '../src/operations/form-values.ts';

const file = new URL(import.meta.resolve('growth-contract/growth.openapi.yaml'));
const contract = readContract(parse(await readFile(file, 'utf8')));
const operations = contract.operations.map((operation) => [operation.id, operation] as const);
const operation = (id: string) => {
  const found = contract.operation(id);
  if (!found) throw new Error(`The contract has no ${id}.`);
  return found;
};

describe('a form', () => {
  it.each(operations)(
    'a form has a control for every parameter of %s that accepts its example',
    (_id, { parameters }) => {
      for (const parameter of parameters) {
        const control = controlOf(contract, parameter);
        const text = textOf(contract, parameter, parameter.examples[0]?.value);
        if (control.kind === 'choice' && text !== '') expect(control.options).toContain(text);
      }
    },
  );

  it.each(operations)(
    'a form starts with values for a request of %s, or says what is missing',
    (_id, one) => {
      const prepared = prepare(contract, one, typedExamples(contract, one));
      if ('findings' in prepared) {
        for (const { message } of prepared.findings) expect(message).toMatch(/\w.*Expected/);
      } else {
        expect(prepared.request.target).not.toContain('{');
      }
    },
  );

  it('a form converts typed text to the types of the contract, and the request is valid', () => {
    const list = operation('listBerths');
    const parameters = Object.fromEntries(
      list.parameters
        .filter(({ examples }) => examples[0])
        .map((parameter) => [
          fieldName(parameter),
          textOf(contract, parameter, parameter.examples[0]?.value),
        ]),
    );
    const typed: Typed = { parameters, mediaType: undefined, body: '', file: undefined };
    const prepared = prepare(contract, list, typed);
    if ('findings' in prepared) throw new Error(JSON.stringify(prepared.findings));
    const [path = '', query = ''] = prepared.request.target.split('?');
    expect(path).toBe('/berths');
    expect(query.length).toBeGreaterThan(20);
    const { cookie } = prepared.request;
    expect(cookie).toBe('view=full');
    const { findings } = checkRequest(contract, list, { query, headers: { cookie } });
    expect(findings).toEqual([]);
  });

  it('a form explains each invalid parameter, and makes no request', () => {
    const get = operation('getBerth');
    const [parameter] = get.parameters;
    if (!parameter) throw new Error('getBerth has no parameter.');
    const typed: Typed = { parameters: {}, mediaType: undefined, body: '', file: undefined };
    expect(prepare(contract, get, typed)).toMatchObject({
      findings: [{ in: 'path', name: parameter.name, keyword: 'missing' }],
    });
  });

  it('a form sends JSON, URL-encoded, multipart and binary bodies by the media type of the contract', async () => {
    const bodies = Object.fromEntries(
      contract.operations
        .filter(({ requestBody }) => requestBody)
        .map((one) => {
          const typed = typedExamples(contract, one);
          const prepared = prepare(contract, one, {
            ...typed,
            body: typed.body === '{}' ? '{"grant_type":"client_credentials","name":"a"}' : typed.body,
            file: new Blob(['chart']),
          });
          return [one.id, 'request' in prepared ? prepared.request : undefined];
        }),
    );
    expect(bodies['createBerth']?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(String(bodies['createBerth']?.body))).toBeTypeOf('object');
    expect(bodies['putChart']?.body).toBeInstanceOf(Blob);
  });
});
