import fc from 'fast-check';
import { Generator } from '../../src/generate/generate.ts';
import type { Contract, Operation } from '../../src/model/index.ts';
import { isObject } from '../../src/model/json.ts';
import { draftOf, groups, type SentRequest, write } from './requests.ts';

/**
 * Requests for an operation: parameters and body generated from their schemas, some of them left out or
 * replaced.
 */
export function anyRequest(
  contract: Contract,
  operation: Operation,
): fc.Arbitrary<{ request: SentRequest; isValid: boolean }> {
  const generator = new Generator(contract);
  const wrong = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      'maybe',
      '-1',
      '0',
      '1.5',
      '1e3',
      'true',
      'null',
      'é',
      'a,b',
      'a|b',
      '9'.repeat(20),
    ),
    fc.string({ maxLength: 12 }),
  );
  return fc
    .record({
      key: fc.nat(),
      kept: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      replaced: fc.option(fc.record({ at: fc.nat(), text: wrong, json: fc.jsonValue({ maxDepth: 2 }) })),
    })
    .map(({ key, kept, replaced }) => {
      const draft = draftOf(contract, operation);
      if (draft === undefined) throw new Error(`${operation.id}: no request can be made.`);
      let isValid = true;
      for (const [index, { name, in: place, required, schema }] of operation.parameters.entries()) {
        const group = draft[groups[place]];
        const made = generator.generate(schema, { key: key + index, echo: {} });
        // A text cannot say whether it is null.
        if (made !== undefined && made !== null) group[name] = made;
        if (!required && kept[index % kept.length] === false) delete group[name];
      }
      const media = operation.requestBody?.content.find(({ mediaType }) => mediaType === draft.contentType);
      if (media !== undefined) draft.body = generator.generate(media.schema, { key, echo: {} }) ?? draft.body;
      if (replaced !== null) {
        isValid = false;
        const places = operation.parameters.length + (isObject(draft.body) ? 1 : 0);
        const at = places === 0 ? 0 : replaced.at % places;
        const parameter = operation.parameters[at];
        if (parameter !== undefined) draft[groups[parameter.in]][parameter.name] = replaced.text;
        else if (isObject(draft.body)) {
          const names = [...Object.keys(draft.body), 'strange'];
          draft.body = { ...draft.body, [names[replaced.at % names.length] ?? '']: replaced.json };
        }
      }
      return { request: write(contract, operation, draft), isValid };
    });
}
