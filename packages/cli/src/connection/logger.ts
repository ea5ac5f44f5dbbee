import type { Values } from '../command-line/option.ts';
import { type Context, note } from '../context.ts';
import type { RequestOptions } from './connect.ts';

/** With `--verbose`, each retry of the client is a line on standard error. Messages never contain the key. */
export function logger(values: Values, context: Context): Pick<RequestOptions, 'logger'> {
  return values['verbose'] === true ? { logger: { warn: (message) => note(context, message) } } : {};
}
