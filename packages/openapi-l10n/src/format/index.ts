import type { Lines } from '../document/lines.ts';
import { InputError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { github } from './github.ts';
import { html } from './html.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

/** Formats findings; `files` has the lines of each file that they mention. */
export type Format = (
  findings: readonly Finding[],
  files: ReadonlyMap<string, Lines>,
  colour: boolean,
) => string;

/** The findings as they are, for programs. */
const json: Format = (findings) => `${JSON.stringify({ findings }, null, 2)}\n`;

const formats = { pretty, json, github, sarif, html } as const satisfies Record<string, Format>;

/** The names of the formats. */
export const formatNames = Object.keys(formats);

/** The format of a name, `pretty` by default. */
export function formatter(name = 'pretty'): Format {
  const found = Object.entries(formats).find(([key]) => key === name);
  if (!found) throw new InputError(`Unknown format "${name}"`, { expected: formatNames.join(', ') });
  return found[1];
}
