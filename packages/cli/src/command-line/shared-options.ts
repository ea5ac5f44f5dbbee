import { instanceVariable } from '../connection/connect.ts';
import { keyVariable } from '../connection/key.ts';
import type { Context } from '../context.ts';
import { languages, parameterOf } from '../contract.ts';
import { type OptionSpec, optionOf } from './option.ts';

/** The options for the server and the key. */
export function connectionOptions({ words, contract }: Context): OptionSpec[] {
  const { options } = words;
  return [
    {
      name: 'instance',
      short: 'i',
      value: options.values.instance,
      description: options.instance(instanceVariable),
      choices: [...contract.instances.keys()],
    },
    { name: 'key-file', value: options.values.file, description: options.keyFile(keyVariable) },
    { name: 'profile', value: options.values.name, description: options.profile },
    { name: 'mock', description: options.mock },
  ];
}

/** The options of every command. */
export function generalOptions({ words }: Context): OptionSpec[] {
  const { options } = words;
  return [
    { name: 'lang', value: languages.join('|'), description: options.lang, choices: languages },
    { name: 'quiet', short: 'q', description: options.quiet },
    { name: 'verbose', short: 'v', description: options.verbose },
  ];
}

/** The options for the series and the period of an export. */
export function seriesOptions({ words, contract }: Context): OptionSpec[] {
  const { options } = words;
  const of = (name: string) => parameterOf(contract, name);
  return [
    { name: 'from', value: options.values.instant, description: options.from },
    { name: 'to', value: options.values.instant, description: options.to },
    { name: 'last', value: options.values.duration, description: options.last },
    optionOf(of('unit')),
    { name: 'time-zone', value: options.values.timeZone, description: options.timeZone, default: 'UTC' },
    optionOf(of('app_id'), { repeatable: true }),
    optionOf(of('segment_id'), { repeatable: true }),
    { name: 'names', value: options.values.file, description: options.names },
  ];
}
