import type { ParameterName } from '../contract/parameters.ts';
import { m } from '../generated/messages/messages.js';
import { parameterLabel } from '../i18n/names.ts';
import { change } from '../view/address.ts';
import { errorId, Field } from './field.tsx';

interface ListFieldProps {
  parameter: ParameterName;
  /** At least one; an empty text means all. */
  values: readonly string[];
  error: string | undefined;
  /** Shown in an empty field. */
  all: string;
  /** Words of the button that adds one. */
  add: string;
}

/** Several identifiers; each makes its own line in the chart. */
export function ListField({ parameter, values, error, all, add }: ListFieldProps) {
  const write = (next: readonly string[], how: 'push' | 'replace') =>
    change({ [parameter]: next.length === 1 && next[0] === '' ? undefined : next }, how);
  return (
    <Field parameter={parameter} control={`${parameter}-0`} error={error}>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field keeps its place while it is typed in
        <div className="entry" key={index}>
          <input
            id={`${parameter}-${index}`}
            aria-label={
              index === 0
                ? undefined
                : m.nth_identifier({ name: parameterLabel[parameter](), number: index + 1 })
            }
            type="text"
            value={value}
            placeholder={all}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={errorId(parameter)}
            onChange={(event) => write(values.with(index, event.target.value), 'replace')}
          />
          {values.length > 1 && (
            <button
              type="button"
              className="icon"
              aria-label={m.remove_identifier({ name: value || all })}
              onClick={() => write(values.toSpliced(index, 1), 'push')}
            >
              ×
            </button>
          )}
        </div>
      ))}
      <button type="button" className="plain" onClick={() => write([...values, ''], 'push')}>
        {add}
      </button>
    </Field>
  );
}
