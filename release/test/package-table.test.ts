import { describe, expect, test } from 'vitest';
import { freshReadmes } from '../src/package-table.ts';

describe('the table of packages', () => {
  test.each(freshReadmes())('in $file is fresh (else: pnpm table)', ({ stale }) => {
    expect(stale).toBe(false);
  });
});
