import type { ReactNode } from 'react';
import type { ParameterName } from '../contract/parameters.ts';
import { useWords } from '../contract/words.ts';
import { m } from '../generated/messages/messages.js';
import { parameterLabel } from '../i18n/names.ts';

interface FieldProps {
  /** Parameter whose label, name on the wire and description stand above the control. */
  parameter: ParameterName;
  /** Id of the control; without it the label heads a group. */
  control?: string;
  error: string | undefined;
  children: ReactNode;
}

/** Ids that tie a control to its error. */
export const errorId = (parameter: string) => `${parameter}-error`;

/** One parameter of the contract: label, description on request, control, and what is wrong with the value. */
export function Field({ parameter, control, error, children }: FieldProps) {
  const words = useWords();
  const label = parameterLabel[parameter]();
  const Group = control ? 'div' : 'fieldset';
  const Label = control ? 'label' : 'legend';
  return (
    <Group className="field" data-invalid={error !== undefined || undefined}>
      <Label {...(control && { htmlFor: control })}>
        {label} <code translate="no">{parameter}</code>
      </Label>
      <details className="about">
        <summary aria-label={m.about({ name: label })}>?</summary>
        {words && <Prose markdown={words.parameters[parameter]} />}
      </details>
      {children}
      <p className="error" id={errorId(parameter)} role="alert">
        {error}
      </p>
    </Group>
  );
}

/** The little Markdown of the contract's descriptions: paragraphs and code. */
export function Prose({ markdown }: { markdown: string }) {
  return markdown.split(/\n{2,}/).map((paragraph) => (
    <p key={paragraph}>
      {paragraph.split('`').map((text, index) =>
        index % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
          <code key={index} translate="no">
            {text}
          </code>
        ) : (
          text
        ),
      )}
    </p>
  ));
}
