import { parseSync } from 'oxc-parser';

/** One message for users, as in the source of a file. */
export interface ErrorMessage {
  /**
   * The class that is thrown, `stderr` for a printed message, the property that contains it, the function that it is passed
   * to, or `text` for any other place.
   */
  kind: string;
  /** The text; expressions are in braces: `{name}: expected {wanted}.` */
  text: string;
}

type Node = Record<string, unknown> & { type: string; start: number; end: number };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';

/** Functions whose sentences are not errors: they document generated code, or print what was done. */
const QUIET = /^(?:docComment|html|log|out|paint|print|say|writeFileSync)$/;

/** Properties that hold a message, or the reason in one. */
const PROPERTY = /^(?:message|finding|why)$/;

/**
 * Every error message in the source of a file, in the order of the file: the text passed to an error class or to `super`,
 * with what is expected and what to do if these are separate; a property named `message`; what is printed to standard error;
 * a sentence passed to a function; and any other text that says what was expected. In a catalogue of texts (`words/en/`),
 * every sentence.
 */
export function collectErrorMessages(file: string, source: string): ErrorMessage[] {
  const found: ErrorMessage[] = [];
  const collected = new Set<unknown>();
  const add = (kind: string, candidates: readonly unknown[], advice: readonly unknown[] = []) => {
    const node = candidates.find((each) => !collected.has(each) && textOf(each, source) !== undefined);
    const text = textOf(node, source);
    // A single word is a code or a kind, not a message.
    if (text === undefined || !/\p{L}{2,}.*\s|\s.*\p{L}{2,}/u.test(text.replaceAll(/\{[^{}]*\}/g, '')))
      return;
    for (const part of [node, ...advice]) markCollected(part, collected);
    found.push({ kind, text: [text, ...advice.flatMap((part) => adviceIn(part, source))].join(' · ') });
  };
  const isCatalogue = /words\/en\/\w+\.ts$/.test(file);
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isNode(value) || value.type === 'ImportDeclaration') return;
    const { type, callee, arguments: args, key, value: member } = value;
    const name = isNode(callee) ? source.slice(callee.start, callee.end) : '';
    if (type === 'NewExpression' && /(?:Error|Exception|Died)$/.test(name))
      add(name, (args as unknown[]).slice(0, 1), (args as unknown[]).slice(1));
    else if (type === 'CallExpression' && name === 'super') add('super', args as unknown[]);
    else if (type === 'CallExpression' && /^(?:console\.error|.*stderr\.write)$/.test(name))
      add('stderr', args as unknown[]);
    else if (type === 'CallExpression') {
      const short = /\w+$/.exec(name)?.[0] ?? 'text';
      if (!QUIET.test(short))
        add(
          short,
          (args as unknown[]).filter((arg) => textOf(arg, source)?.trimEnd().endsWith('.')),
        );
    } else if (type === 'ObjectExpression') {
      const message = propertiesOf(value).find(({ name: own }) => PROPERTY.test(own));
      if (message) add(message.name, [message.value], [value]);
    } else if (type === 'Property' && isNode(key) && isCatalogue) {
      const body = isNode(member) && member.type === 'ArrowFunctionExpression' ? member['body'] : member;
      if (textOf(body, source)?.endsWith('.')) add(String(key['name']), [body]);
    } else if (!isCatalogue && /^(?:Literal|TemplateLiteral|BinaryExpression)$/.test(type)) {
      if (/(?:^|[.;:,] )[Ee]xpected \S/.test(textOf(value, source) ?? '')) add('text', [value]);
    }
    for (const child of Object.values(value)) visit(child);
  };
  visit(parseSync(file, source).program);
  return found;
}

/** Marks a text and its parts, which are not messages themselves. */
function markCollected(value: unknown, collected: Set<unknown>): void {
  if (Array.isArray(value)) for (const item of value) markCollected(item, collected);
  if (!isNode(value)) return;
  collected.add(value);
  for (const child of Object.values(value)) markCollected(child, collected);
}

/** What an object says in addition to a message: what was expected, and what to do. */
function adviceIn(value: unknown, source: string): string[] {
  return propertiesOf(value).flatMap(({ name, value: member }) => {
    const text = /^(?:expected|help)$/.test(name) ? textOf(member, source) : undefined;
    return !text ? [] : [name === 'help' ? text : `expected: ${text}`];
  });
}

function propertiesOf(value: unknown): { name: string; value: unknown }[] {
  if (!isNode(value) || value.type !== 'ObjectExpression') return [];
  return (value['properties'] as unknown[]).flatMap((member) => {
    const key = isNode(member) && member.type === 'Property' ? member['key'] : undefined;
    return isNode(member) && isNode(key) ? [{ name: String(key['name']), value: member['value'] }] : [];
  });
}

/** The text of a string or template, or of a concatenation or choice of them; undefined for any other expression. */
function textOf(node: unknown, source: string): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type === 'TemplateLiteral') {
    const expressions = node['expressions'] as Node[];
    return (node['quasis'] as Node[])
      .map((quasi, index) => {
        const expression = expressions[index];
        return (
          String(Reflect.get(quasi['value'] as object, 'cooked')) +
          (expression ? placeholder(expression, source) : '')
        );
      })
      .join('');
  }
  if (node.type === 'BinaryExpression' && node['operator'] === '+') {
    const parts = [node['left'], node['right']] as Node[];
    const texts = parts.map((part) => textOf(part, source));
    if (texts.every((text) => text === undefined)) return undefined;
    return parts.map((part, index) => texts[index] ?? placeholder(part, source)).join('');
  }
  if (node.type === 'ConditionalExpression') {
    const [yes, no] = [textOf(node['consequent'], source), textOf(node['alternate'], source)];
    return yes === undefined || no === undefined ? (yes ?? no) : `${yes} / ${no}`;
  }
  return undefined;
}

const placeholder = (node: Node, source: string): string =>
  `{${source.slice(node.start, node.end).replaceAll(/\s+/g, ' ').replaceAll(/[{}]/g, '')}}`;
