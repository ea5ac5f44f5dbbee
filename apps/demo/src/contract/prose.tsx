/** Renders the subset of Markdown in the contract's descriptions: paragraphs and code. */
export function Prose({ markdown }: { markdown: string }) {
  return markdown.split(/\n{2,}/).map((paragraph) => (
    <p key={paragraph}>
      {paragraph.split('`').map((text, index) =>
        index % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
          <code key={index} translate="no">
            {text}
          </code>
        ) : (
          text
        ),
      )}
    </p>
  ));
}
