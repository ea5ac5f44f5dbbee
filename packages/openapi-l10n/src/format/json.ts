import type { Finding } from '../finding.ts';

/** The findings as they are, for programs. */
export function json(findings: readonly Finding[]): string {
  return `${JSON.stringify({ findings }, null, 2)}\n`;
}
