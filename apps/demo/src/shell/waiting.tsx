import { useProgress } from '../api/progress.ts';
import { m } from '../generated/messages/messages.js';
import { useTongue } from '../i18n/context.ts';

interface WaitingProps {
  isFetching: boolean;
  isStopped: boolean;
  onCancel(): void;
  onResume(): void;
}

/** A long range says how far it is and can be stopped; what was stopped can go on. */
export function Waiting({ isFetching, isStopped, onCancel, onResume }: WaitingProps) {
  const { format } = useTongue();
  const progress = useProgress();
  if (isStopped) {
    return (
      <p className="card notice" role="status">
        {m.stopped()}{' '}
        <button type="button" onClick={onResume}>
          {m.go_on()}
        </button>
      </p>
    );
  }
  if (!isFetching || progress === undefined) return null;
  return (
    <div className="card waiting">
      <label htmlFor="progress">{m.fetching()}</label>
      <progress id="progress" value={progress} />
      <span>{format.integer(progress * 100)} %</span>
      <button type="button" onClick={onCancel}>
        {m.cancel()}
      </button>
    </div>
  );
}
