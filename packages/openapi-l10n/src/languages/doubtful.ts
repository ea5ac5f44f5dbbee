/** The languages in which a rule is wrong too often to be more than a warning, by the kind of text and the rule. */
export const doubtful: Readonly<
  Record<'contract' | 'page', Readonly<Partial<Record<string, readonly string[]>>>>
> = {
  contract: {},
  // Judged by hand on public pages, where less than 85 of 100 errors were right.
  page: {
    link: ['de', 'es', 'pl', 'pt', 'ru', 'zh'],
    number: ['ja', 'ko', 'ru', 'zh'],
  },
};

/** Whether a rule is only a warning in a kind of text in a language, whatever its region. */
export const isDoubtful = (kind: 'contract' | 'page', rule: string, tag: string): boolean =>
  doubtful[kind][rule]?.some((own) => own === tag || tag.startsWith(`${own}-`)) ?? false;
