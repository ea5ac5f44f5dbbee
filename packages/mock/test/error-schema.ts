import { Ajv2020 } from 'ajv/dist/2020.js';
import { document } from '../src/generated/document.ts';
import { operation } from './contract.ts';

const ajv = new Ajv2020({ strict: false, formats: { 'date-time': true, date: true } });
ajv.addSchema(document, 'contract');

/** The errors of a body by the contract's schema of its status; `[]` if it is valid. */
export function violations(status: number, body: string): unknown[] {
  const [media] = operation.responses.find((response) => response.status === String(status))?.content ?? [];
  const { $ref } = Object(media?.schema);
  const validate = ajv.getSchema(`contract${$ref}`);
  if (validate === undefined) throw new Error(`The contract has no schema of the status ${status}.`);
  return validate(JSON.parse(body)) ? [] : (validate.errors ?? ['invalid']);
}
