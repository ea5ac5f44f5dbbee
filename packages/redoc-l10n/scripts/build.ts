/** Builds the package: the code for Node.js with Redoc's model bundled, and the scripts and styles of the pages. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type RolldownOptions, rolldown } from 'rolldown';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const manifest: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync(at('package.json'), 'utf8'),
);
const dependencies = Object.keys(manifest.dependencies);

/** The styles of the header, which other apps share, and those of the pages. */
const shared = ['base', 'header', 'search', 'menu'];
const ofPages = [
  'prose',
  'table',
  'operation',
  'panel',
  'code',
  'tabs',
  'schema',
  'console',
  'responses',
  'pages',
  'first-paint',
  'print',
];

rmSync(at('dist'), { recursive: true, force: true });

// Redoc is bundled: one of its dependencies is not published in the required range, so that installing Redoc can
// fail, and users of this package do not need React. sanitize-html is too: it asks for a newer Node.js than it needs.
await bundle(
  {
    input: {
      index: at('src/index.ts'),
      cli: at('src/cli.ts'),
      'read-worker': at('src/build/read-worker.ts'),
      'check-worker': at('src/build/check-worker.ts'),
      'render-worker': at('src/build/render-worker.ts'),
    },
    platform: 'node',
    external: (id) =>
      id.startsWith('node:') || dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  },
  'dist',
  'es',
  false,
);

// The model of the mock engine is taken in parts: those that the console does not use are left out.
await bundle(
  {
    input: { page: at('src/browser/page.ts') },
    platform: 'browser',
    treeshake: { moduleSideEffects: false },
  },
  'dist/assets',
  'es',
  true,
);
await bundle(
  { input: { highlight: at('src/browser/highlight.ts') }, platform: 'browser' },
  'dist/assets/highlight',
  'es',
  true,
);
await bundle(
  { input: { 'site-header': at('src/browser/site-header.ts') }, platform: 'browser' },
  'dist/assets',
  'es',
  true,
);
for (const name of ['early', 'whole', 'chooser'])
  await bundle(
    { input: { [name]: at(`src/browser/${name}.ts`) }, platform: 'browser' },
    'dist/assets',
    'iife',
    true,
  );
await bundle(
  { input: { 'not-found': at('src/browser/not-found.ts') }, platform: 'browser' },
  'dist/assets',
  'es',
  true,
);
await bundle({ input: { mock: at('src/browser/mock.ts') }, platform: 'browser' }, 'dist/assets', 'es', true);

mkdirSync(at('dist/assets'), { recursive: true });
writeFileSync(at('dist/assets/site.css'), styleOf(['colors', 'page', ...shared, ...ofPages]));
writeFileSync(
  at('dist/assets/site-header.css'),
  styleOf(['colors', ...shared, 'site-header']).replaceAll(':root', ':host'),
);

/** Concatenates style sheets; later rules win. */
function styleOf(names: readonly string[]): string {
  return shortenCss(names.map((name) => readFileSync(at(`src/styles/${name}.css`), 'utf8')).join('\n'));
}

async function bundle(
  options: RolldownOptions,
  folder: string,
  format: 'es' | 'iife',
  minify: boolean,
): Promise<void> {
  const built = await rolldown({ ...options, logLevel: 'warn' });
  await built.write({
    dir: at(folder),
    format,
    minify,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    sourcemap: false,
  });
  await built.close();
}

/** A style sheet without comments and unnecessary white space. */
function shortenCss(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/\( | (?=\))/g, (found) => found.trim())
    .replace(/: (?=[^;{}]*[;}])/g, ':')
    .replaceAll(';}', '}')
    .trim();
}
