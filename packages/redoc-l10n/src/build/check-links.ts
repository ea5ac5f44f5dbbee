import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inThread } from './thread.ts';

/** A dead link, and its page. */
export interface DeadLink {
  /** Such as `en/start/index.html`. */
  page: string;
  link: string;
}

/** The site to check. */
export interface CheckJob {
  folder: string;
  languages: readonly string[];
}

/** The memory for the check of a large site, in megabytes: without a limit, the texts of all pages accumulate as garbage. */
const MEMORY = 192;

/** Finds dead links: in a large site, in a thread, whose memory is limited. */
export const findDeadLinks = async (job: CheckJob, isLarge: boolean): Promise<DeadLink[]> =>
  isLarge ? inThread('check-worker', job, () => {}, MEMORY) : deadLinks(job);

/** The links inside the site whose page, file or anchor does not exist. */
export function deadLinks({ folder, languages }: CheckJob): DeadLink[] {
  const pages = languages.flatMap((language) =>
    readdirSync(join(folder, language), { recursive: true, encoding: 'utf8' })
      .map((name) => `${language}/${name.replaceAll('\\', '/')}`)
      .filter((name) => name.endsWith('.html')),
  );
  const anchors = new Map<string, Set<string>>();
  const dead: DeadLink[] = [];
  const anchorsOf = (page: string) => {
    let known = anchors.get(page);
    if (!known) {
      const html = readFileSync(join(folder, page), 'utf8');
      known = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => decode(id)));
      anchors.set(page, known);
    }
    return known;
  };
  for (const page of pages) {
    const html = readFileSync(join(folder, page), 'utf8');
    for (const [, written = ''] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      const link = decode(written);
      // A URL that begins with a slash depends on where the site is hosted.
      if (/^(?:[a-z][a-z+.-]*:|\/)/i.test(link)) continue;
      const url = new URL(link, `http://site/${page}`);
      const path = decodeURIComponent(url.pathname)
        .slice(1)
        .replace(/(?:^|(?<=\/))$/, 'index.html');
      const anchor = decodeURIComponent(url.hash.slice(1));
      const isThere = existsSync(join(folder, path));
      const hasAnchor = anchor === '' || !path.endsWith('.html') || (isThere && anchorsOf(path).has(anchor));
      if (!isThere || !hasAnchor) dead.push({ page, link });
    }
    if (anchors.size > 200) anchors.clear();
  }
  return dead;
}

const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
