import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { firstOperation, languages, readContract } from '../src/content/contract.ts';

describe.each(languages)('the reference in %s', (language) => {
  const file = new URL(`../dist/${language}/index.html`, import.meta.url);
  const { document } = parseHTML(readFileSync(file, 'utf8'));

  test('shows every code sample of the contract, word for word', () => {
    const shown = [...document.querySelectorAll('[data-tabs="sample"] [data-panel]')].map((panel) => ({
      // Elements with this attribute have it.
      label: panel.getAttribute('data-panel'),
      source: panel.querySelector('pre')?.textContent.trimEnd(),
    }));
    const samples = firstOperation(readContract(language)).operation['x-codeSamples'] ?? [];
    expect(samples.length).toBeGreaterThan(3);
    expect(shown).toEqual(samples.map(({ label, source }) => ({ label, source: source.trimEnd() })));
  });
});
