import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from 'openapi-l10n';
import type { SiteConfig } from '../config.ts';
import type { Words } from '../languages.ts';
import { relink } from '../markdown/render.ts';
import type { Page } from '../page/page.ts';
import { linkFrom } from '../reference/pages.ts';
import type { ReferencePlan } from '../reference/plan.ts';
import { renderMarkdownPage } from './markdown-page.ts';

/** The context of the guides in one language. */
export interface GuideLanguage {
  language: string;
  words: Words;
}

/**
 * The guides of every language, in the order of their file names: `1-start.md` comes first, and becomes `start/`.
 * A language without the file shows the one of the first language.
 *
 * @throws {InputError} when the folder or the guides of the first language are missing, or a translation has no original.
 */
export function readGuides(
  { guides: folder, prepareGuide }: Pick<SiteConfig, 'guides' | 'prepareGuide'>,
  languages: readonly [GuideLanguage, ...GuideLanguage[]],
  plan: ReferencePlan,
): Map<string, Page[]> {
  const found = new Map<string, Page[]>(languages.map(({ language }) => [language, []]));
  if (folder === undefined) return found;
  const [source] = languages;
  const names = markdownIn(join(folder, source.language));
  if (names.length === 0)
    throw new InputError(`${join(folder, source.language)}: there are no guides`, {
      expected: 'Markdown files such as `1-getting-started.md`',
    });
  const anchors = new Map<string, string[]>();
  for (const { language, words } of languages) {
    const own = existsSync(join(folder, language)) ? markdownIn(join(folder, language)) : [];
    const extra = own.find((name) => !names.includes(name));
    if (extra)
      throw new InputError(
        `${join(folder, language, extra)}: the guide does not exist in the first language`,
        {
          expected: `a file of the same name in ${join(folder, source.language)}`,
        },
      );
    for (const name of names) {
      const from = own.includes(name) ? language : source.language;
      const file = join(folder, from, name);
      const text = readFileSync(file, 'utf8');
      const markdown = prepared(text, prepareGuide, { language, file });
      const path = `${name.replace(/^\d+-|\.md$/g, '')}/`;
      const context = { words, link: (href: string) => linkFrom(path, href, plan) };
      const { anchors: headings, ...page } = renderMarkdownPage(markdown, path, context, anchors.get(name));
      if (language === source.language) anchors.set(name, headings);
      found.get(language)?.push({
        ...page,
        path,
        kind: 'guide',
        file,
        title: page.title || path.slice(0, -1),
        markdown: relink(markdown, context.link),
        ...(from === language ? {} : { language: from }),
      });
    }
  }
  return found;
}

const markdownIn = (folder: string): string[] => {
  if (!existsSync(folder))
    throw new InputError(`${folder}: there is no such folder`, { expected: 'a folder of guides' });
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
};

/** Applies the hook of the configuration. Its errors are about the guide, not about this package. */
function prepared(
  text: string,
  prepareGuide: SiteConfig['prepareGuide'],
  guide: { language: string; file: string },
): string {
  try {
    return prepareGuide?.(text, guide) ?? text;
  } catch (cause) {
    throw new InputError(`${guide.file}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
