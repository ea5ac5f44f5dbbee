import type { Contract, Parameter } from 'openapi-mock-engine/model';
import { Prose } from '../contract/prose.tsx';
import { m } from '../generated/messages/messages.js';
import { controlOf, fieldName, textOf } from './form-values.ts';

interface ParameterFieldProps {
  contract: Contract;
  parameter: Parameter;
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}

/** One parameter: name, description, and a control for its type. */
export function ParameterField({ contract, parameter, value, error, onChange }: ParameterFieldProps) {
  const id = fieldName(parameter);
  const control = controlOf(contract, parameter);
  const fallback = contract.resolve(parameter.schema)['default'];
  const example = textOf(contract, parameter, fallback ?? parameter.examples[0]?.value);
  const shared = {
    id,
    value,
    'aria-describedby': `${id}-error`,
    'aria-invalid': error !== undefined,
    translate: 'no',
  } as const;
  return (
    <div className="field" data-invalid={error !== undefined || undefined}>
      <label htmlFor={id}>
        <code translate="no">{parameter.name}</code>{' '}
        <small>
          {[parameter.required && m.required(), parameter.deprecated && m.deprecated()]
            .filter((text) => text !== false)
            .join(', ')}
        </small>
      </label>
      {parameter.description && (
        <details className="about">
          <summary aria-label={m.about({ name: parameter.name })}>?</summary>
          <Prose markdown={parameter.description} />
        </details>
      )}
      {control.kind === 'choice' ? (
        <select {...shared} onChange={({ target }) => onChange(target.value)}>
          <option value="">{fallback === undefined ? '–' : `– (${String(fallback)})`}</option>
          {control.options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : control.kind === 'text' ? (
        <input
          {...shared}
          type="text"
          inputMode={control.isNumeric ? 'decimal' : 'text'}
          placeholder={example}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <>
          <textarea
            {...shared}
            rows={3}
            placeholder={example}
            spellCheck={false}
            onChange={({ target }) => onChange(target.value)}
          />
          <p className="hint">{control.kind === 'lines' ? m.one_a_line() : 'JSON'}</p>
        </>
      )}
      <p className="error" id={`${id}-error`} role="alert">
        {error}
      </p>
    </div>
  );
}
