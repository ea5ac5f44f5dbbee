import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { InputError } from '../errors.ts';
import type { Fill } from './fill.ts';
import { codesOf, type Segment, splitInline } from './inline-codes.ts';
import type { Unit } from './unit.ts';

/** One line of the standard input of a translating command: JSON, with codes as `<x id="1"/>`. */
interface Question {
  id: string;
  source: string;
  target: string;
  text: string;
}

/** A translation that was rejected. */
export interface Rejection {
  id: string;
  reason: string;
}

/** The result of a translating command. */
export interface MachineTranslation {
  fills: Map<string, Fill>;
  rejected: Rejection[];
}

/** The languages of a translation, as BCP 47 tags. */
export interface Languages {
  source: string;
  target: string;
}

/**
 * Translates texts with a command. It reads one JSON object per line on standard input,
 * `{"id":"/info/title","source":"en","target":"fr","text":"Use <x id=\"1\"/>."}`, and writes
 * `{"id":"/info/title","text":"…"}` for each on standard output, in any order. It never sees code, links and placeholders;
 * a translation that loses or repeats one is rejected.
 *
 * @param onAnswer is called after each answer, with the numbers of answers and questions
 * @throws {InputError} when the command cannot be started, fails, or prints anything else.
 */
export async function machineTranslate(
  units: readonly Unit[],
  command: string,
  languages: Languages,
  onAnswer?: (answered: number, asked: number) => void,
): Promise<MachineTranslation> {
  const sources = new Map(units.map((unit) => [unit.id, splitInline(unit.source, unit.markdown)]));
  // A text in several places is sent once.
  const first = new Map<string, string>();
  for (const { id, source, markdown } of units)
    if (!first.has(`${markdown} ${source}`)) first.set(`${markdown} ${source}`, id);
  const questions = [...first.values()].map(
    (id): Question => ({ id, ...languages, text: mask(sources.get(id) ?? []) }),
  );
  const answered = await answersOf(command, questions, onAnswer);
  const answers = new Map(
    units.map(({ id, source, markdown }) => [id, answered.get(first.get(`${markdown} ${source}`) ?? id)]),
  );
  const fills = new Map<string, Fill>();
  const rejected: Rejection[] = [];
  for (const [id, source] of sources) {
    const answer = answers.get(id);
    const text = answer === undefined ? undefined : unmask(answer, source);
    if (typeof text === 'string') fills.set(id, { translation: text, review: 'machine' });
    else rejected.push({ id, reason: text?.reason ?? 'no answer' });
  }
  return { fills, rejected };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text for the command: XML with an empty element for each code. */
function mask(segments: readonly Segment[]): string {
  return segments
    .map((part) =>
      typeof part === 'string'
        ? part.replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
        : `<x id="${part.id}"/>`,
    )
    .join('');
}

/** The command's translation as a text of the contract, or why it is rejected. */
function unmask(answer: string, source: readonly Segment[]): string | { reason: string } {
  if (answer.trim() === '') return { reason: 'the answer is empty' };
  const codes = new Map(codesOf(source).map(({ id, text }) => [String(id), text]));
  const seen = new Set<string>();
  let unknown: string | undefined;
  const text = answer.replaceAll(/<x\s+id="([^"]*)"\s*\/?>(?:<\/x>)?/g, (element, id: string) => {
    const code = codes.get(id);
    if (code === undefined || seen.has(id)) unknown ??= element;
    seen.add(id);
    // The code must not be read as XML entities.
    return (code ?? '').replaceAll('&', '&amp;');
  });
  if (unknown !== undefined) return { reason: `${unknown} is not in the source or is repeated` };
  const lost = [...codes].find(([id]) => !seen.has(id));
  if (lost) return { reason: `<x id="${lost[0]}"/> is missing, which stands for ${lost[1]}` };
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

async function answersOf(
  command: string,
  questions: readonly Question[],
  onAnswer?: (answered: number, asked: number) => void,
): Promise<Map<string, string>> {
  // The command is a shell command line of the user, like a script in package.json.
  const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // A command that ends early is reported by its exit code.
  child.stdin.on('error', () => {});
  child.stdin.end(questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
  const answers = new Map<string, string>();
  let broken: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.trim() === '') continue;
    const answer = parseAnswer(line);
    if (answer) {
      answers.set(answer.id, answer.text);
      onAnswer?.(answers.size, questions.length);
    } else broken ??= line;
  }
  const code = await ended;
  if (code !== 0) {
    throw new InputError(`The command "${command}" failed with exit code ${code}`, {
      expected: 'exit code 0',
      help: 'Nothing was written. See its messages above.',
    });
  }
  if (broken !== undefined) {
    throw new InputError(`The command "${command}" answered ${JSON.stringify(broken.slice(0, 80))}`, {
      expected: '{"id": "…", "text": "…"} on each line',
      help: 'Nothing was written.',
    });
  }
  return answers;
}

function parseAnswer(line: string): { id: string; text: string } | undefined {
  try {
    const { id, text } = JSON.parse(line) as Record<string, unknown>; // checked in the next line
    return typeof id === 'string' && typeof text === 'string' ? { id, text } : undefined;
  } catch {
    return undefined;
  }
}
