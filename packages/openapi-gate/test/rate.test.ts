import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { highest } from '../src/bump.ts';
import { rate } from '../src/rate/rate.ts';
import { EDITS } from './edits.ts';

const folder = mkdtempSync(join(tmpdir(), 'openapi-gate-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const components = { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } };
const file = (name: string, paths: object, more: object = {}): string => {
  const path = join(folder, name);
  const document = {
    openapi: '3.1.1',
    info: { title: 'Edits', version: '1.0.0' },
    components,
    paths,
    ...more,
  };
  writeFileSync(path, JSON.stringify(document));
  return path;
};

/** Every edit is one path of the same two documents: they are compared in one go. */
const paths = (side: 'before' | 'after') =>
  Object.fromEntries(EDITS.map((edit, index) => [`/edit-${index}`, { post: edit[side] }]));
const rating = rate(file('before.json', paths('before')), file('after.json', paths('after')), {
  root: folder,
});
const changesOf = (index: number) =>
  rating.changes.filter(
    ({ subject }) => subject.operation?.endsWith(` /edit-${index}`) || subject.operation === `/edit-${index}`,
  );

describe('rates one edit as a careful maintainer would', () => {
  test.each(EDITS.map(({ title, bump }, index) => ({ title, bump, index })))(
    '$bump: $title',
    ({ bump, index }) => {
      const changes = changesOf(index);
      expect({ bump: highest(changes.map((change) => change.bump)), changes }).toMatchObject({ bump });
    },
  );
});
