import { expect, test } from './site.ts';

/** An app next to the pages of the site, with styles that would break the header if they reached it. */
const app = `<!doctype html><html lang="en"><head><title>App</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'">
<meta name="color-scheme" content="light dark"><link rel="stylesheet" href="app.css"><script type="module" src="app.js"></script></head>
<body><div id="header"></div><main>content</main></body></html>`;
const style = '.menu, .search { display: none !important } #header { min-height: 3.5rem }';
const script = `import { mountSiteHeader } from '../assets/site-header.js';
const header = await mountSiteHeader({
  host: document.querySelector('#header'), root: '../', language: 'en', current: '../demo/',
  languageHref: (tag) => '?lang=' + tag,
  onLanguage: (tag) => { document.documentElement.lang = tag; void header.setLanguage(tag); },
  onTheme: (theme) => { document.documentElement.style.colorScheme = theme; },
});`;

test('another app shows the header of the site, with its search, navigation, languages and theme', async ({
  page,
  site,
}) => {
  const files = {
    '': ['text/html', app],
    'app.css': ['text/css', style],
    'app.js': ['text/javascript', script],
  };
  for (const [name, [contentType, body]] of Object.entries(files))
    await page.route(`${site}demo/${name}`, (route) =>
      route.fulfill({ contentType: contentType ?? '', body: body ?? '' }),
    );
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${site}demo/`);
  await expect(page.locator('header.site')).toHaveCSS('height', '56px');

  await expect(page.getByRole('link', { name: 'Demo' }).first()).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('/');
  await page.keyboard.type('429');
  await expect(page.locator('#results a').first()).toHaveAttribute('href', new RegExp(`^${site}en/`));
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Français' }).click();
  await expect(page.getByRole('searchbox')).toHaveAttribute('placeholder', /Rechercher/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.locator('header .theme').click();
  const first = await page.evaluate(() => localStorage.getItem('theme'));
  await page.locator('header .theme').click();
  expect([first, await page.evaluate(() => localStorage.getItem('theme'))].toSorted()).toEqual([
    'dark',
    'light',
  ]);

  await page.locator('header .fold').click();
  await page.locator('.menu').getByRole('link', { name: 'Premiers pas' }).first().click();
  await expect(page).toHaveURL(`${site}fr/getting-started/`);
});

test('without a site at the given root, nothing is shown and the app gets an error', async ({
  page,
  site,
}) => {
  await page.goto(`${site}en/`);
  const outcome = await page.evaluate(async (module) => {
    const { mountSiteHeader } = await import(module);
    const host = document.createElement('div');
    return mountSiteHeader({
      host,
      root: '../nowhere/',
      language: 'en',
      current: '',
      languageHref: () => '',
    }).then(
      () => 'shown',
      (error: Error) => `${error.name} ${host.shadowRoot === null}`,
    );
  }, `${site}assets/site-header.js`);
  expect(outcome).toBe('TypeError true');
});
