import { type LanguageJob, renderLanguage, type WrittenPage } from './render-language.ts';
import { asThread } from './thread.ts';

await asThread<LanguageJob, WrittenPage, null>((job, onPage) => {
  renderLanguage(job, onPage);
  return null;
});
