/** Colours of the chart, read from the style sheet so that themes and print decide them. */
export interface Colours {
  lines: string[];
  grid: string;
  text: string;
  weekend: string;
}

/** Reads the colours of the chart that hold for an element now. */
export function coloursOf(element: Element): Colours {
  return {
    lines: [1, 2, 3, 4, 5, 6].map((number) => colourOf(element, `--line-${number}`)),
    grid: colourOf(element, '--grid'),
    text: colourOf(element, '--text-soft'),
    weekend: colourOf(element, '--weekend'),
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
