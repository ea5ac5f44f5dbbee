import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The scripts and styles of the pages, made by this package's build. The path is the same from `src` and from `dist`. */
const folder = new URL('../dist/assets/', import.meta.url);

/** Reads an asset, such as `site.css`. */
export const readAsset = (name: string): string => readFileSync(assetPath(name), 'utf8');

/** The path of an asset. */
export const assetPath = (name: string): string => fileURLToPath(new URL(name, folder));

/** The scripts that are separate files of a site, as paths below its assets. */
export const scriptNames = (): string[] => [
  'page.js',
  'console.js',
  'chooser.js',
  'site-header.js',
  ...readdirSync(new URL('highlight/', folder)).map((name) => `highlight/${name}`),
];

/** The version of this package. The path is the same from `src` and from `dist`. */
export function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version; // a package has one
}
