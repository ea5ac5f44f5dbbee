import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one test. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'redoc-l10n-'));
  return {
    folder,
    at: (path: string) => join(folder, path),
    /** Writes a file; anything but a text as JSON. Returns its path. */
    write(path: string, content: unknown): string {
      const file = join(folder, path);
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
      return file;
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
