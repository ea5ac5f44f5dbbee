import { code, describe } from './describe.ts';
import { GROUPS, groupOf, type Words } from './languages/words.ts';
import type { ContractChange, Rating } from './rate/rate.ts';

/**
 * The changelog of a new version for users of the API, as Markdown: removed, changed, deprecated, added, by operation.
 *
 * @param summaryOf the summary of an operation such as `GET /pets`, in the language of the words
 */
export function changelog(
  { changes }: Rating,
  words: Words,
  summaryOf: (operation: string) => string | undefined = () => undefined,
): string {
  if (changes.length === 0) return `${words.noChanges}\n`;
  const sections = GROUPS.flatMap((group) => {
    const own = changes.filter((change) => groupOf(change) === group);
    return own.length === 0 ? [] : [`## ${words.groups[group]}`, ...operationsOf(own, words, summaryOf)];
  });
  return `${sections.join('\n\n')}\n`;
}

function operationsOf(
  changes: readonly ContractChange[],
  words: Words,
  summaryOf: (operation: string) => string | undefined,
): string[] {
  const byOperation = new Map<string, ContractChange[]>();
  for (const change of changes) {
    const operation = change.subject.operation ?? '';
    byOperation.set(operation, [...(byOperation.get(operation) ?? []), change]);
  }
  return [...byOperation].map(([operation, own]) => {
    const summary = summaryOf(operation);
    const heading =
      operation === '' ? words.document : `${code(operation)}${summary === undefined ? '' : ` ${summary}`}`;
    const lines = own.map((change) => {
      const text = describe(change, words);
      return `- ${text}${change.bump === 'major' ? ` (**${words.breaking}**)` : ''}`;
    });
    return [`### ${heading}`, [...new Set(lines)].join('\n')].join('\n\n');
  });
}
