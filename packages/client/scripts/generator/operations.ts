import type { Contract, Operation, SecurityScheme } from 'openapi-mock-engine/model';
import { type Checks, checksOf, requestBodyOf, responseBodyOf } from './bodies.ts';
import { describeParameters } from './parameters.ts';
import type { Planned } from './plan.ts';
import { camelCase, docComment, header, literal } from './source.ts';

/** What descriptions may name, and where it is. */
const modules = [
  ['styles.', 'styles'],
  ['bodies.', 'request-bodies'],
  ['responses.', 'response-bodies'],
  ['credentials.', 'credentials'],
  ['checks.ofResponse', 'checks'],
  ['flatRequest', 'build-request'],
  ['groupedRequest', 'build-request'],
  ['withServer', 'build-request'],
] as const;

/** What descriptions depend on, in addition to the contract. */
interface Surroundings {
  /** How the responses of an operation are checked. */
  readonly checks: (plan: Planned) => Checks;
  /** The scheme of the option `apiKey`. */
  readonly defaultScheme: string | undefined;
  /** Where the runtime's modules are. */
  readonly runtime: string;
  /** The lines of the comment on the module. */
  readonly intro: readonly string[];
}

/** Writes the description of each operation, from which the runtime calls it. */
export function generateOperations(
  planned: readonly Planned[],
  contract: Contract,
  surroundings: Surroundings,
): string {
  const { defaultScheme, runtime } = surroundings;
  const validated = planned.filter(
    (plan) =>
      surroundings.checks(plan) !== 'none' &&
      plan.successes.some(({ content }) => content.some(({ validator }) => validator)),
  );
  const code = [
    header,
    docComment(surroundings.intro),
    '// imports',
    `import type { Operations } from './methods.ts';`,
    ...validated.map(({ method }) => `import * as ${checksOf(method)} from './validate/${method}.ts';`),
    '',
    ...contract.securitySchemes.flatMap((scheme) => describeScheme(scheme, defaultScheme)),
    '',
    ...planned.map((plan) => describeOperation(plan, contract, surroundings)),
  ].join('\n');
  const imports = [
    `import type { SecurityScheme, TypedOperation } from '${runtime}operation.ts';`,
    ...(code.includes('<UncheckedCallOptions>')
      ? [`import type { UncheckedCallOptions } from '${runtime}options.ts';`]
      : []),
    ...modules
      .filter(([name]) => code.includes(name))
      .map(
        ([name, file]) =>
          `import ${name.includes('.') ? `* as ${name.split('.')[0]}` : `{ ${name} }`} from '${runtime}${file}.ts';`,
      ),
  ];
  return code.replace('// imports\n', `${imports.join('\n')}\n`);
}

/**
 * Writes the object of all operations. Bundlers can drop unused operations that are exported one by one, but
 * never a part of this object.
 */
export function generateAllOperations(planned: readonly Planned[]): string {
  const names = planned.map(({ method }) => method);
  const entries = names.map((name) => `  ${name}: described.${name},\n`);
  return [
    header,
    `import * as described from './operations.ts';\n`,
    `${docComment(['Descriptions of all operations, by the names of their methods.'])}export const operations = {\n${entries.join('')}};\n`,
  ].join('\n');
}

const schemeName = (name: string) => `scheme_${camelCase(name, 'lower')}`;

function describeScheme(scheme: SecurityScheme, defaultScheme: string | undefined): string[] {
  const send = senderOf(scheme);
  if (!send) return [];
  const id = idOf(scheme.name, defaultScheme);
  const members = [`id: ${literal(id)}`, `send: credentials.${send}`];
  if (scheme.type === 'apiKey') members.push(`name: ${literal(scheme.parameter)}`);
  return [`const ${schemeName(scheme.name)}: SecurityScheme = { ${members.join(', ')} };`];
}

/** The name of a credential: `apiKey` for the default scheme, which leaves this name to no other scheme. */
function idOf(name: string, defaultScheme: string | undefined): string {
  if (name === defaultScheme) return 'apiKey';
  return name === 'apiKey' ? 'apiKey_' : name;
}

/**
 * The function of `src/credentials.ts` that sends a credential; none for mutual TLS, which the client does
 * not handle.
 */
function senderOf({ type, scheme, in: place }: SecurityScheme): string | undefined {
  if (type === 'mutualTLS') return undefined;
  if (type === 'apiKey') return `${place}Key`;
  return type === 'http' && scheme === 'basic' ? 'basic' : 'bearer';
}

function describeOperation(plan: Planned, contract: Contract, surroundings: Surroundings): string {
  const checks = surroundings.checks(plan);
  const { operation, method, isFlat, successes } = plan;
  const {
    id,
    path,
    servers,
    parameters,
    requestBody,
    responses,
    security,
    summary = id,
    deprecated,
  } = operation;
  const accepted = new Set(responses.flatMap(({ content }) => content.map(({ mediaType }) => mediaType)));
  const answers = successes.map(({ status, content }) => {
    const isExact = /^\d+$/.test(status);
    const body = responseBodyOf(plan, isExact ? Number(status) : undefined, content, checks);
    return isExact ? `${status}: ${body}` : `'2XX': /* @__PURE__ */ responses.anySuccess(${body})`;
  });
  const alternatives = (security.length > 0 ? security : [[]]).map(
    (schemes) =>
      `[${schemes
        .filter(({ scheme }) => senderOf(scheme))
        .map(({ scheme }) => schemeName(scheme.name))
        .join(', ')}]`,
  );
  // One alternative that every client can meet, or none, needs no choice.
  const isChoice =
    security.length > 1 || security.flat().some(({ scheme }) => scheme.name !== surroundings.defaultScheme);
  const bodies = requestBody?.content.map((media) => `${literal(media.mediaType)}: ${requestBodyOf(media)}`);
  const build = isFlat ? 'flatRequest' : 'groupedRequest';
  const lines = [
    `id: ${literal(id)}`,
    `method: ${literal(operation.method)}`,
    `path: ${literal(path)}`,
    `parameters: ${describeParameters(parameters, contract)}`,
    `build: ${servers !== contract.servers && servers[0] ? `/* @__PURE__ */ withServer(${literal(servers[0].defaultUrl)}, ${build})` : build}`,
    ...(bodies ? [`requestBody: { ${bodies.join(', ')} }`] : []),
    ...(requestBody?.required ? ['isBodyRequired: true'] : []),
    `responses: { ${answers.join(', ')} }`,
    `accept: ${literal([...accepted].join(', ') || '*/*')}`,
    `security: [${alternatives.join(', ')}]`,
    ...(isChoice
      ? [`chooseSchemes: /* @__PURE__ */ credentials.firstOf(${literal(id)}, [${alternatives.join(', ')}])`]
      : []),
  ];
  const methods = checks === 'none' ? 'Operations<UncheckedCallOptions>' : 'Operations';
  const code = `: TypedOperation<${methods}[${literal(method)}]> = {\n${lines.map((line) => `  ${line},\n`).join('')}};\n`;
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
