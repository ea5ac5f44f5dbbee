import { InputError } from 'openapi-l10n';
import { readAsset } from '../assets.ts';
import { readInput } from './frame.ts';

/**
 * The script of the mock that answers inside the pages.
 *
 * @param file a module of the configuration, in one file; without it, the mock of openapi-mock-engine.
 */
export async function bundleMock(file: string | undefined): Promise<string> {
  if (file === undefined) return readAsset('mock.js');
  const source = readInput(file, 'the mock of the console');
  if (!/\bcreateMockFetch\b/.test(source))
    throw new InputError(`${file}: the module does not export \`createMockFetch\``, {
      expected: 'a function that takes the description and returns a `fetch`',
    });
  return source;
}
