import { recall } from './memory.ts';

// The first of the browser's languages that the site has, else the site's first; a choice made on the site wins.
const known = [...document.querySelectorAll<HTMLLinkElement>('link[hreflang]')].map((link) => link.hreflang);
const preferred = [recall('language') ?? '', ...navigator.languages];
const matching = (tag: string) =>
  known.find((one) => one.toLowerCase() === tag.toLowerCase()) ??
  known.find((one) => tag !== '' && one.split('-')[0] === tag.split('-')[0]?.toLowerCase());
const chosen = preferred.map(matching).find((tag) => tag !== undefined) ?? known[0];
if (chosen !== undefined) location.replace(`${chosen}/${location.search}${location.hash}`);
