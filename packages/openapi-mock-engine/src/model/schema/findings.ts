import { type Finding, type FindingPlace, pathName } from '../finding.ts';
import { membersAt } from '../json.ts';
import { nearest } from '../nearest.ts';
import { list, quote, quoteText } from '../quote.ts';
import { type Problem, pathOf } from './check.ts';
import { counted, expectation, propertyNames, type Vocabulary } from './words.ts';

/** Where the checked value comes from, for messages. */
export interface Subject {
  in: FindingPlace;
  /** `body`, or the name of the parameter. */
  name: string;
  /** The contract's example, for messages about strings. */
  example?: unknown;
}

/** The maximum length of a value that may be a mistyped word. */
const longestWord = 40;

/** Turns the violation of a keyword into a finding. */
export function toFinding(problem: Problem, subject: Subject, vocabulary: Vocabulary): Finding {
  const path = pathOf(problem.at);
  const name = pathName(subject.name, path);
  const about = path.length === 0 ? subject.example : undefined;
  const isText = subject.in !== 'body';
  const shown = typeof problem.value === 'string' && isText ? quoteText(problem.value) : quote(problem.value);
  const value = problem.value === '' && isText ? 'an empty value' : shown;
  const make = (keyword: string, sentence: string, expected: string, suggestion?: string): Finding => ({
    in: subject.in,
    name,
    path,
    keyword,
    value: problem.value,
    expected,
    suggestion,
    message: [
      `${name}: ${sentence}.`,
      suggestion === undefined ? '' : `Did you mean ${suggestion}?`,
      expected === '' ? '' : `Expected ${expected}.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  });
  const { keyword, schema, property = '' } = problem;
  switch (keyword) {
    case 'required':
    case 'dependentRequired': {
      const declared = new Map(membersAt(schema, 'properties')).get(property);
      return make(
        'missing',
        'is missing',
        declared === undefined ? 'a value' : expectation(declared, vocabulary),
      );
    }
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'propertyNames': {
      const known = [...new Set([...(problem.known ?? []), ...propertyNames(schema, vocabulary)])];
      const expected =
        keyword === 'propertyNames'
          ? expectation(schema.propertyNames, vocabulary)
          : known.length === 0
            ? ''
            : `only ${list(known, 'and')}`;
      const what =
        keyword === 'propertyNames'
          ? 'this name of a property is not allowed'
          : `${shown} is not allowed, since there is no such property`;
      return make('unknown', what, expected, nearest(property, known));
    }
    case 'uniqueItems':
      return make(keyword, `${shown} is a repetition of item ${problem.first ?? 0}`, 'every item only once');
    case 'contains': {
      const item = expectation(schema.contains, vocabulary);
      const count = counted(schema.minContains ?? 1, schema.maxContains, 'item', 'items').replace(
        /^ of /,
        '',
      );
      return make(keyword, `${problem.matches ?? 0} of its items match`, `${count} like this: ${item}`);
    }
    case 'minProperties':
    case 'maxProperties':
      return make(
        keyword,
        `${shown} is not allowed`,
        `an object${counted(schema.minProperties, schema.maxProperties, 'property', 'properties')}`,
      );
    case 'minItems':
    case 'maxItems': {
      const count = Array.isArray(problem.value) ? problem.value.length : 0;
      return make(
        keyword,
        `${count} ${count === 1 ? 'item is' : 'items are'} not allowed`,
        expectation({ ...schema, type: 'array' }, vocabulary),
      );
    }
    case 'not':
      return make(keyword, `${value} is not allowed`, 'another value');
    case 'false':
      return make(keyword, `${value} is not allowed`, 'nothing');
    case 'unevaluatedItems':
      return make(keyword, `${value} is not allowed, since there is no such item`, '');
    case 'oneOf':
      if ((problem.matches ?? 0) > 1) {
        return make(keyword, `${value} matches ${problem.matches} of the alternatives`, 'exactly one');
      }
      return make(keyword, `${value} is not allowed`, expectation(schema, vocabulary, about));
    default: {
      const expected = expectation(schema, vocabulary, about);
      return make(keyword, `${value} is not allowed`, expected, meantValue(problem, keyword));
    }
  }
}

/** Values that the message lists anyway, so that a suggestion would be redundant. */
const fewValues = 2;

/** The allowed value that a wrong one resembles. */
function meantValue({ value, schema }: Problem, keyword: string): string | undefined {
  if (
    keyword !== 'enum' ||
    typeof value !== 'string' ||
    value.length > longestWord ||
    !Array.isArray(schema.enum) ||
    schema.enum.length <= fewValues
  )
    return undefined;
  return nearest(
    value,
    schema.enum.filter((allowed): allowed is string => typeof allowed === 'string'),
  );
}
