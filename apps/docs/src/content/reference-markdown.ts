import { type Contract, firstOperation, type Language } from './contract.ts';
import { exampleQuery } from './placeholders.ts';
import { words } from './words.ts';

/** The reference as Markdown: the contract's own description, then its operation with parameters and statuses. */
export function referenceMarkdown(contract: Contract, language: Language): string {
  const { path, method, operation } = firstOperation(contract);
  const named = <T>(kind: Record<string, T>, ref: string | undefined) => kind[ref?.split('/').at(-1) ?? ''];
  const parameters = operation.parameters.map(({ $ref }) => {
    const parameter = named(contract.components.parameters, $ref) as { name: string; description: string }; // checked by the contract's lint
    return `- \`${parameter.name}\`: ${parameter.description.trim().replace(/\s+/g, ' ')}`;
  });
  const statuses = Object.entries(operation.responses).map(([code, response]) => {
    const full = (response.$ref ? named(contract.components.responses, response.$ref) : response) as {
      description: string;
    }; // likewise
    return `- \`${code}\`: ${full.description.trim().replace(/\s+/g, ' ')}`;
  });
  const samples = (operation['x-codeSamples'] ?? []).map(
    ({ label, lang, source }) => `### ${label}\n\n\`\`\`${lang.toLowerCase()}\n${source.trimEnd()}\n\`\`\``,
  );
  return [
    `# ${contract.info.title} (${contract.info.version})`,
    contract.info.summary,
    contract.info.description.trim(),
    `## ${operation.summary}`,
    `\`${method.toUpperCase()} ${path}?${exampleQuery(contract)}\``,
    operation.description.trim(),
    parameters.join('\n'),
    statuses.join('\n'),
    `## ${words[language].requestSample}`,
    ...samples,
  ]
    .join('\n\n')
    .concat('\n');
}
