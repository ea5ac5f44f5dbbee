import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CheckOptions } from '../config.ts';
import { readSource } from '../document/read.ts';
import { rootObject, type SourceFile } from '../document/source-file.ts';
import { InputError } from '../errors.ts';
import { readGlossary } from '../glossary.ts';
import { isObject, type Json } from '../json.ts';
import { nearest } from '../nearest.ts';
import { ruleNames } from '../rules/index.ts';
import type { Input, Option } from './options.ts';

const FILES = ['openapi-l10n.config.yaml', 'openapi-l10n.config.yml', 'openapi-l10n.config.json'];
const FIELDS = [
  '$schema',
  'language',
  'sourceLanguage',
  'glossary',
  'rules',
  'names',
  'textFields',
  'links',
  'code',
];
const CODE = ['translate', 'keep', 'warn'] as const;
const SEVERITIES = ['error', 'warn', 'off'] as const;

/** The options of every command that checks translations. */
export const checkOptions: Readonly<Record<string, Option>> = {
  config: {
    value: 'file',
    short: 'c',
    help: `Settings file; default: ${FILES[0]} in the current folder, if present.`,
  },
  language: {
    value: 'tag',
    short: 'l',
    help: 'Language of the translation, such as fr; default: from the overlay.',
  },
  'source-language': { value: 'tag', help: 'Language of the contract; default: en.' },
  glossary: { value: 'file', short: 'g', help: 'Glossary of agreed terms (YAML or JSON).' },
  rule: { value: 'name=severity', many: true, help: 'Set a rule to error, warn or off; may be repeated.' },
};

/** Reads the settings file and the options that override it. */
export async function readSettings(input: Input): Promise<CheckOptions> {
  const file = input.text('config') ?? FILES.find((name) => existsSync(name));
  const settings: CheckOptions = file ? await readConfig(await readSource(file)) : {};
  const glossary = input.text('glossary');
  return {
    ...settings,
    ...(input.text('language') ? { language: input.text('language') } : {}),
    ...(input.text('source-language') ? { sourceLanguage: input.text('source-language') } : {}),
    ...(glossary ? { glossary: readGlossary(await readSource(glossary)) } : {}),
    rules: { ...settings.rules, ...Object.fromEntries(input.list('rule').map(ruleOption)) },
  };
}

function ruleOption(text: string): [string, 'error' | 'warn' | 'off'] {
  const [name = '', severity = ''] = text.split('=');
  return [knownRule(name), knownSeverity(severity)];
}

async function readConfig(source: SourceFile): Promise<CheckOptions> {
  const root = rootObject(source, 'The settings');
  for (const key of Object.keys(root)) {
    if (FIELDS.includes(key)) continue;
    const near = nearest(key, FIELDS);
    throw new InputError(`Unknown setting "${key}"`, {
      place: source.locate([key]),
      expected: FIELDS.filter((field) => field !== '$schema').join(', '),
      ...(near ? { help: `Did you mean "${near}"?` } : {}),
    });
  }
  const rules = root['rules'] ?? {};
  if (!isObject(rules))
    throw new InputError('"rules" is not a map', {
      place: source.locate(['rules']),
      expected: 'rule: severity',
    });
  const [language, sourceLanguage, glossary] = ['language', 'sourceLanguage', 'glossary'].map((key) => {
    const value = root[key];
    if (value === undefined || typeof value === 'string') return value;
    throw new InputError(`"${key}" is not a string`, {
      place: source.locate([key]),
      expected: key === 'glossary' ? 'the name of a file' : 'a language tag, such as fr',
    });
  });
  return {
    ...(language === undefined ? {} : { language }),
    ...(sourceLanguage === undefined ? {} : { sourceLanguage }),
    ...(glossary === undefined
      ? {}
      : { glossary: readGlossary(await readSource(resolve(dirname(source.file), glossary))) }),
    rules: Object.fromEntries(
      Object.entries(rules).map(([name, severity]) => {
        const place = () => source.locate(['rules', name]);
        return [knownRule(name, place), knownSeverity(severity === false ? 'off' : String(severity), place)];
      }),
    ),
    names: strings(root['names'], source, 'names'),
    textFields: strings(root['textFields'], source, 'textFields'),
    links: addresses(root['links'], source),
    code: codePolicy(root['code'], source),
  };
}

function addresses(value: Json | undefined, source: SourceFile): Record<string, string> {
  const entries = Object.entries(isObject(value) ? value : {});
  const found = entries.flatMap(([from, to]) => (typeof to === 'string' ? [[from, to] as const] : []));
  if ((value === undefined || isObject(value)) && found.length === entries.length)
    return Object.fromEntries(found);
  throw new InputError('"links" is not a map of addresses', {
    place: source.locate(['links']),
    expected: 'beginning of an address: its counterpart in the translation',
  });
}

function codePolicy(value: Json | undefined, source: SourceFile): NonNullable<CheckOptions['code']> {
  if (value === undefined) return {};
  const policy = (name: 'comments' | 'strings') => {
    const text = isObject(value) ? value[name] : null;
    const found = text === undefined ? 'warn' : CODE.find((word) => word === text);
    if (found) return found;
    throw new InputError(`Unknown policy "${name}: ${JSON.stringify(text)}" for code blocks`, {
      place: source.locate(['code', name]),
      expected: `comments and strings: ${CODE.join(', ')}`,
    });
  };
  return { comments: policy('comments'), strings: policy('strings') };
}

function strings(value: Json | undefined, source: SourceFile, key: string): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new InputError(`"${key}" is not a list of strings`, {
    place: source.locate([key]),
    expected: 'a list of strings',
  });
}

function knownRule(name: string, place?: () => ReturnType<SourceFile['locate']>): string {
  if (ruleNames.some((rule) => rule === name)) return name;
  const near = nearest(name, ruleNames);
  throw new InputError(`Unknown rule "${name}"`, {
    place: place?.(),
    expected: ruleNames.join(', '),
    ...(near ? { help: `Did you mean "${near}"?` } : {}),
  });
}

function knownSeverity(
  text: string,
  place?: () => ReturnType<SourceFile['locate']>,
): 'error' | 'warn' | 'off' {
  const found = SEVERITIES.find((severity) => severity === text);
  if (found) return found;
  throw new InputError(`Unknown severity "${text}"`, { place: place?.(), expected: SEVERITIES.join(', ') });
}
