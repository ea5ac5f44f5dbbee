/**
 * Rewrites a sample so that it reads its key from an environment variable, instead of containing it.
 *
 * @param placeholder what the sample has in place of the key, such as `YOUR-API-KEY`.
 */
export function keyFromVariable(source: string, lang: string, placeholder: string, variable: string): string {
  const language = lang.toLowerCase();
  if (!source.includes(placeholder)) return source;
  if (/^(?:shell|bash|sh|curl)$/.test(language)) return inShell(source, placeholder, variable);
  if (/^(?:javascript|typescript|js|ts|node(?:\.js)?)$/.test(language))
    return rewritten(source, placeholder, {
      alone: `process.env.${variable}`,
      inside: (before, after) => `\`${before}\${process.env.${variable}}${after}\``,
    });
  if (/^python\d?$/.test(language)) {
    const read = rewritten(source, placeholder, {
      alone: `os.environ["${variable}"]`,
      inside: (before, after) => `f"${before}{os.environ['${variable}']}${after}"`,
    });
    return /^import os$/m.test(read) ? read : `import os\n${read}`;
  }
  return source;
}

function inShell(source: string, placeholder: string, variable: string): string {
  return source.replace(/'([^']*)'/g, (quoted, text: string) =>
    text.includes(placeholder)
      ? `"${text.replaceAll('"', '\\"').replaceAll(placeholder, `$${variable}`)}"`
      : quoted,
  );
}

interface Replacement {
  alone: string;
  inside: (before: string, after: string) => string;
}

function rewritten(source: string, placeholder: string, { alone, inside }: Replacement): string {
  return source.replace(/(["'])((?:(?!\1).)*)\1/g, (quoted, _quote: string, text: string) => {
    if (text === placeholder) return alone;
    const at = text.indexOf(placeholder);
    return at < 0 ? quoted : inside(text.slice(0, at), text.slice(at + placeholder.length));
  });
}
