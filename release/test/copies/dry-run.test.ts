import { test } from 'vitest';
import { dryRun } from '../../src/dry-run.ts';

test(
  'a release is versioned, published in two steps, published as a snapshot, installed by name and used',
  { timeout: 600_000 },
  dryRun,
);
