import fc from 'fast-check';
import type { JsonObject } from '../src/index.ts';

/** A draft of a contract, from which parts can be removed. */
export interface Draft {
  title: string;
  tags: { name: string; description: string }[];
  operations: Operation[];
  schemas: Schema[];
}

interface Operation {
  path: string;
  summary: string;
  description: string | undefined;
  parameters: { name: string; description: string }[];
  responses: { status: string; description: string }[];
}

interface Schema {
  name: string;
  title: string | undefined;
  values: { value: string; description: string }[];
  /** Parts without a key, which are only distinguished by their place in the list. */
  parts: string[];
}

type Texts = fc.Arbitrary<string>;

const many = (max: number) =>
  fc
    .tuple(fc.constantFrom('List', 'Get', 'Delete', 'Every'), fc.integer({ min: 0, max }))
    .map(([verb, n]) => `${verb} thing ${n}`);
const severalLines = many(99).map((text) => `${text}.\n\nA second *paragraph*: \`x\` # no comment\n`);

/** Texts, some of which occur in several places, like "Not found" in real contracts. */
export const repeated: Texts = fc.oneof(
  fc.constantFrom('Not found', 'OK', 'The name', 'The identifier', 'Page'),
  many(9999),
  severalLines,
);

/** Texts that are practically never equal. */
export const distinct: Texts = many(1e9);

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f-g', "h'i", 'j k');

const by = <T>(key: (item: T) => string) => ({ selector: key, maxLength: 4 });

const operation = (text: Texts): fc.Arbitrary<Operation> =>
  fc.record({
    path: name.map((part) => `/${part}`),
    summary: text,
    description: fc.option(text, { nil: undefined }),
    parameters: fc.uniqueArray(
      fc.record({ name, description: text }),
      by(({ name: key }) => key),
    ),
    responses: fc.uniqueArray(
      fc.record({ status: fc.constantFrom('200', '404', 'default'), description: text }),
      by(({ status }) => status),
    ),
  });

const schema = (text: Texts): fc.Arbitrary<Schema> =>
  fc.record({
    name: name.map((part) => part.replaceAll(/\W/g, '_')),
    title: fc.option(text, { nil: undefined }),
    values: fc.uniqueArray(
      fc.record({ value: name, description: text }),
      by(({ value }) => value),
    ),
    parts: fc.array(text, { maxLength: 4 }),
  });

/** A contract with such texts. */
export const draft = (text: Texts): fc.Arbitrary<Draft> =>
  fc.record({
    title: text,
    tags: fc.uniqueArray(
      fc.record({ name, description: text }),
      by(({ name: key }) => key),
    ),
    operations: fc.uniqueArray(
      operation(text),
      by(({ path }) => path),
    ),
    schemas: fc.uniqueArray(
      schema(text),
      by(({ name: key }) => key),
    ),
  });

/** The next version of a contract: some parts are kept (reordered, renamed or reworded), and some are new. */
export function edited(old: Draft, text: Texts): fc.Arbitrary<Draft> {
  const rename = <T extends object>(item: T, change: Partial<T>): T => ({ ...item, ...change });
  const someOf = <T>(items: T[]) => fc.shuffledSubarray(items);
  return fc
    .record({
      next: draft(text),
      keep: fc.record({
        tags: someOf(old.tags),
        operations: someOf(old.operations),
        schemas: someOf(old.schemas),
      }),
      title: fc.boolean(),
      texts: fc.infiniteStream(
        fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: text }),
      ),
      move: fc.infiniteStream(
        fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      ),
    })
    .map(({ next, keep, title, texts, move }) => {
      const revised = (value: string) => texts.next().value ?? value;
      const moved = (value: string) => (move.next().value ? `${value}2` : value);
      const merge = <T>(kept: T[], fresh: T[], key: (item: T) => string) => [
        ...new Map([...fresh, ...kept].map((item) => [key(item), item])).values(),
      ];
      return {
        title: title ? old.title : next.title,
        tags: merge(
          keep.tags.map((tag) => rename(tag, { description: revised(tag.description) })),
          next.tags,
          (tag) => tag.name,
        ),
        operations: merge(
          keep.operations.map((one) =>
            rename(one, {
              path: moved(one.path),
              summary: revised(one.summary),
              parameters: one.parameters.filter(() => !move.next().value).toReversed(),
            }),
          ),
          next.operations,
          (one) => one.path,
        ),
        schemas: merge(
          keep.schemas.map((one) =>
            rename(one, { name: moved(one.name), parts: one.parts.map(revised).toReversed() }),
          ),
          next.schemas,
          (one) => one.name,
        ),
      };
    });
}

/** The draft as an OpenAPI document. */
export function toContract({ title, tags, operations, schemas }: Draft): JsonObject {
  return {
    openapi: '3.1.0',
    info: { title, version: '1' },
    tags,
    paths: Object.fromEntries(
      operations.map(({ path, summary, description, parameters, responses }) => [
        path,
        {
          get: {
            summary,
            ...(description === undefined ? {} : { description }),
            parameters: parameters.map((parameter) => ({ ...parameter, in: 'query' })),
            responses: Object.fromEntries(
              responses.map((one) => [one.status, { description: one.description }]),
            ),
          },
        },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        schemas.map(({ name: key, title: heading, values, parts }) => [
          key,
          {
            ...(heading === undefined ? {} : { title: heading }),
            enum: values.map(({ value }) => value),
            'x-enumDescriptions': Object.fromEntries(values.map((one) => [one.value, one.description])),
            oneOf: parts.map((description) => ({ description })),
          },
        ]),
      ),
    },
  };
}
