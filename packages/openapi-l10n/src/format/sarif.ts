import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Place } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { ruleNames, rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';

/** SARIF 2.1.0, for code scanning. */
export function sarif(findings: readonly Finding[]): string {
  const ids = [...new Set([...ruleNames, ...findings.map(({ rule }) => rule)])];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'openapi-l10n',
            rules: ids.map((id) => ({
              id,
              shortDescription: { text: known(id)?.summary ?? 'A rule of the project.' },
              defaultConfiguration: { level: level(known(id)?.severity ?? 'warn') },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: ids.indexOf(finding.rule),
          level: level(finding.severity),
          message: { text: `${finding.message}. ${finding.help}` },
          locations: [{ physicalLocation: location(finding.place, finding.length) }],
          ...(finding.source
            ? {
                relatedLocations: [
                  {
                    id: 1,
                    message: { text: 'The source text' },
                    physicalLocation: location(finding.source, 1),
                  },
                ],
              }
            : {}),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const known = (id: string): Rule | undefined => Object.entries(rules).find(([name]) => name === id)?.[1];

const level = (severity: string) => (severity === 'error' ? 'error' : 'warning');

function location({ file, line, column }: Place, length: number) {
  const uri = isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file.replaceAll('\\', '/'));
  return {
    artifactLocation: { uri },
    region: { startLine: line, startColumn: column, endColumn: column + length },
  };
}
