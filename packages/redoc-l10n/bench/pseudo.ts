type Tree = Record<string, unknown>;

/** Fields that contain prose. Below `properties` and the like, the same words are names. */
const prose = new Set(['summary', 'description', 'title']);
const ofNames = new Set(['properties', 'patternProperties', 'schemas', 'headers', 'parameters', 'responses']);
const notProse = new Set(['example', 'examples', 'default', 'enum', 'x-codeSamples', 'mapping']);

/**
 * An overlay that translates all prose of a description into an imitation of a language, with its letters and
 * its length.
 */
export function pseudoOverlay(document: Tree, language: string): Tree {
  const actions: Tree[] = [];
  const walk = (node: object, target: string, isMapOfNames: boolean) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string' && prose.has(key) && !isMapOfNames)
        actions.push({ target, update: { [key]: pseudo(value, language) } });
      else if (typeof value === 'object' && value !== null && !notProse.has(key)) {
        const step = Array.isArray(node) ? key : `'${key.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
        walk(value, `${target}[${step}]`, ofNames.has(key) && !isMapOfNames && !Array.isArray(value));
      }
    }
  };
  walk(document, '$', false);
  return {
    overlay: '1.0.0',
    info: { title: `Imitation of ${language}`, version: '1' },
    'x-l10n-language': language,
    actions,
  };
}

/** Prose in the letters of a language; code, links and HTML stay as they are. */
function pseudo(text: string, language: string): string {
  const letters = alphabets[language] ?? accents;
  return text
    .split(/(```[\s\S]*?```|`[^`]*`|\]\([^)]*\)|\]:[^\n]*|<[^>]*>|https?:\/\/[^\s)]+|&\w+;)/)
    .map((part, i) =>
      i % 2 === 1 ? part : part.replace(/[a-z]/gi, (one) => letters(one.toLowerCase()) ?? one),
    )
    .join('');
}

const accents = (letter: string) => ({ a: 'à', e: 'é', i: 'ï', o: 'ô', u: 'ù' })[letter];

/** A letter of another alphabet for each Latin one. */
const alphabet = (letters: string) => (letter: string) => [...letters][letter.charCodeAt(0) - 97];

const alphabets: Record<string, (letter: string) => string | undefined> = {
  de: (letter) => ({ a: 'ä', o: 'ö', u: 'ü', s: 'ß', e: 'ee' })[letter],
  ar: alphabet('ابتثجحخدذرزسشصضطظعغفقكلمنه'),
  ja: alphabet('あいうえおかきくけこさしすせそたちつてとなにぬねのは'),
  'zh-CN': alphabet('一二三四五六七八九十百千上中下大小人口日月火水木金土'),
};
