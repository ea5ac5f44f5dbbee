import { essence, isJson, type MediaType } from 'openapi-mock-engine/model';
import { isText, type Planned } from './plan.ts';
import { docComment, header, literal } from './source.ts';

const typeParameter = '@typeParam Options the options of a call.';

const groups = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' } as const;

/** Writes the type of each method, with the types of its parameters and responses. */
export function generateMethods(planned: readonly Planned[], runtime: string): string {
  const defaults = planned.flatMap(({ operation, typeName, isFlat }) => {
    if (!operation.parameters.some((parameter) => parameter.in === 'query')) return [];
    return [
      isFlat ? `Partial<${typeName}Parameters>` : `Partial<NonNullable<${typeName}Parameters['query']>>`,
    ];
  });
  const body = [
    ...planned.map(typesOf),
    docComment(['Query parameters that can be set for a whole client.']) +
      `export type DefaultParameters = ${defaults.join(' & ') || 'Record<never, never>'};\n`,
    docComment(['The methods of a client: one for each operation of the contract.', '', typeParameter]) +
      `export interface Operations<Options = CallOptions> {\n${planned.map(methodOf).join('\n')}}\n`,
  ].join('\n');
  const imports = [
    ['Call', 'call'],
    ['Success', 'call'],
    ['WithInstants', 'instant'],
    ['CallOptions', 'options'],
  ].filter(([name = '']) => new RegExp(`\\b${name}\\b`).test(body));
  return (
    [
      header,
      ...imports.map(([name, file]) => `import type { ${name} } from '${runtime}${file}.ts';`),
      `import type { operations } from './openapi.ts';\n\n`,
    ].join('\n') + body
  );
}

function typesOf(plan: Planned): string {
  const { method, typeName } = plan;
  const responses = plan.successes.flatMap(({ status, content }) => {
    const code = /^\d+$/.test(status) ? status : 'number';
    const key = /^\d+$/.test(status) ? status : literal(status);
    if (content.length === 0) return [`Success<${code}, undefined>`];
    return content.map(({ media }) => `Success<${code}, ${responseBody(plan, key, media)}>`);
  });
  return (
    docComment([`Parameters of {@link Operations.${method}}.`]) +
    `export type ${typeName}Parameters = ${parametersOf(plan)};\n` +
    docComment([`Successful responses of {@link Operations.${method}}.`]) +
    `export type ${typeName}Response = ${[...new Set(responses)].join(' | ') || 'Success<number, undefined>'};\n`
  );
}

const typeOf = ({ operation }: Planned) => `operations[${literal(operation.id)}]`;

function responseBody(plan: Planned, status: string, { mediaType }: MediaType): string {
  if (isJson(mediaType)) return `${typeOf(plan)}['responses'][${status}]['content'][${literal(mediaType)}]`;
  if (isText(mediaType)) return 'string';
  return mediaType.includes('*') ? 'unknown' : 'Blob';
}

function parametersOf(plan: Planned): string {
  const { operation, isFlat, instants } = plan;
  const group = (place: keyof typeof groups) => {
    const type = `NonNullable<${typeOf(plan)}['parameters']['${place}']>`;
    return place === 'query' && instants.length > 0
      ? `WithInstants<${type}, ${instants.map(literal).join(' | ')}>`
      : type;
  };
  if (isFlat) return operation.parameters.length > 0 ? group('query') : 'Record<string, never>';
  const members = (Object.keys(groups) as (keyof typeof groups)[]).flatMap((place) => {
    const own = operation.parameters.filter((parameter) => parameter.in === place);
    if (own.length === 0) return [];
    return [`${groups[place]}${own.some(({ required }) => required) ? '' : '?'}: ${group(place)}`];
  });
  const base = `{ ${members.join('; ')} }`;
  return operation.requestBody ? `${members.length > 0 ? `${base} & ` : ''}(${bodyOf(plan)})` : base;
}

function bodyOf(plan: Planned): string {
  const { requestBody } = plan.operation;
  const content = requestBody?.content ?? [];
  const alternatives = content.map((media, index) => {
    const type = requestBodyType(plan, media);
    // The first media type needs no name.
    const contentType = `contentType${index === 0 ? '?' : ''}: ${literal(media.mediaType)}`;
    return content.length === 1 ? `{ body: ${type} }` : `{ ${contentType}; body: ${type} }`;
  });
  if (!requestBody?.required) alternatives.push('{ body?: never; contentType?: never }');
  return alternatives.join(' | ');
}

function requestBodyType(plan: Planned, { mediaType }: MediaType): string {
  const schema = `NonNullable<${typeOf(plan)}['requestBody']>['content'][${literal(mediaType)}]`;
  if (isJson(mediaType)) return schema;
  switch (essence(mediaType)) {
    case 'multipart/form-data':
      return `${schema} | FormData`;
    case 'application/x-www-form-urlencoded':
      return `${schema} | string`;
    default:
      return isText(mediaType) ? 'string' : 'Blob | ArrayBuffer | ArrayBufferView | string';
  }
}

function methodOf({ operation, method, typeName, isFlat }: Planned): string {
  const { summary, description, deprecated, parameters, requestBody } = operation;
  const isOptional = !requestBody?.required && !parameters.some(({ required }) => required);
  const lines = [
    ...(summary
      ? [`${summary}: \`${operation.method} ${operation.path}\`.`]
      : [`\`${operation.method} ${operation.path}\``]),
    ...(description ? ['', description.trim()] : []),
    '',
    `@param parameters ${isFlat ? 'by the names of the contract.' : 'by where they are sent, and the `body`.'}`,
    '@param options for this call only.',
    '@returns the body; `.withResponse()` also returns status, headers and rate limit.',
    '@throws HttpError of the class of its status, when the server answers with an error.',
    '@throws NetworkError if there is no response, TimeoutError if there is none in time.',
    '@throws InvalidResponseError when the response does not match the contract.',
    '@throws TypeError for a parameter or option that is unknown, missing or invalid.',
    "@throws the signal's reason, when the call is aborted.",
    ...(deprecated ? ['@deprecated'] : []),
  ];
  return `${docComment(lines, '  ')}  ${method}(parameters${isOptional ? '?' : ''}: ${typeName}Parameters, options?: Options): Call<${typeName}Response>;\n`;
}
