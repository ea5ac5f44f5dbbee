import { recall } from './memory.ts';

// The first of the browser's languages that the site has, else English; a choice made on the site wins.
const known = [...document.querySelectorAll<HTMLLinkElement>('link[hreflang]')].map((link) => link.hreflang);
const wished = [recall('language') ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
const chosen = wished.find((tag) => known.includes(tag)) ?? known[0] ?? 'en';
location.replace(`${chosen}/${location.search}${location.hash}`);
