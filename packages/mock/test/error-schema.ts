import { Ajv2020 } from 'ajv/dist/2020.js';
import { document } from '../src/generated/document.ts';

const ajv = new Ajv2020({ strict: false, formats: { 'date-time': true, date: true } });
ajv.addSchema(document, 'contract');
const error = ajv.getSchema('contract#/components/schemas/Error');
const series = ajv.getSchema('contract#/components/schemas/SessionsDataSeries');

/** The errors of a body by the contract's schema of its status; `[]` if it is valid. */
export function violations(status: number, body: string): unknown[] {
  const validate = status === 200 ? series : error;
  if (validate === undefined) throw new Error('The contract has no such schema.');
  return validate(JSON.parse(body)) ? [] : (validate.errors ?? ['invalid']);
}
