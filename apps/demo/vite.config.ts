import { defineConfig, type Plugin } from 'vite';

/** Lets the browser load the chart right after the page, which only asks for it once it runs. */
const preloadChart: Plugin = {
  name: 'preload-chart',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const chart = chunks.find(({ name }) => name === 'chart');
      const files = chart ? [chart.fileName, ...chart.imports] : [];
      return files
        .filter((file) => !html.includes(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', href: `./${file}`, fetchpriority: 'low' },
          injectTo: 'head',
        }));
    },
  },
};

export default defineConfig({
  plugins: [preloadChart],
  // Relative, so that the page works under any path.
  base: './',
  resolve: {
    // The page is written for React and runs on Preact's implementation of it: React DOM alone has 67 kB
    // gzipped, more than half of what the first view may weigh.
    alias: {
      'react-dom/client': 'preact/compat/client',
      'react-dom': 'preact/compat',
      'react/jsx-runtime': 'preact/jsx-runtime',
      react: 'preact/compat',
    },
  },
  build: {
    target: 'es2023',
    // Browsers that support light-dark(): without it, an element cannot have a different theme from the page.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // One file for the first view, since on slow devices further files cost more than they save.
      output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] } },
      onLog(level, log, report) {
        // "use client" has no effect here, but is in every file of TanStack Query.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
});
