import { type Contract, type Language, operationsOf, type PlacedOperation } from './contract.ts';
import { exampleQuery } from './placeholders.ts';
import { words } from './words.ts';

/** The reference as Markdown: the contract's own description, then each operation with parameters and statuses. */
export function referenceMarkdown(contract: Contract, language: Language): string {
  return [
    `# ${contract.info.title} (${contract.info.version})`,
    contract.info.summary,
    contract.info.description.trim(),
    ...operationsOf(contract).flatMap((placed) => operationMarkdown(contract, language, placed)),
  ]
    .join('\n\n')
    .concat('\n');
}

function operationMarkdown(contract: Contract, language: Language, placed: PlacedOperation): string[] {
  const { path, method, operation } = placed;
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
    `## ${operation.summary}`,
    `\`${method.toUpperCase()} ${path}?${exampleQuery(contract, operation)}\``,
    operation.description.trim(),
    parameters.join('\n'),
    statuses.join('\n'),
    ...(samples.length > 0 ? [`## ${words[language].requestSample}`, ...samples] : []),
  ];
}
