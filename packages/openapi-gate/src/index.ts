/**
 * Rate the changes of an OpenAPI contract, and compare them with the changesets of a repository.
 *
 * @module
 */
export { atLeast, BUMPS, type Bump, highest, raise, stepBetween } from './bump.ts';
export { changelog } from './changelog.ts';
export { missingChangeset, type NewChangeset, writeChangeset } from './changeset.ts';
export {
  type Check,
  type ContractCheck,
  check,
  type MissingBump,
  rateContract,
  versionBefore,
} from './check.ts';
export { describe } from './describe.ts';
export { GateError } from './error.ts';
export { languages, wordsOf } from './languages/index.ts';
export type { Words } from './languages/words.ts';
export { type ContractChange, type RateOptions, type Rating, rate } from './rate/rate.ts';
export type { Subject, SubjectPart } from './rate/subject.ts';
export { FORMATS, type Format, formatCheck, formatRatings } from './report.ts';
export { bumpOf, type Changeset, readChangesets } from './repository/changesets.ts';
export { type BaseFiles, type Change, changeSince } from './repository/git.ts';
export { type Package, readPackages } from './repository/workspace.ts';
export {
  type ContractSettings,
  type RatingSettings,
  readSettings,
  SETTINGS_FILE,
  type Settings,
} from './settings.ts';
export { type Summaries, summariesOf, translatedSummaries } from './summaries.ts';
