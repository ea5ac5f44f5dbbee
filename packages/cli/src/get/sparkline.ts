const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Draws values as bars from 0 to the largest. With more than `width` values, each bar is a mean. */
export function sparkline(values: readonly number[], width = 60): string {
  const count = Math.min(values.length, width);
  const means = Array.from({ length: count }, (_, index) => {
    const share = values.slice(
      Math.floor((index * values.length) / count),
      Math.floor(((index + 1) * values.length) / count),
    );
    return share.reduce((sum, value) => sum + value, 0) / share.length;
  });
  const largest = Math.max(...means, 0);
  return means
    .map((mean) => bars[largest === 0 ? 0 : Math.round((mean / largest) * (bars.length - 1))])
    .join('');
}
