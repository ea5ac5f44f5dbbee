import type { CommandSpec } from '../command-line/command.ts';
import { textOf } from '../command-line/option.ts';
import type { Context } from '../context.ts';
import { note, print } from '../context.ts';
import { CommandError } from '../exit-codes.ts';
import { calendarOf } from '../period/period.ts';
import { configurationFile, type Profile, readConfiguration, writeConfiguration } from './configuration.ts';
import { instanceOf } from './connect.ts';
import { findKey } from './key.ts';
import { readNames } from './names.ts';

/** `session-series profile list`, `set` and `remove`. */
export function profileCommands(context: Context): CommandSpec[] {
  const { words } = context;
  const { options } = words;
  const name = { name: options.values.name, description: words.profiles.name, required: true };
  return [
    {
      name: 'profile list',
      summary: words.profiles.list,
      options: [],
      async run(_values, _args, context) {
        const { profiles } = readConfiguration(context);
        for (const [profile, { instance = '-', keyFile, apiKey, timeZone }] of Object.entries(profiles)) {
          const key = keyFile ?? (apiKey === undefined ? '-' : words.profiles.keyKept);
          await print(context, `${[profile, instance, key, timeZone ?? 'UTC'].join('\t')}\n`);
        }
        return undefined;
      },
    },
    {
      name: 'profile set',
      summary: words.profiles.set,
      arguments: [name],
      options: [
        {
          name: 'instance',
          short: 'i',
          value: options.values.instance,
          description: words.profiles.instance,
        },
        { name: 'key-file', value: options.values.file, description: words.profiles.keyFile },
        { name: 'time-zone', value: options.values.timeZone, description: words.profiles.timeZone },
        { name: 'names', value: options.values.file, description: options.names },
      ],
      async run(values, [profile = 'default'], context) {
        const configuration = readConfiguration(context);
        const changed: Profile = { ...configuration.profiles[profile] };
        const [instance, keyFile, timeZone, names] = ['instance', 'key-file', 'time-zone', 'names'].map(
          (option) => textOf(values, option),
        );
        if (instance !== undefined) changed.instance = instanceOf(instance, {}, context);
        if (keyFile === '-') {
          changed.apiKey = (await findKey(context, '-', {})).key;
          delete changed.keyFile;
        } else if (keyFile !== undefined) {
          await findKey(context, keyFile, {});
          changed.keyFile = keyFile;
          delete changed.apiKey;
        }
        if (timeZone !== undefined) changed.timeZone = calendarOf(timeZone, words).timeZone;
        if (names !== undefined) changed.names = Object.fromEntries(await readNames(names, words));
        configuration.profiles[profile] = changed;
        note(context, words.profiles.saved(profile, await writeConfiguration(context.env, configuration)));
        return undefined;
      },
    },
    {
      name: 'profile remove',
      summary: words.profiles.remove,
      arguments: [name],
      options: [],
      async run(_values, [profile = 'default'], context) {
        const configuration = readConfiguration(context);
        if (!configuration.profiles[profile]) {
          throw new CommandError(
            'configuration',
            words.configuration.unknownProfile(profile, Object.keys(configuration.profiles)),
          );
        }
        delete configuration.profiles[profile];
        await writeConfiguration(context.env, configuration);
        note(context, words.profiles.removed(profile, configurationFile(context.env)));
        return undefined;
      },
    },
  ];
}
