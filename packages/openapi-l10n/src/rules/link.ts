import { type Facts, type Found, factsOf, surplus } from '../markdown/facts.ts';
import { anchorsOf } from '../markdown/link-target.ts';
import { compare } from './multiset.ts';
import type { Rule } from './rule.ts';

export const link: Rule = {
  summary: 'The target of a link or an image differs; its label may.',
  severity: 'error',
  *pair({ source, translation }) {
    const [from, to] = [factsOf(source), factsOf(translation)];
    const [lost, extra] = [surplus(from.links, to.links), surplus(to.links, from.links)];
    // A heading's anchor is made of its words: what differs may still lead to the same heading.
    const led = [
      surplus(leading(lost, from), leading(extra, to)),
      surplus(leading(extra, to), leading(lost, from)),
    ];
    const within = ({ links }: Facts, found: Found[] = []) =>
      links.filter(({ offset }) => found.some((one) => one.offset === offset));
    yield* compare(
      within(from, led[0]),
      within(to, led[1]),
      'link target',
      'Translate the label only, and copy the target. Suppress the finding when the target exists in the other language too.',
    );
  },
};

/** The links with the place of a heading for each anchor of one. */
function leading(links: readonly Found[], facts: Facts): Found[] {
  const anchors = anchorsOf(facts);
  return links.map((one) => ({ ...one, value: anchors.get(decoded(one.value)) ?? decoded(one.value) }));
}

/** `%C3%A9` is `é`. */
function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
