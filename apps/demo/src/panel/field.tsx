import type { ReactNode } from 'react';
import type { ParameterName } from '../contract/parameters.ts';
import { Prose } from '../contract/prose.tsx';
import { useWords } from '../contract/words.ts';
import { operation, parameters } from '../generated/contract.ts';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';

interface FieldProps {
  label: string;
  /** The id of the control; without one, the label is for a group. */
  control?: string;
  /** The id of the error message, for `aria-describedby`. */
  id: string;
  error: string | undefined;
  /** The parameter of the field, whose name, description and docs are shown. */
  parameter?: ParameterName;
  /** Where the docs are. */
  docs?: string | undefined;
  children: ReactNode;
}

/** The id of a control's error message. */
export const errorId = (field: string) => `${field}-error`;

/** A field of the query: label, description on demand, control and error. */
export function Field({ label, control, id, error, parameter, docs, children }: FieldProps) {
  const words = useWords();
  const { locale } = useLocale();
  const Group = control ? 'div' : 'fieldset';
  const Label = control ? 'label' : 'legend';
  return (
    <Group className="field" data-invalid={error !== undefined || undefined}>
      <Label {...(control && { htmlFor: control })}>
        {label} {parameter && <code translate="no">{parameter}</code>}
      </Label>
      {parameter && (
        <details className="about">
          <summary aria-label={m.about({ name: label })}>?</summary>
          {words && <Prose markdown={words.parameters[parameter]} />}
          {docs !== undefined && (
            <p>
              <a href={docsOf(docs, locale, parameter)}>{m.in_the_docs()}</a>
            </p>
          )}
        </details>
      )}
      {children}
      <p className="error" id={errorId(id)} role="alert">
        {error}
      </p>
    </Group>
  );
}

/** The link to a parameter in the docs. */
function docsOf(docs: string, locale: string, parameter: ParameterName): string {
  const base = docs.endsWith('/') ? docs : `${docs}/`;
  return `${base}${locale}/#${operation.docs}/${parameters[parameter].in}/${parameter}`;
}
