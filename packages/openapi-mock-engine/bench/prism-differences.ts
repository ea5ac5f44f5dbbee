/** Why answers to cases of Prism's harness differ here, by the names of the cases. */
const reasons: readonly (readonly [reason: string, cases: RegExp])[] = [
  [
    'The query belongs to the contract: `__code`, `__example` and `__dynamic` are unknown parameters. `Prefer` does the same.',
    /default_responses-AC-[2357]\.|range-status-codes-AC-[1-4]\.|manually-select-examples|static_examples-AC-2\.|dynamic_xml_responses-AC-2/,
  ],
  [
    'An error says what is wrong, in the shape that the contract documents or as a problem document.',
    /Accept-Content-Negotiation(?:-AC-6|\.invalid)|security-scheme-validation-AC-(?:[2356]|13|14|16|17|19|20|21|22|25|27)\./,
  ],
  ['Reserved characters in a form are read as they are, as URL libraries do.', /allow-reserved-fail/],
  [
    'A wrong request is 400, unless the contract documents 422 and not 400.',
    /validate-body-params\/(?:enforce|.*(?:-fail|-invalid-request(?:-2)?)\.)|validate-header-params|(?:missing-query-param|exploded-object-invalid|mismatch)\.|path-param-not-matching-regex/,
  ],
  ['A path with an empty segment is another path: 404.', /missing-path-param/],
  [
    'Data made from a schema are plausible: names and texts instead of `string`, and recursion ends early.',
    /Accept-Content-Negotiation(?:-AC-15|\.empty)|references\/E2E-(?:Multiple|Recursive-Array)|routing\/(?:prefer|select)|static_examples-AC-[13]\./,
  ],
  ['HEAD is answered as GET without its body (RFC 9110, 9.3.2).', /head_requests-AC-2/],
  [
    'Structured data are written in any media type, and large schemas are answered, where Prism gives up with 500.',
    /too_complex|complex-serialisation/,
  ],
  [
    'The root of an XML document is named by its schema, since names that begin with `xml` are reserved.',
    /Xml-AC-1/,
  ],
  ['OAuth 2.0 has no separate scheme: its tokens are sent as `Bearer` (RFC 6750).', /validation-AC-26/],
  [
    'Answers are always valid: an example that breaks its schema is replaced, so there is nothing for `--errors` or `sl-violations` to report.',
    /violations\//,
  ],
];

/** The reason for a case's difference; `undefined` if the answer must be the same. */
export function reasonOf(file: string): string | undefined {
  return reasons.find(([, cases]) => cases.test(file))?.[0];
}
