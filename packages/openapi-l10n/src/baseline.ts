import type { SourceFile } from './document/source-file.ts';
import { InputError } from './errors.ts';
import type { Finding } from './finding.ts';
import { isObject } from './json.ts';

/** A finding that a project has accepted. It has no line number, so that an edit elsewhere in the file does not bring it back. */
interface Accepted {
  rule: string;
  file: string;
  pointer: string;
  message: string;
}

/** The findings that a project has accepted, as JSON for its repository. */
export function toBaseline(findings: readonly Finding[]): string {
  const accepted = findings
    .map(acceptedOf)
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
  return `${JSON.stringify({ accepted }, null, 2)}\n`;
}

/** The findings that are not in a baseline. Each entry accepts one occurrence. */
export function beyondBaseline(findings: readonly Finding[], baseline: SourceFile): Finding[] {
  const open = new Map<string, number>();
  for (const accepted of readBaseline(baseline)) {
    open.set(keyOf(accepted), (open.get(keyOf(accepted)) ?? 0) + 1);
  }
  return findings.filter((finding) => {
    const key = keyOf(acceptedOf(finding));
    const left = open.get(key) ?? 0;
    open.set(key, left - 1);
    return left <= 0;
  });
}

const acceptedOf = ({ rule, place, pointer, message }: Finding): Accepted => ({
  rule,
  file: place.file.replaceAll('\\', '/'),
  pointer,
  message,
});

const keyOf = ({ rule, file, pointer, message }: Accepted) => [rule, file, pointer, message].join('\n');

function readBaseline(source: SourceFile): Accepted[] {
  const list = isObject(source.value) ? source.value['accepted'] : undefined;
  if (!Array.isArray(list)) {
    throw new InputError('This is not a baseline', {
      place: source.locate([]),
      expected: 'a file that --update-baseline has written',
    });
  }
  return list.map((item, index) => {
    const [rule, file, pointer, message] = ['rule', 'file', 'pointer', 'message'].map((key) =>
      isObject(item) ? item[key] : undefined,
    );
    if (
      typeof rule === 'string' &&
      typeof file === 'string' &&
      typeof pointer === 'string' &&
      typeof message === 'string'
    ) {
      return { rule, file, pointer, message };
    }
    throw new InputError('An entry of the baseline is incomplete', {
      place: source.locate(['accepted', index]),
      expected: 'rule, file, pointer and message',
      help: 'Rewrite the file with --update-baseline.',
    });
  });
}
