import { applyOverlay, InputError, type JsonObject, readSource, type SourceFile } from 'openapi-l10n';
import { isObject } from '../json.ts';
import { findExternalReference } from './references.ts';

/** One description in one language. */
export interface Localized {
  /** A BCP 47 tag, such as `fr` or `zh-CN`. */
  language: string;
  document: JsonObject;
  /** The file of the description, for messages. */
  file: string;
}

/** The name of the file with the description in one language that the site offers. */
export const descriptionFile = (language: string): string => `openapi.${language}.json`;

/** The content of that file. */
export const descriptionText = (document: JsonObject): string => `${JSON.stringify(document, null, 2)}\n`;

/** An overlay, and its language if the file does not contain it. */
export interface OverlayFile {
  file: string;
  language?: string | undefined;
}

/**
 * Reads an OpenAPI 3 document and applies each overlay to a copy of it.
 *
 * @param language the language of the document itself; it comes first in the result.
 * @throws {InputError} when a file cannot be read or is invalid, or two have the same language.
 */
export async function readDescriptions(
  file: string,
  language: string,
  overlays: readonly OverlayFile[],
): Promise<[Localized, ...Localized[]]> {
  checkLanguage(language, '--language');
  const source = await readSource(file);
  const document = openApiDocument(source);
  const translated: Localized[] = [];
  for (const overlay of overlays) {
    const read = await readSource(overlay.file);
    const tag = overlay.language ?? languageOf(read);
    checkLanguage(tag, overlay.file);
    if (tag === language || translated.some((one) => one.language === tag))
      throw new InputError(`${overlay.file}: the language \`${tag}\` occurs twice`, {
        expected: 'one file per language',
      });
    translated.push({ language: tag, document: translatedBy(read, document), file });
  }
  return [{ language, document, file }, ...translated];
}

/**
 * A description in another language: the result of the overlay, or the file itself if it is a translated
 * description.
 */
function translatedBy(translation: SourceFile, document: JsonObject): JsonObject {
  const { value, locate } = translation;
  if (isObject(value) && value.openapi !== undefined) return openApiDocument(translation);
  // Overlays keep the root an object.
  return applyOverlay(document, value, { locate }).document as JsonObject;
}

/** A language is also the name of a folder of the site. */
function checkLanguage(tag: string, where: string): void {
  if (!/^[a-z\d]+(?:-[a-z\d]+)*$/i.test(tag) || !isLocale(tag))
    throw new InputError(`${where}: \`${tag}\` is not a language tag`, {
      expected: 'a BCP 47 tag such as `fr` or `pt-BR`',
    });
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** The language of an overlay, from its content or its file name: `fr.overlay.yaml`, `openapi.fr.json`. */
function languageOf({ value, file }: SourceFile): string {
  const named = isObject(value) ? value['x-l10n-language'] : undefined;
  if (typeof named === 'string') return named;
  const [, tag] =
    /(?:(?:^|[./\\])(?=.*\.overlay\.\w+$)|\.)([a-z]{2,3}(?:-[A-Za-z0-9]+)*)(?:\.overlay)?\.\w+$/.exec(file) ??
    [];
  if (tag) return tag;
  throw new InputError(`${file}: the overlay does not say which language it translates into`, {
    expected: '`x-l10n-language` in the overlay, or a file name such as `fr.overlay.yaml`',
  });
}

function openApiDocument(source: SourceFile): JsonObject {
  const { value, file } = source;
  const place = { file, line: 1, column: 1 };
  if (!isObject(value))
    throw new InputError('The file is not an OpenAPI document', {
      place,
      expected: 'an object with `openapi`, `info` and `paths`',
    });
  if (value.swagger !== undefined)
    throw new InputError(`The document is Swagger ${String(value.swagger)}, which is not supported`, {
      place: source.locate(['swagger']),
      expected: 'OpenAPI 3.0, 3.1 or 3.2',
      help: `Convert it once: npx swagger2openapi ${file} --outfile openapi.yaml`,
    });
  if (!/^3\.[0-2]\.\d+/.test(String(value.openapi ?? '')))
    throw new InputError(
      value.openapi === undefined
        ? 'The file is not an OpenAPI document: it has no `openapi` field'
        : `The version \`${String(value.openapi)}\` is not supported`,
      {
        place: source.locate(['openapi']),
        expected: '`openapi: 3.0.x`, `3.1.x` or `3.2.x`',
      },
    );
  if (!isObject(value.info))
    throw new InputError('The document has no `info` object', { place, expected: '`info` with a `title`' });
  const external = findExternalReference(value);
  if (external)
    throw new InputError(`The reference \`${external.target}\` refers to another file`, {
      place: source.locate([...external.path, '$ref']),
      expected: 'one file',
      help: `Bundle it first: npx @redocly/cli bundle ${file} --output bundled.yaml`,
    });
  return value;
}
