import { expect, startDemo, test } from './demo.ts';

test('the page and each parameter link to their place in the docs, in the reader’s language', async ({
  page,
  mock,
}) => {
  const demo = await startDemo(['--mock-url', mock.url, '--docs-url', 'http://docs.invalid/site']);
  await page.goto(`${demo.url}?lang=fr`);
  await expect(page.getByRole('link', { name: 'Documentation' })).toHaveAttribute(
    'href',
    'http://docs.invalid/site/fr/',
  );
  await page.locator('.about > summary').first().click();
  await expect(
    page.getByRole('link', { name: 'En savoir plus dans la documentation' }).first(),
  ).toHaveAttribute('href', 'http://docs.invalid/site/fr/#sessions/getsessionsdataseries/query/unit');
  await demo.stop();
});

test('on a static host, links to the docs lead to the parent folder', async ({ page }) => {
  const demo = await startDemo();
  await page.route('**/config.json', (route) => route.fulfill({ path: 'public/config.json' }));
  await page.goto(`${demo.url}?lang=en`);
  await expect(page.getByRole('link', { name: 'Docs' })).toHaveAttribute('href', '../en/');
  await demo.stop();
});

test('inside the docs site, the page shows the header of the docs, which switches its language and theme', async ({
  page,
}) => {
  const demo = await startDemo();
  await page.route('**/config.json', (route) => route.fulfill({ path: 'public/config.json' }));
  await page.route('**/assets/site-header.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `export async function mountSiteHeader({ host, language, languageHref, onLanguage, onTheme }) {
        const show = (tag) => { host.innerHTML = '<a href="' + languageHref('fr') + '">Site ' + tag + '</a><button>Dark</button>'; };
        show(language);
        host.addEventListener('click', (event) => {
          event.preventDefault();
          if (event.target.tagName === 'A') onLanguage('fr'); else onTheme('dark');
        });
        return { setLanguage: async (tag) => show(tag) };
      }`,
    }),
  );
  await page.goto(`${demo.url}?lang=en&period=7d`);
  const site = page.locator('#site-header');
  await expect(site.getByRole('link')).toHaveAttribute('href', '?period=7d&lang=fr');
  await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Language' })).toHaveCount(0);
  await site.getByRole('link', { name: 'Site en' }).click();
  await expect(site.getByRole('link', { name: 'Site fr' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await site.getByRole('button').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await demo.stop();
});
