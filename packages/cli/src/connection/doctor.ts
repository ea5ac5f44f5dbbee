import { AuthenticationError, PermissionDeniedError, SessionSeriesError } from '@session-series/client';
import type { CommandSpec } from '../command-line/command.ts';
import type { Values } from '../command-line/option.ts';
import { connectionOptions } from '../command-line/shared-options.ts';
import { type Context, print } from '../context.ts';
import { parameterOf } from '../contract.ts';
import { CommandError, type ExitReason, exitCodes } from '../exit-codes.ts';
import { ClockCheck, tolerance } from '../export/clock.ts';
import { connectionOf } from '../get/get.ts';
import { connect, instanceOf, readProfile } from './connect.ts';
import { describeError } from './describe-error.ts';
import { findKey } from './key.ts';

interface Finding {
  subject: 'key' | 'instance' | 'network' | 'permission' | 'rateLimit' | 'clock';
  good: boolean;
  text: string;
  /** The exit code if this is the first failed check. */
  reason?: ExitReason;
}

/** `session-series doctor`: checks key, instance, network, permission and clock with one request. */
export function doctorCommand(context: Context): CommandSpec {
  return {
    name: 'doctor',
    summary: context.words.commands.doctor,
    options: connectionOptions(context),
    async run(values, _, context) {
      const findings = [...(await checkSettings(values, context)), ...(await checkRequest(values, context))];
      const { subjects } = context.words.doctor;
      const width = Math.max(...Object.values(subjects).map(({ length }) => length));
      for (const { subject, good, text } of findings) {
        await print(context, `${good ? '✓' : '✗'} ${subjects[subject].padEnd(width)}  ${text}\n`);
      }
      const first = findings.find(({ good }) => !good);
      return exitCodes[first?.reason ?? 'ok'];
    },
  };
}

/** The checks that need no request. */
async function checkSettings(values: Values, context: Context): Promise<Finding[]> {
  const { words } = context;
  if (values['mock'] === true) return [];
  const options = connectionOf(values);
  const profile = readProfile(options.profile, context);
  const attempt = async (
    subject: Finding['subject'],
    check: () => Promise<string> | string,
  ): Promise<Finding> => {
    try {
      return { subject, good: true, text: await check() };
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      return { subject, good: false, text: error.message, reason: error.reason };
    }
  };
  return [
    await attempt('instance', () => {
      const instance = instanceOf(options.instance, profile, context);
      return words.doctor.instance(instance, context.contract.instances.get(instance)?.url);
    }),
    // Standard input can only be read once, by the request.
    ...(options.keyFile === '-'
      ? []
      : [
          await attempt('key', async () => {
            const { source } = await findKey(context, options.keyFile, profile);
            return words.doctor.keyFound(source);
          }),
        ]),
  ];
}

/** The checks that need a request. */
async function checkRequest(values: Values, context: Context): Promise<Finding[]> {
  const { words, contract } = context;
  const clock = new ClockCheck(context.now);
  const findings: Finding[] = [];
  try {
    await using connection = await connect(connectionOf(values), context, {
      maxRetries: 0,
      fetch: clock.fetch,
    });
    const length = parameterOf(contract, 'length').schema.minimum ?? 1;
    const { rateLimit } = await connection.client
      .getSessionsDataSeries({ length }, { signal: context.signal })
      .withResponse();
    findings.push({ subject: 'network', good: true, text: words.doctor.reached });
    findings.push({ subject: 'permission', good: true, text: words.doctor.permitted });
    if (rateLimit) {
      findings.push({
        subject: 'rateLimit',
        good: true,
        text: words.doctor.rateLimit(rateLimit.remaining, rateLimit.limit),
      });
    }
  } catch (error) {
    // Invalid settings have already been reported.
    if (error instanceof CommandError) return [];
    if (!(error instanceof SessionSeriesError)) throw error;
    const described = describeError(error, context);
    const subject =
      error instanceof AuthenticationError
        ? 'key'
        : error instanceof PermissionDeniedError
          ? 'permission'
          : 'network';
    if (subject !== 'network') findings.push({ subject: 'network', good: true, text: words.doctor.reached });
    if (described instanceof CommandError) {
      findings.push({ subject, good: false, text: described.message, reason: described.reason });
    }
  }
  if (clock.ahead !== undefined) {
    const good = Math.abs(clock.ahead) <= tolerance;
    findings.push({
      subject: 'clock',
      good,
      text: good ? words.doctor.clockGood : words.clock.wrong(clock.ahead),
      reason: 'configuration',
    });
  }
  return findings;
}
