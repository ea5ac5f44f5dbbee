import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { replaceOnce } from './replace-once.ts';

/** One change to Redoc's published module, with the reason for it. */
interface Patch {
  reason: string;
  find: string;
  replace: string;
}

// Redoc opens a section when a script has seen it scrolled into view. Here every section is open in the HTML.
const patches: Patch[] = [
  {
    reason: 'every interface string passes through our dictionary',
    find: 'useTranslate:()=>({translate:(e,t)=>(typeof t==`string`?t:t?.defaultValue)||e||``})',
    replace:
      'useTranslate:()=>({translate:(e,t)=>globalThis.redocTranslate(e,(typeof t==`string`?t:t?.defaultValue)||e||``)})',
  },
  {
    reason: 'a nested part is rendered before it is near the viewport',
    find: '[r,e]),r||e?jsx(Fragment$1,{children:n}):',
    replace: '[r,e]),!0?jsx(Fragment$1,{children:n}):',
  },
  {
    reason: 'a section is rendered before it is near the viewport',
    find: 'useState(()=>t||mB.has(e))',
    replace: 'useState(!0)',
  },
  {
    reason: 'the operation is open whatever the address is',
    find: 'function rV(e){let t=useLocation();return ',
    replace: 'function rV(e){let t=useLocation();return!0||',
  },
  {
    reason: 'expandable parts start open',
    find: 't=>t.expandableSections[e.key]',
    replace: 't=>t.expandableSections[e.key]??!0',
  },
  {
    reason: 'the operations of every tag are on the page',
    find: 'function wge(e,t){return ',
    replace: 'function wge(e,t){return!0;return ',
  },
  {
    reason: 'the operations are rendered on the server too',
    find: '}),i&&e.children.slice(a)',
    replace: '}),e.children.slice(a)',
  },
];

/** The source of the installed Redoc module, as published. */
export function publishedRedoc(): string {
  return readFileSync(fileURLToPath(import.meta.resolve('redoc')), 'utf8');
}

/**
 * Redoc's module, changed so that one server-side render holds the whole page in one language.
 *
 * @throws Error when a place to change is missing or not unique, as may happen with another Redoc version.
 */
export function patchedRedoc(published: string): string {
  const header = '// Generated from the package redoc by scripts/build.ts. Do not edit.\n// @ts-nocheck\n';
  return (
    header +
    patches.reduce(
      (source, { reason, find, replace }) => replaceOnce(source, find, replace, reason),
      published,
    )
  );
}
