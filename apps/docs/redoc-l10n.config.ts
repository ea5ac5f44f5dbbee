import { fileURLToPath } from 'node:url';
import { defineConfig } from 'redoc-l10n';
import { contractFile, type Language } from './src/guides/contract.ts';
import { fillIn } from './src/guides/fill-in.ts';

const packageFolder = (manifest: string) => fileURLToPath(new URL('.', manifest));

export default defineConfig({
  description: contractFile('openapi.en.json'),
  overlays: [contractFile('openapi.fr.json')],
  out: 'dist',
  siteUrl: process.env.SITE_URL ?? 'https://session-series.github.io/session-series/',
  title: 'session-series',
  logo: 'src/logo.svg',
  image: 'pictures/social.png',
  guides: 'content',
  // The languages of the guides.
  prepareGuide: (markdown, { language, file }) => fillIn(markdown, language as Language, file),
  extras: [
    {
      folder: 'generated/client-reference',
      path: 'client-reference',
      title: { en: 'Client API reference', fr: 'Référence du client' },
      language: 'en',
    },
  ],
  links: [
    { label: { en: 'API reference', fr: 'Référence' }, href: './' },
    { label: { en: 'Getting started', fr: 'Premiers pas' }, href: 'getting-started/' },
    { label: { en: 'Client', fr: 'Client' }, href: 'client-reference/' },
    { label: { en: 'Changelog', fr: 'Historique' }, href: 'changelog/' },
    { label: { en: 'Demo', fr: 'Démo' }, href: '../demo/?lang={language}' },
  ],
  footer: {
    en: 'An independent project, not affiliated with or endorsed by Braze, Inc. [github.com/session-series/session-series](https://github.com/session-series/session-series)',
    fr: 'Projet indépendant, ni affilié à Braze, Inc. ni approuvé par elle. [github.com/session-series/session-series](https://github.com/session-series/session-series)',
  },
  downloads: [
    {
      file: contractFile('openapi.en.yaml'),
      label: { en: 'OpenAPI (English, YAML)', fr: 'OpenAPI (English, YAML)' },
    },
    {
      file: contractFile('openapi.fr.yaml'),
      label: { en: 'OpenAPI (Français, YAML)', fr: 'OpenAPI (Français, YAML)' },
    },
    { file: contractFile('fr.overlay.yaml'), label: { en: 'French overlay', fr: 'Overlay français' } },
    {
      file: contractFile('postman_collection.json'),
      label: { en: 'Postman collection', fr: 'Collection Postman' },
    },
  ],
  // The demo uses the mock in the browser, so its files are enough.
  copy: [
    {
      from: `${packageFolder(import.meta.resolve('@session-series/demo/package.json'))}dist`,
      to: 'demo',
      search: {
        title: { en: 'Demo', fr: 'Démo' },
        text: {
          en: 'Charts of session counts, compared with earlier periods: apps, segments, time zones, export as CSV, forms for every operation.',
          fr: 'Graphiques des nombres de sessions, comparés aux périodes précédentes : applications, segments, fuseaux horaires, export CSV, formulaires de toutes les opérations.',
        },
        href: '../demo/?lang={language}',
      },
    },
  ],
  console: {
    keyVariable: 'SESSION_SERIES_API_KEY',
    keyPlaceholder: 'YOUR-REST-API-KEY',
    mock: 'generated/mock.js',
    links: [
      { label: { en: 'Open in the demo', fr: 'Ouvrir dans la démo' }, href: 'demo/?lang={language}&{query}' },
    ],
  },
});
