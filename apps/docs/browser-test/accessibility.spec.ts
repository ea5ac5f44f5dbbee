import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './site.ts';

for (const colorScheme of ['light', 'dark'] as const)
  for (const path of ['en/', 'fr/', 'en/getting-started/', 'fr/getting-started/'])
    test.describe(`in ${colorScheme}`, () => {
      test.use({ colorScheme });
      test(`axe finds nothing in /${path}`, async ({ page, site }) => {
        await page.goto(site + path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
          ),
        ).toEqual([]);
      });
    });
