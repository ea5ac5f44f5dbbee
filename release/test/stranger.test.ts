import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMockServer } from 'openapi-mock-engine';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generateClient } from '../../packages/client/scripts/generator/generate-client.ts';
import { run } from '../src/scratch.ts';

const stranger = join(import.meta.dirname, 'stranger');
const contract = join(stranger, 'openapi.yaml');
const overlay = join(stranger, 'de.overlay.yaml');
const document: object = parse(readFileSync(contract, 'utf8'));
const scratch = mkdtempSync(join(tmpdir(), 'stranger-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the contract of another vendor, with basic authentication and a German overlay', () => {
  test('the contract of another vendor has a complete translation', () => {
    expect(run('openapi-l10n', ['check', contract, overlay], { cwd: stranger })).toContain('Nothing found');
  });

  test('the contract of another vendor gets a mock that checks its requests', async () => {
    await using mock = await createMockServer(document, { port: 0 });
    const authorization = `Basic ${Buffer.from('ada:secret').toString('base64')}`;
    const status = async (path: string, init: RequestInit = {}) =>
      (await fetch(mock.url + path, { ...init, headers: { authorization } })).status;
    expect(await status('/loans?limit=2')).toBe(200);
    expect(await status('/loans?limit=51')).toBe(400);
    expect(await status('/loans/7', { method: 'DELETE' })).toBe(204);
    expect((await fetch(`${mock.url}/loans`)).status).toBe(401);
  });

  test('the contract of another vendor gets a typed client with its operations', async () => {
    const files = await generateClient(document, '../');
    const code = [...files.values()].join('\n');
    for (const name of ['listLoans', 'lendBook', 'returnBook']) expect(code).toContain(name);
  });

  test('the contract of another vendor gets docs in two languages', { timeout: 120_000 }, () => {
    const site = join(scratch, 'site');
    run('redoc-l10n', ['build', contract, '--overlay', overlay, '--out', site], { cwd: scratch });
    expect(readFileSync(join(site, 'en/index.html'), 'utf8')).toContain('Lend a book');
    expect(readFileSync(join(site, 'de/index.html'), 'utf8')).toContain('Ein Buch ausleihen');
  });
});
