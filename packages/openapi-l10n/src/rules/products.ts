import { factsOf } from '../markdown/facts.ts';
import type { Facts } from '../markdown/types.ts';
import { countOf } from './marks.ts';
import type { Pair, TextProblem } from './rule.ts';

const listed = (names: string) => names.trim().split(/\s+/);

/** Products and standards mentioned in API documentation that are not English words. */
const NAMES = new Set(
  listed(`
  Adyen Airflow Algolia Ansible Asana Atlassian Auth0 Bitbucket Braze Cassandra Celigo Chromium Cloudflare Cordova
  Databricks Datadog Debian Django Dropbox Elasticsearch Facebook Figma Firebase Firefox Gitea Google Grafana GraphQL
  Heroku Instagram Istio Jenkins Jira Kafka Klaviyo Kotlin Kubernetes Laravel Linux Magento Mailchimp Mailgun Mapbox
  Marketo Microsoft Mixpanel Mockoon Netlify Nuxt Okta Postgres Postman Prometheus Redis Redoc Redshift Salesforce
  Shopify Svelte Terraform Twilio Ubuntu Vercel Vonage Vue Xamarin Xbox Zapier Zendesk
  CORS CSV DKIM DMARC HMAC HTML JSON JWT SAML SCIM SMTP TLS UTC XML YAML`),
);
/** Products whose names are also words, recognised by their capital inside a sentence. */
const WORDS = listed(`
  Adobe Amazon Amplitude Android Angular Apache Apple Azure Canvas Chrome Docker Excel Fastly Flutter Hugo Java Kindle
  Liquid Looker Markdown Mongo Notion Oracle Outlook Pandas Python React Ruby Rust Safari Scala Sentry Slack Snowflake
  Stripe Swagger Swift Tableau Twitter Vite Windows Yarn Zoom`);

const ALL = [...NAMES, ...WORDS];

const ANY = new RegExp(ALL.join('|'));

/** Product names in sentences of the source that the translation translates or loses. */
export function* products({ source, translation, glossary }: Pair): Generator<TextProblem> {
  const [from, to] = [factsOf(source), factsOf(translation)];
  const [original, text] = [sentencesOf(from), sentencesOf(to)];
  if (!ANY.test(original)) return;
  for (const name of ALL) {
    if (!original.includes(name) || glossary?.terms.some((term) => term.source === name)) continue;
    if (!NAMES.has(name) && !isInSentence(name, original)) continue;
    const [wanted, found] = [countOf(original, name), countOf(text, name)];
    // An ending of the language's own: GitHuba, Pythons.
    if (found === 0 && new RegExp(`(?<!\\p{L})${name}`, 'u').test(text)) continue;
    if (found >= wanted) continue;
    const instead = found === 0 ? '' : invented(text, original, name);
    if (found > 0 && !instead) continue;
    yield {
      message: `The name ${name} of the source is ${instead ? `“${instead}”` : 'missing'} in the translation`,
      help: 'Write product names exactly as the source does; they are not translated.',
      sourceOffset: source.text.indexOf(name),
      severity: 'warn',
      ...(instead ? { offset: translation.text.indexOf(instead), length: instead.length } : {}),
    };
  }
}

const sentencesOf = ({ blocks }: Facts) => blocks.map(({ text }) => text).join('\n');

/** Whether a name is inside a sentence, where only names are capitalised, and not part of a longer title. */
function isInSentence(name: string, text: string): boolean {
  return new RegExp(`[\\p{Ll},;]\\s(?:\\(|“|")?${name}(?![\\p{L}\\d]| \\p{Lu}\\p{Ll})`, 'u').test(text);
}

/** A capitalised word inside a sentence of the translation that begins like the name and is not in the source. */
function invented(text: string, original: string, name: string): string | undefined {
  return [...text.matchAll(/(?<=[\p{Ll},;]\s(?:[dlDL]['’])?)\p{Lu}\p{Ll}{2,}(?!\p{L})/gu)]
    .map(([word]) => word)
    .find((word) => word !== name && word.slice(0, 2) === name.slice(0, 2) && !original.includes(word));
}
