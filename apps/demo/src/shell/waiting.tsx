import { useProgress } from '../api/progress.ts';
import { m } from '../generated/messages/messages.js';
import { useTongue } from '../i18n/context.ts';

interface WaitingProps {
  isFetching: boolean;
  isStopped: boolean;
  /** Hashes of the queries that tell their progress. */
  ranges: readonly string[];
  onCancel(): void;
  onResume(): void;
}

/** A long range says how far it is; what takes long can be stopped, and what was stopped can go on. */
export function Waiting({ isFetching, isStopped, ranges, onCancel, onResume }: WaitingProps) {
  const { format } = useTongue();
  const progress = useProgress(ranges);
  if (isStopped) {
    return (
      <p className="card notice waiting" role="status">
        <span>{m.stopped()}</span>
        <button type="button" onClick={onResume}>
          {m.go_on()}
        </button>
      </p>
    );
  }
  if (!isFetching) return null;
  const isRange = ranges.length > 0;
  return (
    <div className={isRange ? 'card waiting' : 'card waiting late'}>
      <label htmlFor="progress">{isRange ? m.fetching() : m.fetching_call()}</label>
      <progress id="progress" {...(isRange && { value: progress })} />
      {isRange && <span className="share">{format.share(progress)}</span>}
      <button type="button" onClick={onCancel}>
        {m.cancel()}
      </button>
    </div>
  );
}
