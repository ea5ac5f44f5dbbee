import { useEffect, useState } from 'react';
import type { Failure } from '../api/failure.ts';
import { Prose } from '../contract/prose.tsx';
import { useWords } from '../contract/words.ts';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';

interface FailureCardProps {
  failure: Failure;
  onRetry(): void;
}

/** The error, its description in the contract, and what the reader can do. */
export function FailureCard({ failure, onRetry }: FailureCardProps) {
  const words = useWords();
  const status = failure.kind === 'status' ? failure : undefined;
  const canRetry = !status || status.status === 429 || status.status >= 500;
  const meaning = status && words?.responses[String(status.status)];
  return (
    <section className="card failure" role="alert" data-failure={status?.status ?? failure.kind}>
      <h2>{titleOf(failure)}</h2>
      {meaning ? <Prose markdown={meaning} /> : !status && <p>{adviceOf(failure)}</p>}
      {status?.message && (
        <p className="failure-message">
          {m.server_said()} <code translate="no">{status.message}</code>
        </p>
      )}
      {status?.resetAt !== undefined && <Countdown until={status.resetAt} />}
      {canRetry && (
        <button type="button" onClick={onRetry}>
          {m.retry()}
        </button>
      )}
    </section>
  );
}

function titleOf(failure: Failure): string {
  switch (failure.kind) {
    case 'network':
      return navigator.onLine ? m.failure_network() : m.failure_offline();
    case 'timeout':
      return m.failure_timeout();
    case 'invalid':
      return m.failure_invalid();
    case 'status':
      return m.failure_status({ status: failure.status });
  }
}

function adviceOf(failure: Failure): string {
  switch (failure.kind) {
    case 'invalid':
      return m.advice_invalid();
    case 'timeout':
      return m.advice_timeout();
    default:
      return m.advice_network();
  }
}

/** Seconds until the rate limit is reset. */
function Countdown({ until }: { until: number }) {
  const { format } = useLocale();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  const time = format.countdown(seconds);
  return (
    <p className="countdown" role="timer">
      {seconds > 0 ? m.reset_in({ time }) : m.reset_now()}
    </p>
  );
}
