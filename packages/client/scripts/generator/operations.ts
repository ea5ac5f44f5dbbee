import type { Operation, SecurityScheme } from 'openapi-mock-engine/model';
import type { Planned } from './plan.ts';
import { camelCase, docComment, header, literal } from './source.ts';

/**
 * Writes the description of each operation, which the runtime calls it by.
 *
 * @param defaultScheme the scheme of the option `apiKey`.
 */
export function generateOperations(
  planned: readonly Planned[],
  schemes: readonly SecurityScheme[],
  defaultScheme: string | undefined,
  runtime: string,
): string {
  const validated = planned.filter(({ successes }) =>
    successes.some(({ content }) => content.some(({ validator }) => validator)),
  );
  return [
    header,
    docComment([
      'Descriptions of the operations, to make a client of some of them.',
      '',
      '@module @session-series/client/operations',
    ]),
    `import type { SecurityScheme, TypedOperation } from '${runtime}operation.ts';`,
    `import type { Operations } from './methods.ts';`,
    ...validated.map(({ method }) => `import * as ${checks(method)} from './validate/${method}.ts';`),
    '',
    ...schemes.flatMap((scheme) => describeScheme(scheme, defaultScheme)),
    ...planned.map(describeOperation),
  ].join('\n');
}

const checks = (method: string) => `checks_${method}`;
const schemeName = (name: string) => `scheme_${camelCase(name, 'lower')}`;

function describeScheme(scheme: SecurityScheme, defaultScheme: string | undefined): string[] {
  const place = placeOf(scheme);
  if (!place) return [];
  const value = { id: scheme.name, ...place, ...(scheme.name === defaultScheme && { isDefault: true }) };
  return [`const ${schemeName(scheme.name)}: SecurityScheme = ${literal(value)};`];
}

/** Where a credential is sent; nothing for TLS, which is not the client's. */
function placeOf({ type, scheme, in: place, parameter }: SecurityScheme) {
  if (type === 'mutualTLS') return undefined;
  if (type === 'apiKey') return { in: place, name: parameter };
  const prefix = type === 'http' && scheme === 'basic' ? 'Basic ' : 'Bearer ';
  return { in: 'header', name: 'Authorization', prefix };
}

function describeOperation({ operation, method, isFlat, successes }: Planned): string {
  const { id, path, parameters, requestBody, responses, security, summary = id, deprecated } = operation;
  const written = parameters.map(
    ({ name, in: place, required, style, explode, allowReserved, mediaType }) => ({
      name,
      in: place,
      isRequired: required,
      style,
      explode,
      ...(allowReserved && { allowReserved }),
      ...(mediaType !== undefined && { isJson: true }),
    }),
  );
  const accepted = new Set(responses.flatMap(({ content }) => content.map(({ mediaType }) => mediaType)));
  const bodies = successes.map(({ status, content }) => {
    const byMedia = content.map(({ media, validator }) => {
      return `${literal(media.mediaType)}: ${validator ? `${checks(method)}.${validator}` : 'undefined'}`;
    });
    return `${literal(status)}: { ${byMedia.join(', ')} }`;
  });
  const alternatives = security.length > 0 ? security : [[]];
  const required = alternatives.map(
    (schemes) =>
      `[${schemes.filter(({ scheme }) => placeOf(scheme)).map(({ scheme }) => schemeName(scheme.name))}]`,
  );
  const code = `: TypedOperation<Operations[${literal(method)}]> = {
  id: ${literal(id)},
  method: ${literal(operation.method)},
  path: ${literal(path)},
  parameters: ${literal(written)},
  isFlat: ${isFlat},
${requestBody ? `  requestBody: ${literal({ mediaTypes: requestBody.content.map(({ mediaType }) => mediaType), isRequired: requestBody.required })},\n` : ''}  responses: { ${bodies.join(', ')} },
  accept: ${literal([...accepted].join(', ') || '*/*')},
  security: [${required.join(', ')}],
};
`;
  const comment = docComment([summary, ...(deprecated ? ['', '@deprecated'] : [])]);
  // A name such as `delete` can be exported, but not declared.
  return isReserved(method)
    ? `const ${method}_${code}export { ${method}_ as ${method} };\n`
    : `${comment}export const ${method}${code}`;
}

function isReserved(name: string): boolean {
  try {
    new Function(`'use strict'; const ${name} = 0;`);
    return false;
  } catch {
    return true;
  }
}

/** The scheme that the contract asks for by default. */
export function defaultSchemeOf(
  root: { readonly security?: unknown },
  operations: readonly Operation[],
): string | undefined {
  const [requirement] = Array.isArray(root.security) ? root.security : [];
  return (
    Object.keys(requirement ?? {})[0] ??
    operations.find(({ security }) => security[0]?.[0])?.security[0]?.[0]?.scheme.name
  );
}
