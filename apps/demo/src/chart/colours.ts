/** Colours of the chart, read from the style sheet so that themes and print decide them. */
export interface Colours {
  lines: string[];
  grid: string;
  text: string;
  weekend: string;
  surface: string;
}

/** Colours that tell lines apart. */
const lineColours = 6;

/** Reads the colours of the chart that an element has now. @param scheme those of this scheme instead: paper is light */
export function coloursOf(element: Element, scheme?: 'light'): Colours {
  const colour = (name: string) => colourOf(element, name, scheme);
  return {
    lines: Array.from({ length: lineColours }, (_, index) => colour(`--line-${index + 1}`)),
    grid: colour('--grid'),
    text: colour('--text-soft'),
    weekend: colour('--weekend'),
    surface: colour('--surface'),
  };
}

/** The value of a custom property, resolved for the theme: a canvas does not know `light-dark()`. */
export function colourOf(element: Element, name: string, scheme = ''): string {
  const probe = document.createElement('span');
  probe.style.colorScheme = scheme;
  probe.style.color = `var(${name})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
