/** Whether a paragraph is an import or an export of MDX, which the parser of Markdown does not know. */
export function isModule(paragraph: string): boolean {
  return /^(?:import\s[^.]*['"]|export\s+(?:const|default|function|let)\s)/.test(paragraph);
}
