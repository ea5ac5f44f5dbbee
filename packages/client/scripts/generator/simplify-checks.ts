import ts from 'typescript';

/**
 * Removes from compiled checks what this client does not need: error properties that no message uses, unread
 * arguments, and error counters of functions that return at the first error.
 *
 * They are recognized by the names that Ajv gives them. If Ajv renames them, the code stays correct, only
 * longer.
 *
 * @param unread the names of unused error properties.
 */
export function simplifyChecks(code: string, unread: readonly string[]): string {
  const source = ts.createSourceFile('validate.js', code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const schemas = schemasOf(source);
  const { transformed } = ts.transform(source, [
    (context) => (file) =>
      ts.visitEachChild(
        file,
        (node) =>
          ts.isFunctionDeclaration(node) ? simplifyFunction(node, { unread, schemas }, context) : node,
        context,
      ),
  ]);
  const [file] = transformed;
  return file ? ts.createPrinter().printFile(file) : code;
}

/** A counter, or a result other than "no error was added": this check continues after an error. */
const continuesAfterError = /(?<!\.)\berrors(\+\+| \+?= (?!0;))|\bvalid\d+ = (?!true;|_errs\d+ === errors;)/;
const bookkeeping = /^(errors|_errs\d+|valid\d+)$/;
const comparison = /^(errors|_errs\d+) === (errors|_errs\d+|0)$/;

function simplifyFunction(
  check: ts.FunctionDeclaration,
  { unread, schemas }: { unread: readonly string[]; schemas: ReadonlyMap<string, unknown> },
  context: ts.TransformationContext,
): ts.Node {
  const { factory } = context;
  const stopsAtOnce = !continuesAfterError.test(check.getText());
  const visit = (node: ts.Node): ts.Node | undefined => {
    if (stopsAtOnce) {
      if (ts.isVariableStatement(node) && declares(node, bookkeeping)) return undefined;
      if (ts.isBinaryExpression(node) && comparison.test(node.getText())) return factory.createTrue();
      if (ts.isIdentifier(node) && /^valid\d+$/.test(node.text)) return factory.createTrue();
    }
    const value = ts.isIdentifier(node) ? undefined : valueIn(schemas, node);
    // The printer writes identifiers unchanged.
    if (value !== undefined) return factory.createIdentifier(JSON.stringify(value));
    if (ts.isBindingElement(node) && !isUsed(node, check)) return undefined;
    const visited = ts.visitEachChild(node, visit, context);
    return ts.isObjectLiteralExpression(visited) ? withoutUnread(visited, unread, factory) : visited;
  };
  return ts.visitEachChild(check, visit, context);
}

/** Whether a function uses the properties that it destructures. */
function isUsed({ name }: ts.BindingElement, check: ts.FunctionDeclaration): boolean {
  return new RegExp(`\\b${name.getText()}\\b`).test(check.body?.getText() ?? '');
}

/**
 * The schemas that checks refer to. Each contains the whole contract, although a check only reads a list of
 * values.
 */
function schemasOf(source: ts.SourceFile): ReadonlyMap<string, unknown> {
  const declarations = source.statements.flatMap((statement) =>
    ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : [],
  );
  return new Map(
    declarations.flatMap(({ name, initializer }) =>
      initializer && /^schema\d+$/.test(name.getText())
        ? [[name.getText(), JSON.parse(initializer.getText())]]
        : [],
    ),
  );
}

/** What an expression such as `schema1.properties.unit.enum` reads; `undefined` for any other node. */
function valueIn(schemas: ReadonlyMap<string, unknown>, node: ts.Node): unknown {
  if (ts.isIdentifier(node)) return schemas.get(node.text);
  if (ts.isPropertyAccessExpression(node)) return Object(valueIn(schemas, node.expression))[node.name.text];
  if (!ts.isElementAccessExpression(node)) return undefined;
  const { argumentExpression: key } = node;
  return ts.isStringLiteral(key) || ts.isNumericLiteral(key)
    ? Object(valueIn(schemas, node.expression))[key.text]
    : undefined;
}

function declares({ declarationList }: ts.VariableStatement, names: RegExp): boolean {
  return declarationList.declarations.every(({ name }) => ts.isIdentifier(name) && names.test(name.text));
}

function withoutUnread(
  error: ts.ObjectLiteralExpression,
  unread: readonly string[],
  factory: ts.NodeFactory,
): ts.ObjectLiteralExpression {
  const names = error.properties.map(({ name }) => (name && ts.isIdentifier(name) ? name.text : ''));
  if (!names.includes('instancePath') || !names.includes('schemaPath')) return error;
  const kept = error.properties.filter((_, index) => !unread.includes(names[index] ?? ''));
  return factory.updateObjectLiteralExpression(error, kept);
}
