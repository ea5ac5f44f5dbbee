import { type Facts, factsOf } from '../markdown/facts.ts';
import type { Pair, TextProblem } from './rule.ts';

/** Products that documentation of APIs names. Some are English words too: only their capital tells them. */
const KNOWN =
  `Adobe Airflow Algolia Amazon Amplitude Android Angular Ansible Apache Apple Auth0 Azure Bitbucket Braze Canvas Cassandra
 Celigo Chrome Chromium Cloudflare Cordova Databricks Datadog Debian Django Docker Elasticsearch Excel 
 Facebook Fastly Figma Firebase Firefox Flutter Gitea Google Grafana GraphQL Heroku Hugo Instagram Istio Java Jenkins Jira
 Kafka Kindle Kotlin Kubernetes Laravel Linux Liquid Looker Magento Mailchimp Markdown Microsoft Mixpanel Mockoon Mongo Netlify
 Notion Nuxt Okta Oracle Outlook Pandas Postgres Postman Prometheus Python React Redis Redoc Redshift Ruby
 Rust Safari Salesforce Scala Sentry Shopify Slack Snowflake Stripe Svelte Swagger Swift Tableau 
 Terraform Twilio Twitter Ubuntu Vercel Vite Vue Windows Xamarin Xbox Yarn Zapier Zendesk Zoom`.split(/\s+/);

/** Names of products that the source writes in its sentences and that the translation translates or loses. */
export function* products({ source, translation, vocabulary, glossary }: Pair): Generator<TextProblem> {
  const [from, to] = [factsOf(source), factsOf(translation)];
  const [original, text] = [sentencesOf(from), sentencesOf(to)];
  const hosts = [
    ...addressesIn(vocabulary.others),
    ...from.links.map(({ value }) => value),
    ...from.codeBlocks.map(({ value }) => value),
  ];
  for (const name of new Set([...KNOWN, ...hosts.flatMap(hostName)])) {
    if (glossary?.terms.some((term) => term.source === name)) continue;
    const there = count(original, name);
    if (
      there === 0 ||
      !new RegExp(`[\\p{Ll},;]\\s(?:\\(|“|")?${name}(?![\\p{L}\\d]| \\p{Lu}\\p{Ll})`, 'u').test(original)
    )
      continue;
    const here = count(text, name);
    if (here >= there) continue;
    const instead = here === 0 ? '' : invented(text, original, name);
    if (here > 0 && !instead) continue;
    yield {
      message: `The name ${name} of the source is ${instead ? `“${instead}”` : 'missing'} in the translation`,
      help: 'Write names of products exactly as the source does; they are not translated.',
      sourceOffset: source.text.indexOf(name),
      ...(instead ? { offset: translation.text.indexOf(instead), length: instead.length } : {}),
    };
  }
}

const sentencesOf = ({ blocks }: Facts) => blocks.map(({ text }) => text).join('\n');

const count = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`(?<![\\p{L}\\d])${name}(?![\\p{L}\\d])`, 'gu'))].length;

/** A word with a capital inside a sentence that only the translation has, and that begins as the name does. */
function invented(text: string, original: string, name: string): string | undefined {
  return [...text.matchAll(/(?<=[\p{Ll},;]\s(?:[dlDL]['’])?)\p{Lu}\p{Ll}{2,}(?!\p{L})/gu)]
    .map(([word]) => word)
    .find((word) => word !== name && word.slice(0, 2) === name.slice(0, 2) && !original.includes(word));
}

/** The product whose host an address names: Braze for `https://rest.iad-01.braze.com`. */
function hostName(text: string): string[] {
  return [...text.matchAll(/https?:\/\/(?:[\w-]+\.)*([a-z]{4,}(?<!ing))\.(?:com|org|net|io|eu|fr)\b/g)].map(
    ([, label = '']) => label.charAt(0).toUpperCase() + label.slice(1),
  );
}

const known = new WeakMap<ReadonlySet<string>, string[]>();

/** The words that hold an address. They are sought once for a contract: it has as many words as texts to check. */
function addressesIn(words: ReadonlySet<string>): string[] {
  const addresses = known.get(words) ?? [...words].filter((word) => word.includes('://'));
  known.set(words, addresses);
  return addresses;
}
