import { type Facts, factsOf } from '../markdown/facts.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { countOf } from './marks.ts';
import type { Pair, TextProblem } from './rule.ts';

/** Products that documentation of APIs names. Some are English words too: only their capital tells them. */
const KNOWN =
  `Adobe Airflow Algolia Amazon Amplitude Android Angular Ansible Apache Apple Auth0 Azure Bitbucket Braze Canvas
  Cassandra Celigo Chrome Chromium Cloudflare Cordova Databricks Datadog Debian Django Docker Elasticsearch Excel
  Facebook Fastly Figma Firebase Firefox Flutter Gitea Google Grafana GraphQL Heroku Hugo Instagram Istio Java
  Jenkins Jira Kafka Kindle Kotlin Kubernetes Laravel Linux Liquid Looker Magento Mailchimp Markdown Microsoft
  Mixpanel Mockoon Mongo Netlify Notion Nuxt Okta Oracle Outlook Pandas Postgres Postman Prometheus Python React
  Redis Redoc Redshift Ruby Rust Safari Salesforce Scala Sentry Shopify Slack Snowflake Stripe Svelte Swagger
  Swift Tableau Terraform Twilio Twitter Ubuntu Vercel Vite Vue Windows Xamarin Xbox Yarn Zapier Zendesk Zoom`.split(
    /\s+/,
  );

/** Names of products that the source writes in its sentences and that the translation translates or loses. */
export function* products({ source, translation, vocabulary, glossary }: Pair): Generator<TextProblem> {
  const [from, to] = [factsOf(source), factsOf(translation)];
  const [original, text] = [sentencesOf(from), sentencesOf(to)];
  const here = [...from.links, ...from.codeBlocks].flatMap(({ value }) => hostNames(value));
  for (const name of new Set([...KNOWN, ...knownHosts(vocabulary), ...here])) {
    if (!original.includes(name) || glossary?.terms.some((term) => term.source === name)) continue;
    if (!isInSentence(name, original)) continue;
    const [wanted, found] = [countOf(original, name), countOf(text, name)];
    if (found >= wanted) continue;
    const instead = found === 0 ? '' : invented(text, original, name);
    if (found > 0 && !instead) continue;
    yield {
      message: `The name ${name} of the source is ${instead ? `“${instead}”` : 'missing'} in the translation`,
      help: 'Write names of products exactly as the source does; they are not translated.',
      sourceOffset: source.text.indexOf(name),
      ...(instead ? { offset: translation.text.indexOf(instead), length: instead.length } : {}),
    };
  }
}

const sentencesOf = ({ blocks }: Facts) => blocks.map(({ text }) => text).join('\n');

/** Whether a name stands inside a sentence, where only a name has a capital, and is no part of a longer title. */
function isInSentence(name: string, text: string): boolean {
  return new RegExp(`[\\p{Ll},;]\\s(?:\\(|“|")?${name}(?![\\p{L}\\d]| \\p{Lu}\\p{Ll})`, 'u').test(text);
}

/** A word with a capital inside a sentence that only the translation has, and that begins as the name does. */
function invented(text: string, original: string, name: string): string | undefined {
  return [...text.matchAll(/(?<=[\p{Ll},;]\s(?:[dlDL]['’])?)\p{Lu}\p{Ll}{2,}(?!\p{L})/gu)]
    .map(([word]) => word)
    .find((word) => word !== name && word.slice(0, 2) === name.slice(0, 2) && !original.includes(word));
}

const known = new WeakMap<Vocabulary, string[]>();

/** The products whose hosts the contract names. */
function knownHosts(vocabulary: Vocabulary): string[] {
  const names = known.get(vocabulary) ?? [...new Set([...vocabulary.others].flatMap(hostNames))];
  known.set(vocabulary, names);
  return names;
}

/** The products whose hosts a text names: Braze for `https://rest.iad-01.braze.com`. */
function hostNames(text: string): string[] {
  if (!text.includes('://')) return [];
  return [...text.matchAll(/https?:\/\/(?:[\w-]+\.)*([a-z]{4,}(?<!ing))\.(?:com|org|net|io|eu|fr)\b/g)].map(
    ([, label = '']) => label.charAt(0).toUpperCase() + label.slice(1),
  );
}
