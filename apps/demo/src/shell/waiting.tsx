import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';

interface WaitingProps {
  isFetching: boolean;
  isStopped: boolean;
  /** From 0 to 1; undefined for short requests. */
  progress: number | undefined;
  onCancel(): void;
  onResume(): void;
}

/** Shows the progress of a long series, with buttons to stop and resume it. */
export function Waiting({ isFetching, isStopped, progress, onCancel, onResume }: WaitingProps) {
  const { format } = useLocale();
  if (isStopped) {
    return (
      <p className="card notice waiting" role="status">
        <span>{m.stopped()}</span>
        <button type="button" onClick={onResume}>
          {m.resume()}
        </button>
      </p>
    );
  }
  if (!isFetching) return null;
  const isLong = progress !== undefined;
  return (
    <div className={isLong ? 'card waiting' : 'card waiting late'}>
      <label htmlFor="progress">{isLong ? m.fetching() : m.fetching_call()}</label>
      <progress id="progress" {...(isLong && { value: progress })} />
      {isLong && <span className="share">{format.share(progress)}</span>}
      <button type="button" onClick={onCancel}>
        {m.cancel()}
      </button>
    </div>
  );
}
