import { asShown } from '../json.ts';
import type { Parameter } from '../reference/types.ts';
import { exampleFor } from '../schema/example.ts';
import { schemaExamples } from '../schema/facts.ts';
import { viewOf } from '../schema/view.ts';
import type { PageContext } from './context.ts';

/** A value for a parameter: its example, or any valid value if it is required. Placeholders such as `{{id}}` do not count. */
export function exampleValue(parameter: Parameter, { resolver }: PageContext): string | undefined {
  const view = viewOf(parameter.schema, resolver);
  const given = parameter.examples[0]?.value ?? schemaExamples(view.schema)[0];
  if (given !== undefined) {
    const text = asShown(given);
    return /^\{\{.*\}\}$/.test(text) && !parameter.required ? undefined : text;
  }
  if (!parameter.required) return undefined;
  const made = exampleFor(parameter.schema, 'request', resolver);
  return made === undefined || made === null ? undefined : asShown(made);
}
