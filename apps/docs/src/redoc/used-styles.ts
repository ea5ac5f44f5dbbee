import postcss, { type AtRule, type ChildNode, type Container, type Rule } from 'postcss';

/**
 * Keeps of a style sheet what a page can use: rules whose classes, ids and elements occur in the HTML, and the
 * custom properties that those rules read.
 *
 * The rules for `.dark` also apply to a reader whose system is dark and who has not chosen `.light`.
 */
export function usedStyles(css: string, html: string): string {
  const root = postcss.parse(css);
  const seen = new Set<string>();
  for (const node of [...root.nodes]) {
    const text = node.toString();
    if (seen.has(text)) node.remove();
    seen.add(text);
  }
  const classes = new Set(['dark', 'light']);
  for (const [, list = ''] of html.matchAll(/class="([^"]*)"/g))
    for (const name of list.split(/\s+/)) classes.add(name);
  const elements = new Set(['html', 'body']);
  for (const [, name = ''] of html.matchAll(/<([a-z][a-z0-9]*)/g)) elements.add(name);
  root.walkRules((rule) => {
    if (isKeyframe(rule)) return;
    const kept = rule.selectors.filter((selector) => canMatch(selector, classes, elements));
    if (kept.length === 0) rule.remove();
    else rule.selectors = kept;
  });
  root.walkDecls((declaration) => {
    // Parts outside the viewport must be measurable and printable.
    if (/^(content-visibility|contain-intrinsic-size)$/.test(declaration.prop)) declaration.remove();
  });
  // The site sets its texts in the reader's own fonts.
  root.walkAtRules('font-face', (rule) => {
    rule.remove();
  });
  root.walkComments((comment) => {
    comment.remove();
  });
  dropUnreadProperties(root);
  removeEmpty(root);
  for (const rule of [...root.nodes]) {
    if (rule.type !== 'rule' || !rule.selector.includes('.dark')) continue;
    const media = postcss.atRule({ name: 'media', params: '(prefers-color-scheme: dark)' });
    media.append(
      rule.clone({
        selectors: rule.selectors.map((selector) => selector.replaceAll('.dark', ':root:not(.light)')),
      }),
    );
    rule.after(media);
  }
  return root.toString().replace(/\s*\n\s*/g, '');
}

/** The HTML without the names of styled components that no rule of the style sheet mentions. */
export function usedClasses(html: string, css: string): string {
  const ruled = new Set([...css.matchAll(/\.([\w-]+)/g)].map(([, name]) => name));
  return html.replace(/ class="([^"]*)"/g, (_, list: string) => {
    const kept = list.split(/\s+/).filter((name) => ruled.has(name) || !/^(sc-\w+|\w{4,7})$/.test(name));
    return kept.length > 0 ? ` class="${kept.join(' ')}"` : '';
  });
}

function canMatch(selector: string, classes: Set<string>, elements: Set<string>): boolean {
  const plain = selector.replace(/:not\([^)]*\)/g, '').replace(/\[[^\]]*\]/g, '');
  for (const [, name] of plain.matchAll(/\.([\w-]+)/g)) if (!classes.has(name ?? '')) return false;
  for (const [, name] of plain.matchAll(/(?:^|[\s>+~(])([a-z][a-z0-9]*)(?![\w-]*\()/g))
    if (!elements.has(name ?? '')) return false;
  return true;
}

const isKeyframe = (rule: Rule) =>
  rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name); // the type was compared

function dropUnreadProperties(root: postcss.Root): void {
  for (let before = -1; before !== 0; ) {
    before = 0;
    const read = new Set([...root.toString().matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
    root.walkDecls(/^--/, (declaration) => {
      if (read.has(declaration.prop)) return;
      declaration.remove();
      before += 1;
    });
  }
}

function removeEmpty(container: Container<ChildNode>): void {
  for (const node of [...(container.nodes ?? [])]) {
    if (node.type !== 'rule' && node.type !== 'atrule') continue;
    if (node.nodes) {
      removeEmpty(node);
      if (node.nodes.length === 0) node.remove();
    }
  }
}
