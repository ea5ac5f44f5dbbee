/**
 * Compiles a pattern, without the flag `u` if it is only valid that way. It understands the leading flags and the anchors of the
 * whole text of other languages. `undefined` if it is not a regular expression of JavaScript.
 */
export function compilePattern(pattern: string): RegExp | undefined {
  const [, inline = '', rest = pattern] = /^\(\?([ims]+)\)(.*)$/s.exec(pattern) ?? [];
  const source = withoutNeedlessEscapes(rest.replace(/^\\A/, '^').replace(/(?<!\\)\\[zZ]$/, '$'));
  for (const flags of ['u', '']) {
    if (flags === '' && otherSyntax.test(source)) return undefined;
    try {
      return new RegExp(source, flags + inline);
    } catch {
      // Retried without Unicode mode, which forbids single brackets.
    }
  }
  return undefined;
}

/** Escapes and classes of other languages, which are plain letters without Unicode mode. */
const otherSyntax = /(?<!\\)(?:\\\\)*(?:\\(?:[AzZQEGhHR]|[pPux]\{)|\[\[:\^?\w+:\])/;

/** Writes escapes that Unicode mode forbids, such as `\-` and `\_`, with the code of the character. */
function withoutNeedlessEscapes(source: string): string {
  return source.replace(/\\(.)/gs, (escaped, character: string) =>
    /[ !"#%&',:;<=>@_`~-]/.test(character) ? `\\x${character.charCodeAt(0).toString(16)}` : escaped,
  );
}
