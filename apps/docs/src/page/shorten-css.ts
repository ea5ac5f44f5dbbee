/** A style sheet without comments and needless white space. */
export function shortenCss(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/: (?=[^;{}]*[;}])/g, ':')
    .replaceAll(';}', '}');
}
