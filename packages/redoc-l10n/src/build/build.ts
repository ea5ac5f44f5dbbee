import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { InputError } from 'openapi-l10n';
import { absolute, type SiteConfig } from '../config.ts';
import { type DeadLink, findDeadLinks } from './check-links.ts';
import { type PreparedSite, prepareSite } from './prepare.ts';
import { writePage } from './render-language.ts';
import { isLarge, renderLanguages } from './workers.ts';
import { writeAround } from './write-around.ts';

/** Callbacks for the progress of a build. */
export interface BuildEvents {
  /** A problem that does not stop the build. */
  onWarning?: (message: string) => void;
  /** After each page of the reference. */
  onProgress?: (done: number, total: number) => void;
}

/** The result of a build. */
export interface BuildResult {
  /** The folder of the site. */
  out: string;
  languages: readonly string[];
  /** The number of pages in all languages. */
  pages: number;
  operations: number;
}

/**
 * Builds the site. It is written next to the old one and replaces it in one step when it is complete, so after an error, the
 * old site is unchanged.
 *
 * @param config paths in it are relative to the working directory, unless {@link loadConfig} has read it.
 * @throws {InputError} when a file or a setting is invalid, or a link inside the site is dead.
 * @example
 * await build({ description: 'openapi.yaml', overlays: ['fr.overlay.yaml'], out: 'site' });
 */
export async function build(config: SiteConfig, events: BuildEvents = {}): Promise<BuildResult> {
  const { onWarning = () => {}, onProgress = () => {} } = events;
  const settings = absolute(config, process.cwd());
  const out = settings.out ?? 'site';
  checkOut(out, settings);
  const site = await prepareSite(settings, onWarning);
  checkInputs(settings);
  mkdirSync(dirname(out), { recursive: true });
  const folder = mkdtempSync(join(dirname(out), `.${basename(out)}-`));
  try {
    const total = site.plan.pages.length * site.languages.length;
    let done = 0;
    const jobs = site.languages.map(({ localized, frame }) => ({
      localized,
      outline: site.outline,
      perPage: site.perPage,
      frame,
      folder,
    }));
    const reference = await renderLanguages(jobs, site.operations, () => onProgress(++done, total));
    for (const { pages, frame } of site.languages) for (const page of pages) writePage(page, frame, folder);
    const written = site.languages.map(({ pages }, i) => [...(reference[i] ?? []), ...pages]);
    await writeAround(settings, site, written, folder);
    reportDeadLinks(
      await findDeadLinks(
        { folder, languages: site.languages.map(({ frame }) => frame.language) },
        isLarge(site.operations, site.languages.length),
      ),
      site,
      onWarning,
    );
    replace(out, folder);
    return {
      out,
      languages: site.languages.map(({ frame }) => frame.language),
      pages: written.reduce((sum, pages) => sum + pages.length, 0),
      operations: site.operations,
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Files to copy are checked before the build starts. */
function checkInputs({ image, downloads = [], copy = [] }: SiteConfig): void {
  const files = [
    ...downloads.map(({ file }) => file),
    ...copy.map(({ from }) => from),
    ...(image === undefined ? [] : [image]),
  ];
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined)
    throw new InputError(`${missing}: there is no such file`, { expected: 'a file or a folder' });
}

/** The folder of the site is replaced as a whole, so nothing that the site is made from may be in it. */
function checkOut(out: string, { description, overlays = [], guides }: SiteConfig): void {
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new InputError(`${out}: the site cannot be written to a file`, { expected: 'a folder' });
  const inputs = [description, ...overlays.map((one) => (typeof one === 'string' ? one : one.file)), guides];
  const inside = [...inputs, process.cwd()].find(
    (path) =>
      path !== undefined && !/^\.\.(?:[/\\]|$)/.test(relative(out, path)) && !isAbsolute(relative(out, path)),
  );
  if (inside !== undefined)
    throw new InputError(`${out}: the folder of the site is replaced as a whole, and contains ${inside}`, {
      expected: 'a folder for the site alone',
      help: 'Choose another with --out.',
    });
}

/** Replaces the old folder with the new one. */
function replace(out: string, folder: string): void {
  const old = `${folder}.old`;
  if (existsSync(out)) renameSync(out, old);
  try {
    renameSync(folder, out);
  } catch (error) {
    if (existsSync(old)) renameSync(old, out);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** The line of a guide that contains a link; the guide, if a hook has added the link. */
function placeIn(file: string | undefined, link: string): string | undefined {
  if (file === undefined) return undefined;
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((text) => text.includes(link));
  return line < 0 ? file : `${file}:${line + 1}`;
}

/** The maximum number of dead links in a message. */
const NAMED = 5;

/** A dead link in a guide is an error, since its author builds the site. In a description, it is a warning. */
function reportDeadLinks(
  dead: readonly DeadLink[],
  { languages }: PreparedSite,
  onWarning: (message: string) => void,
): void {
  const own = new Map(
    languages.flatMap(({ frame, pages }) =>
      pages.flatMap(({ path, file }): [string, string][] =>
        file === undefined ? [] : [[`${frame.language}/${path}index.html`, file]],
      ),
    ),
  );
  const list = (links: readonly DeadLink[]) =>
    [
      ...links.slice(0, NAMED).map(({ page, link }) => `  ${placeIn(own.get(page), link) ?? page}: ${link}`),
      ...(links.length > NAMED ? [`  and ${links.length - NAMED} more`] : []),
    ].join('\n');
  const guides = dead.filter(({ page }) => own.has(page));
  if (guides.length > 0)
    throw new InputError(
      `${guides.length === 1 ? 'A link of the guides is' : `${guides.length} links of the guides are`} dead:\n${list(guides)}`,
      {
        expected: 'a page, a file or an anchor of the site',
      },
    );
  if (dead.length > 0)
    onWarning(
      `${dead.length === 1 ? 'A link' : `${dead.length} links`} of the description ${dead.length === 1 ? 'is' : 'are'} dead:\n${list(dead)}`,
    );
}
