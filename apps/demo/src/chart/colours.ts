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

/** Reads the colours of the chart that an element has now. */
export function coloursOf(element: Element): Colours {
  return {
    lines: Array.from({ length: lineColours }, (_, index) => colourOf(element, `--line-${index + 1}`)),
    grid: colourOf(element, '--grid'),
    text: colourOf(element, '--text-soft'),
    weekend: colourOf(element, '--weekend'),
    surface: colourOf(element, '--surface'),
  };
}

/** The value of a custom property, resolved for the theme: a canvas does not know `light-dark()`. */
export function colourOf(element: Element, name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
