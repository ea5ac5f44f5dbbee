import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const read = async (language: string): Promise<Record<string, string>> =>
  JSON.parse(await readFile(new URL(`../messages/${language}.json`, import.meta.url), 'utf8'));
const [en, fr] = await Promise.all([read('en'), read('fr')]);
const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
const names = Object.keys(en).filter((name) => !name.startsWith('$'));

describe('messages', () => {
  it('the messages exist in both languages', () => {
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(names)('the message %s has the same placeholders in both languages', (name) => {
    expect(slots(fr[name] ?? '')).toEqual(slots(en[name] ?? ''));
  });

  it('the French messages have typographic apostrophes and no-break spaces before double punctuation', () => {
    for (const name of names.filter((name) => name !== 'date_time_shape')) {
      expect(fr[name], name).not.toMatch(/'|[^\u00a0\u202f][;!?»]|«[^\u00a0]|[^\u00a0\u202f\d]:(?!\d)/);
    }
  });
});
