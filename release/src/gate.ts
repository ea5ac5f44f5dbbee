/**
 * The version gate: `pnpm gate [--base REF]` checks whether the pending changesets cover the changes since a branch,
 * tag or commit (default: the base of openapi-gate.yaml).
 *
 * Exit codes: 0 they do, 1 something is missing, 2 the base is unknown or a setting is invalid.
 */
import { parseArgs } from 'node:util';
import { changeSince, GateError, readSettings } from 'openapi-gate';
import { findings } from './gate/findings.ts';
import { root } from './workspace.ts';

try {
  const { base } = parseArgs({ options: { base: { type: 'string' } } }).values;
  const found = findings(changeSince(root, base ?? readSettings(root)?.base ?? 'main'));
  if (found.length === 0) console.log('The changesets cover the change.');
  else console.error(found.join('\n\n'));
  process.exitCode = found.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof GateError) && Reflect.get(Object(error), 'code') !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    throw error;
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
