/** A code block of a template language: `{% highlight ruby %} … {% endhighlight %}`, `{{< highlight go >}} … {{< /highlight >}}`. */
const BLOCK =
  /^([ \t]*)(\{(?:%-?|\{[<%])\s*highlight[ \t]+"?([\w+-]*)[^}\n]*\})([^\n]*\n(?:[^\n]*\n)*?[ \t]*)(\{(?:%-?\s*endhighlight\s*-?%|\{[<%]\s*\/\s*highlight\s*[>%]\})\})/gm;

/** What begins such a block. */
const BEGIN = /^[ \t]*\{(?:%-?|\{[<%])\s*highlight\s/m;

/** Whether a text has code blocks of a template language. */
export const hasHighlight = (text: string): boolean => BEGIN.test(text);

/** Replaces the tags of such blocks with fences of the same length, which the Markdown parser knows. */
export function withFences(text: string): string {
  if (!hasHighlight(text)) return text;
  return text.replaceAll(
    BLOCK,
    (_, indent: string, open: string, language: string, content: string, close: string) =>
      `${indent}${`~~~${language}`.padEnd(open.length)}${content}${'~~~'.padEnd(close.length)}`,
  );
}
