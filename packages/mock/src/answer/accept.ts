import { quote } from '../request/quote.ts';

/** Why a request's `Accept` cannot be met, or `undefined` if JSON will do. */
export function refuseAccept(value: string | undefined): string | undefined {
  if (value === undefined || value === '' || value === '*/*' || value === 'application/json')
    return undefined;
  const json = value.split(',').some((part) => {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const refused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    return !refused && ['*/*', 'application/*', 'application/json'].includes(type);
  });
  return json ? undefined : `Accept: ${quote(value)} is not allowed. Expected application/json or */*.`;
}
