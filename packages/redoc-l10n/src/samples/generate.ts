import type { Sample } from '../reference/types.ts';
import type { SampleRequest } from './request.ts';

/** Generates the samples of a request. */
export const generateSamples = (request: SampleRequest): Sample[] =>
  generators.map(({ label, lang, write }) => ({ label, lang, source: write(request) }));

const generators: readonly { label: string; lang: string; write: (request: SampleRequest) => string }[] = [
  { label: 'cURL', lang: 'Shell', write: curl },
  { label: 'JavaScript', lang: 'JavaScript', write: javaScript },
  { label: 'Python', lang: 'Python', write: python },
];

function curl({ method, url, headers, body }: SampleRequest): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const lines = [
    `curl${method === 'GET' ? '' : ` --request ${method}`} ${quoted(url)}`,
    ...headers.map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data ${quoted(body)}`]),
  ];
  return lines.join(' \\\n  ');
}

function javaScript({ method, url, headers, body }: SampleRequest): string {
  const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;
  const options = [
    ...(method === 'GET' ? [] : [`  method: ${quoted(method)},`]),
    ...(headers.length > 0
      ? ['  headers: {', ...headers.map(([name, value]) => `    ${quoted(name)}: ${quoted(value)},`), '  },']
      : []),
    ...(body === undefined
      ? []
      : [`  body: ${isJson(body) ? `JSON.stringify(${indented(body)})` : quoted(body)},`]),
  ];
  const call = options.length > 0 ? `, {\n${options.join('\n')}\n}` : '';
  return `const response = await fetch(${quoted(url)}${call});\nconsole.log(response.status, await response.text());`;
}

function python({ method, url, headers, body }: SampleRequest): string {
  const quoted = (text: string) => JSON.stringify(text);
  const options = [
    `    ${quoted(url)},`,
    ...(method === 'GET' ? [] : [`    method=${quoted(method)},`]),
    ...(headers.length > 0
      ? [
          '    headers={',
          ...headers.map(([name, value]) => `        ${quoted(name)}: ${quoted(value)},`),
          '    },',
        ]
      : []),
    ...(body === undefined ? [] : [`    data=${quoted(body)}.encode(),`]),
  ];
  return `from urllib.request import Request, urlopen\n\nrequest = Request(\n${options.join('\n')}\n)\nwith urlopen(request) as response:\n    print(response.status, response.read().decode())`;
}

const isJson = (text: string): boolean => /^[[{]/.test(text);

const indented = (json: string): string => json.replaceAll('\n', '\n  ');
