// Calls of the same shape that name no text of the interface: telemetry events, grammars, errors, modules.
const notInterface = new Set([
  'assertion',
  'button',
  'changeLayout',
  'codeSnippet',
  'copy',
  'definition',
  'e',
  'flexsearch.bundle.module.min.js',
  'flexsearch.bundle.module.min.mjs',
  'h',
  'interaction-contentful-paint',
  'keyword',
  'link',
  'literal',
  'overflow-anchor',
  'q',
  'reg',
  'searchDialogId',
  'searchInputReset',
  'sidebar',
  'sidebarCollapse',
  'sidebarExpand',
  'sidebarItem',
  'tab',
  'unsupported',
]);

const call =
  /\b[\w$]+\(`([a-zA-Z][\w.-]*)`,(?:`(?:[^`\\]|\\.)*`|\{[^}]*defaultValue:`(?:[^`\\]|\\.)*`[^}]*\})\)/g;
const attribute = /"data-translation-key":`([^`]*)`/g;

/** The translation keys that stand literally in Redoc's source, sorted. */
export function interfaceKeys(redoc: string): string[] {
  const keys = [...redoc.matchAll(call), ...redoc.matchAll(attribute)].flatMap(([, key]) => key ?? []);
  return [...new Set(keys)].filter((key) => !notInterface.has(key)).sort();
}
