import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  check,
  checkMarkdown,
  type Finding,
  parseSource,
  type RuleName,
  readGlossary,
  readSource,
} from '../src/index.ts';
import { ruleNames } from '../src/rules/index.ts';

const folder = join(import.meta.dirname, 'corpus');

/** Reads a file of the corpus, in which ␣ is a no-break space. */
export async function read(file: string): Promise<unknown> {
  return parse((await readFile(join(folder, file), 'utf8')).replaceAll('␣', '\u00A0'), { merge: true });
}

/** One case, and the rule that must report it; none if no rule may report anything. */
export interface Trial {
  name: string;
  wanted: RuleName | undefined;
  findings: () => Finding[];
}

/**
 * Pairs of texts, in one file for each rule: correct translations, and wrong ones that the rule must report.
 */
export async function pairs(): Promise<Trial[]> {
  const glossary = readGlossary(await readSource(join(folder, 'glossary-terms.yaml')));
  const files = readdirSync(folder).filter((file) =>
    ruleNames.some((rule) => `${rule}.yaml` === file && rule !== 'source'),
  );
  const trials = await Promise.all(
    files.map(async (file) => {
      const cases = (await read(file)) as { source: string; good: string[]; bad?: string[] }[]; // our own files
      const wanted = ruleNames.find((rule) => file === `${rule}.yaml`);
      const options = { language: 'fr', ...(wanted === 'glossary' ? { glossary } : {}) };
      return cases.flatMap(({ source, good, bad = [] }) =>
        [
          ...good.map((text) => [text, undefined] as const),
          ...bad.map((text) => [text, wanted] as const),
        ].map(
          ([text, rule]): Trial => ({
            name: `${source} -> ${text}`,
            wanted: rule,
            findings: () => checkMarkdown(source, text, options),
          }),
        ),
      );
    }),
  );
  return trials.flat();
}

const nothing = parseSource(
  "overlay: 1.0.0\ninfo: { title: fr, version: '1' }\nactions: [{ target: $.info, update: { title: Sessions } }]\n",
  'fr.yaml',
);

/** Texts in the source language, in a contract with some names. */
export async function originals(): Promise<Trial[]> {
  const { good, bad } = (await read('source.yaml')) as { good: string[]; bad: string[] }; // our own file
  const trial = (text: string, wanted: RuleName | undefined): Trial => ({
    name: text,
    wanted,
    findings: () => check(contractWith(text), nothing, { rules: { missing: 'off', stale: 'off' } }),
  });
  return [...good.map((text) => trial(text, undefined)), ...bad.map((text) => trial(text, 'source'))];
}

function contractWith(description: string) {
  const parameter = (name: string, schema: object) => ({ name, in: 'query', schema });
  const type = { type: 'string' };
  return parseSource(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Sessions', version: '1', description },
      paths: {
        '/sessions/data_series': {
          get: {
            parameters: [
              parameter('length', { type: 'integer' }),
              parameter('unit', { ...type, enum: ['day', 'hour'] }),
              parameter('ending_at', type),
              parameter('app_id', type),
              parameter('state', { ...type, enum: ['draft', 'published', 'archived'] }),
            ],
            responses: {
              200: {
                headers: { 'X-RateLimit-Reset': { schema: type } },
                content: {
                  'application/json': {
                    schema: { properties: { message: type, time: type, sessions: type } },
                  },
                },
              },
            },
          },
        },
      },
    }),
    'openapi.json',
  );
}

/** Whole overlays over a contract. */
export async function overlays(): Promise<Trial[]> {
  const { contract, good, bad } = (await read('overlay.yaml')) as {
    contract: object;
    good: object[];
    bad: Record<string, object[][]>;
  }; // our own file
  const document = parseSource(JSON.stringify(contract), 'openapi.json');
  const trial = (actions: object[], wanted: RuleName | undefined): Trial => ({
    name: JSON.stringify(actions),
    wanted,
    findings: () => {
      const overlay = {
        overlay: '1.0.0',
        info: { title: 'fr', version: '1' },
        'x-l10n-language': 'fr',
        actions,
      };
      return check(document, parseSource(JSON.stringify(overlay), 'fr.json'));
    },
  });
  return [
    trial(good, undefined),
    ...Object.entries(bad).flatMap(([rule, list]) =>
      list.map((actions) =>
        trial(
          actions,
          ruleNames.find((name) => name === rule),
        ),
      ),
    ),
  ];
}
