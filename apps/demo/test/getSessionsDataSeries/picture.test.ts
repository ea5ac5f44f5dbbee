import { describe, expect, it } from 'vitest';
import { drawnOf } from '../../src/chart/drawn.ts';
import { pictureOf } from '../../src/export/picture.ts';
import { alignedOf, drawOptions } from './daily.ts';

describe('the picture', () => {
  const texts = {
    title: 'Sessions <b> & more',
    subtitle: 'All apps · Day · UTC',
    lines: ['iOS app'],
    before: 'Previous period',
    average: undefined,
    notes: [],
    source: 'Mock server',
    tick: String,
    axis: () => '5 Jan',
  };
  const colours = {
    lines: ['#00f'],
    grid: '#eee',
    text: '#333',
    title: '#000',
    weekend: '#f5f5f5',
    surface: '#fff',
  };

  it('the picture has a title, filters, a legend, both axes and the source', () => {
    const svg = pictureOf(drawnOf(alignedOf([3, 1, 2]), drawOptions), texts, colours);
    for (const text of ['All apps · Day · UTC', 'iOS app', 'Previous period', '5 Jan', 'Mock server', '>0<'])
      expect(svg).toContain(text);
  });

  it('the picture fills stacked areas, and draws the part in progress dotted, with a note', () => {
    const stack = drawnOf(alignedOf([3, 1, 2], [1, 1, 1]), { ...drawOptions, shape: 'stacked' });
    const svg = pictureOf(stack, texts, colours);
    expect(svg.match(/opacity="0\.45"/g)).toHaveLength(2);
    expect(svg).not.toContain('stroke-dasharray="2 5"');
    const aligned = { ...alignedOf([3, 1, 2]), complete: 2 };
    const cut = pictureOf(
      drawnOf(aligned, drawOptions),
      { ...texts, notes: ['The last day is in progress.'] },
      colours,
    );
    expect(cut.match(/stroke-dasharray="2 5"/g)).toHaveLength(1);
    expect(cut).toContain('The last day is in progress.');
  });

  it('the legend of the picture wraps at the edge', () => {
    const names = Array.from({ length: 6 }, (_, index) => `a rather long identifier ${index}`);
    const lines = names.map(() => [3, 1, 2]);
    const svg = pictureOf(drawnOf(alignedOf(...lines), drawOptions), { ...texts, lines: names }, colours);
    const places = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)">a rather/g)].map(([, x, y]) => [
      Number(x),
      y,
    ]);
    expect(places).toHaveLength(6);
    expect(new Set(places.map(([, y]) => y)).size).toBe(2);
    expect(Math.max(...places.map(([x]) => Number(x)))).toBeLessThan(1000);
  });

  it('the picture escapes names that look like markup', () => {
    const svg = pictureOf(drawnOf(alignedOf([3, 1, 2]), drawOptions), texts, colours);
    expect(svg).toContain('Sessions &lt;b&gt; &amp; more');
    expect(svg).not.toContain('<b>');
  });
});
