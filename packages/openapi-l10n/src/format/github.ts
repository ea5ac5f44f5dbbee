import type { Finding } from '../finding.ts';

/** Workflow commands, which GitHub shows as annotations of a pull request. */
export function github(findings: readonly Finding[]): string {
  return findings.map(command).join('');
}

function command({ severity, rule, message, help, place, length }: Finding): string {
  const level = severity === 'error' ? 'error' : 'warning';
  const where = [
    `file=${property(place.file)}`,
    `line=${place.line}`,
    `col=${place.column}`,
    `endColumn=${place.column + length}`,
    `title=${property(`openapi-l10n ${rule}`)}`,
  ];
  return `::${level} ${where.join(',')}::${data(`${message}\n${help}`)}\n`;
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
