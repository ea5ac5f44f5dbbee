/**
 * Prism's own test harness, run against this engine: `node bench/prism-harness.ts <checkout of stoplightio/prism>`.
 * Each case for OpenAPI 3 is a contract, a curl command and the answer that Prism gives. Prints each difference with its
 * reason, and exits with 1 if one has none, or if a reason is no longer needed.
 */
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { createMockServer } from '../src/index.ts';
import { essence, isJson } from '../src/model/index.ts';
import { isObject } from '../src/model/json.ts';
import { reasonOf } from './prism-differences.ts';

const [checkout] = process.argv.slice(2);
if (checkout === undefined) throw new Error('Expected a checkout of stoplightio/prism.');
const specs = join(checkout, 'test-harness/specs');
const run = promisify(execFile);

interface Answer {
  status: number;
  headers: { [name: string]: string };
  body: string;
}

/** The parts of a case by their names. */
function partsOf(text: string): { [name: string]: string } {
  const pieces = text.split(/====([A-Za-z-]+)====\r?\n/).slice(1);
  return Object.fromEntries(
    pieces.flatMap((piece, index) => (index % 2 === 0 ? [[piece, (pieces[index + 1] ?? '').trim()]] : [])),
  );
}

function answerOf(text: string): Answer {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n');
  // curl prints the answer to `Expect: 100-continue` first.
  while (/^HTTP\/\S+ 1\d\d/.test(blocks[0] ?? '')) blocks.shift();
  const [status = '', ...fields] = (blocks[0] ?? '').split('\n');
  const headers = fields.map((field) => {
    const colon = field.indexOf(':');
    return [field.slice(0, colon).trim().toLowerCase(), field.slice(colon + 1).trim()] as const;
  });
  return {
    status: Number(/^HTTP\/\S+ (\d+)/.exec(status)?.[1]),
    headers: Object.fromEntries(headers),
    body: blocks.slice(1).join('\n\n').trim(),
  };
}

/** The words of a command line, without quotation marks. */
function wordsOf(command: string): string[] {
  const words = command.replaceAll('\\\n', ' ').matchAll(/(?:\\.|[^\s"'\\]|"(?:[^"\\]|\\.)*"|'[^']*')+/g);
  return [...words].map(([word]) =>
    word.replace(
      /\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
      (_all, plain?: string, double?: string, single?: string) =>
        plain ?? double?.replace(/\\(.)/g, '$1') ?? single ?? '',
    ),
  );
}

/** A short description of the difference; `undefined` if there is none. */
function differenceOf(expected: Answer, found: Answer, kind: string): string | undefined {
  if (expected.status !== found.status) return `status ${found.status} instead of ${expected.status}`;
  for (const [name, value] of Object.entries(expected.headers)) {
    if (['date', 'connection', 'content-length', 'keep-alive', 'transfer-encoding', 'server'].includes(name))
      continue;
    const own = found.headers[name];
    if (name === 'content-type' ? essence(own ?? '') !== essence(value) : own !== value)
      return `header ${name}: ${own ?? 'none'} instead of ${value}`;
  }
  if (kind === 'expect-loose' && !isJson(expected.headers['content-type'] ?? '')) return undefined;
  const [wanted, given] = [readValue(expected.body), readValue(found.body)];
  if (kind === 'expect') {
    return JSON.stringify(wanted) === JSON.stringify(given)
      ? undefined
      : `body ${found.body.slice(0, 200)} instead of ${expected.body.slice(0, 200)}`;
  }
  if (!isObject(wanted)) return undefined;
  const missing = Object.keys(wanted).filter((key) => !isObject(given) || !Object.hasOwn(given, key));
  return missing.length === 0 ? undefined : `body without ${missing.join(', ')}: ${found.body.slice(0, 200)}`;
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.replace(/\s+/g, ' ');
  }
}

async function ask(parts: { [name: string]: string }, document: unknown): Promise<Answer> {
  await using mock = await createMockServer(document, { port: 0 });
  const words = wordsOf(parts.command ?? '')
    .slice(1)
    .map((word) => word.replace(/(?:localhost|127\.0\.0\.1|0\.0\.0\.0):4010/, new URL(mock.url).host));
  const isDynamic = /\s(?:-d|--dynamic)(?:\s|$)/.test(parts.server ?? '');
  const more = isDynamic ? ['-H', 'Prefer: dynamic=true'] : [];
  const { stdout } = await run('curl', ['-s', '--max-time', '10', ...words, ...more]);
  return answerOf(stdout);
}

const kinds = ['expect', 'expect-loose', 'expect-keysOnly'];
const counts = { equal: 0, explained: 0, unexplained: 0, needless: 0 };
for (const file of globSync('**/*.{txt,text}', { cwd: specs }).sort()) {
  const parts = partsOf(readFileSync(join(specs, file), 'utf8'));
  const document: unknown = parse(parts.spec ?? '', { uniqueKeys: false });
  if (!isObject(document) || typeof document.openapi !== 'string') continue;
  const kind = kinds.find((name) => parts[name] !== undefined) ?? 'expect';
  const difference = await ask(parts, document).then(
    (found) => differenceOf(answerOf(parts[kind] ?? ''), found, kind),
    (error: unknown) => (error instanceof Error ? error.message.split('\n')[0] : String(error)),
  );
  const reason = reasonOf(file);
  if (difference === undefined) {
    counts[reason === undefined ? 'equal' : 'needless'] += 1;
    if (reason !== undefined) console.log(`needless   ${file}\n           ${reason}`);
    continue;
  }
  counts[reason === undefined ? 'unexplained' : 'explained'] += 1;
  console.log(`${reason === undefined ? 'UNEXPLAINED' : 'different  '} ${file}\n           ${difference}`);
  if (reason !== undefined) console.log(`           ${reason}`);
}
console.log(counts);
process.exitCode = counts.unexplained + counts.needless === 0 ? 0 : 1;
