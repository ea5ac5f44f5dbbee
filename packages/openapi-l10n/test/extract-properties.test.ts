import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, extract, type JsonObject, parseSource } from '../src/index.ts';
import { linesOf, translate } from './overlay-lines.ts';
import { distinct, draft, edited, repeated, toContract } from './random-contract.ts';

const runs = Number(process.env['EXTRACT_RUNS'] ?? 60);

const source = (contract: JsonObject) => parseSource(JSON.stringify(contract), 'openapi.json');
const overlaySource = (text: string) => parseSource(text, 'fr.overlay.yaml');

const story = (texts: fc.Arbitrary<string>) =>
  draft(texts).chain((first) =>
    fc.record({
      first: fc.constant(first),
      second: edited(first, texts),
      gaps: fc.uniqueArray(fc.integer({ min: 1, max: 40 })),
    }),
  );

describe('extract with a changing contract', () => {
  test('extract loses no translation, and marks translations of changed texts as stale', () => {
    fc.assert(
      fc.property(story(repeated), ({ first, second, gaps }) => {
        const fresh = extract(source(toContract(first)), undefined, { language: 'fr' });
        const [translated, made] = translate(fresh.text, (index) => !gaps.includes(index));
        const updated = extract(source(toContract(second)), overlaySource(translated));
        const overlay = overlaySource(updated.text);
        const { lines, aside } = linesOf(overlay);
        const kept = [...lines, ...aside].flatMap(({ translation }) => translation ?? []);

        expect(kept.toSorted(), 'each translation is there, once').toEqual([...made.keys()].toSorted());
        for (const { translation, source: now, stale } of lines) {
          if (translation === undefined) continue;
          expect(stale ?? now, `${translation} says what it was made from`).toBe(made.get(translation));
          expect(stale, 'stale means that the source is another').not.toBe(now);
        }
        for (const { translation, source: from } of aside) expect(from).toBe(made.get(translation ?? ''));
      }),
      { numRuns: runs },
    );
  });

  test('extract writes every text of the contract into the overlay, and nothing else', () => {
    fc.assert(
      fc.property(story(repeated), ({ first, second }) => {
        const fresh = extract(source(toContract(first)), undefined, { language: 'fr' });
        const [translated] = translate(fresh.text, () => true);
        const contract = source(toContract(second));
        const updated = extract(contract, overlaySource(translated));
        const { lines } = linesOf(overlaySource(updated.text));
        const rules = new Set(
          check(contract, overlaySource(updated.text), { rules: { untranslated: 'off' } }).map(
            ({ rule }) => rule,
          ),
        );

        expect(lines).toHaveLength(updated.counts.texts);
        expect(rules.has('orphan')).toBe(false);
        expect(rules.has('text-only')).toBe(false);
        expect(rules.has('stale')).toBe(updated.counts.changed > 0);
      }),
      { numRuns: runs },
    );
  });

  test('a second run of extract changes nothing, byte for byte', () => {
    fc.assert(
      fc.property(story(repeated), ({ first, second, gaps }) => {
        const fresh = extract(source(toContract(first)), undefined, { language: 'fr' });
        const [translated] = translate(fresh.text, (index) => !gaps.includes(index));
        const contract = source(toContract(second));
        const once = extract(contract, overlaySource(translated));
        const twice = extract(contract, overlaySource(once.text));

        expect(twice).toMatchObject({ changed: false, text: once.text });
      }),
      { numRuns: runs },
    );
  });

  test('a reverted change leaves nothing stale, missing or removed in an extracted overlay', () => {
    fc.assert(
      // Equal texts may swap their translations, so all texts differ here.
      fc.property(story(distinct), ({ first, second }) => {
        const contract = source(toContract(first));
        const [translated, made] = translate(
          extract(contract, undefined, { language: 'fr' }).text,
          () => true,
        );
        const there = extract(source(toContract(second)), overlaySource(translated));
        const back = linesOf(overlaySource(extract(contract, overlaySource(there.text)).text));

        expect(back.aside).toEqual([]);
        for (const { translation, source: now, stale } of back.lines) {
          expect(stale).toBeUndefined();
          expect(now).toBe(made.get(translation ?? ''));
        }
      }),
      { numRuns: runs },
    );
  });

  test('extract keeps comments with their actions, and the order of remaining actions', () => {
    fc.assert(
      fc.property(story(repeated), ({ first, second }) => {
        const fresh = extract(source(toContract(first)), undefined, { language: 'fr' });
        const [translated] = translate(fresh.text, () => true);
        let count = 0;
        const commented = translated.replaceAll(
          /^ {2}- target: .*$/gm,
          (line) => `  # note ${++count}\n${line}`,
        );
        const updated = extract(source(toContract(second)), overlaySource(commented)).text;
        const [actions = '', aside = ''] = updated.split(/^x-l10n-removed:$/m);
        const notes = (text: string) => [...text.matchAll(/^ {2}# note (\d+)$/gm)].map(([, n]) => Number(n));
        const noted = (text: string) =>
          [...text.matchAll(/^ {2}# note (\d+)\n {2}- target: (.*)$/gm)].map(
            ([, n, target]) => `${n} ${target}`,
          );

        expect(notes(actions)).toEqual(notes(actions).toSorted((a, b) => a - b));
        for (const note of noted(commented)) {
          const line = `- target: ${note.slice(note.indexOf(' ') + 1)}\n`;
          if (actions.includes(line)) expect(noted(actions)).toContain(note);
          else if (aside.includes(line)) expect(noted(aside)).toContain(note);
        }
      }),
      { numRuns: runs },
    );
  });

  test('extract preserves any text, also in a second run', () => {
    const hostile = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 6 }),
          fc.constantFrom(
            ...[
              '\n',
              '\r\n',
              '\n\n',
              ' ',
              '\t',
              ': ',
              ':\n',
              ' #',
              '`',
              "'",
              '"',
              '- ',
              '* ',
              '|',
              '>',
              '{',
              '}',
              '%',
              '@',
            ],
            ...[
              '\u00A0',
              '\u2028',
              '\uFEFF',
              '\u0000',
              '\u001B',
              '---',
              '...',
              '~',
              'null',
              'yes',
              '0x1',
              '1e3',
              '${',
              '\\',
            ],
          ),
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const contract = (description: string) =>
          source({ openapi: '3.1.0', info: { title: 'Texts', description, version: '1' } });
        const texts = (text: string) => linesOf(overlaySource(text)).lines.map((line) => line.source);
        const first = extract(contract(one), undefined, { language: 'fr' });
        const second = extract(contract(two), overlaySource(first.text));
        const wanted = (text: string) => (text.trim() === '' ? ['Texts'] : ['Texts', text]);

        expect(texts(first.text)).toEqual(wanted(one));
        expect(texts(second.text)).toEqual(wanted(two));
      }),
      { numRuns: runs * 10 },
    );
  });
});
