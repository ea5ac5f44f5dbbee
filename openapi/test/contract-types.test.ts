import { expect, test } from 'vitest';
import { contractType } from '../scripts/contract-types.ts';

test('the generated type has literal names, numbers and wire values, and `string` for human-readable texts', () => {
  const contract = {
    info: { title: 'Sessions', description: 'All of */ them' },
    unit: { enum: ['day', 'hour'], 'x-enumDescriptions': { day: 'One a day', hour: 'One an hour' } },
    maximum: 100,
    required: true,
    data: [],
  };
  expect(contractType(contract)).toBe(`{
  "info": {
    "title": string;
    "description": string;
  };
  "unit": {
    "enum": [
      "day",
      "hour",
    ];
    "x-enumDescriptions": {
      "day": string;
      "hour": string;
    };
  };
  "maximum": 100;
  "required": true;
  "data": [];
}`);
});
