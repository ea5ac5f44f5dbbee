import { type ReactNode, useEffect, useState } from 'react';

/**
 * True once what is rendered now has been painted, so that less important parts are rendered in a separate task. Then
 * it stays true.
 *
 * @param isOn starts waiting when it becomes true
 * @param frames how many more frames it waits
 */
export function useAfterPaint(isOn: boolean, frames: number): boolean {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    if (!isOn || isDue) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let frame = 0;
    const wait = (left: number) => {
      if (left === 0) timer = setTimeout(() => setDue(true));
      else frame = requestAnimationFrame(() => wait(left - 1));
    };
    wait(frames);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isOn, frames, isDue]);
  return isDue;
}

interface AfterPaintProps {
  /** How many frames it waits after the first paint. */
  frames?: number;
  /** Renders the children at once. */
  isNeeded?: boolean;
  children: ReactNode;
}

/** Renders its children after the first paint, in a separate task, so that more important parts appear first. */
export function AfterPaint({ frames = 2, isNeeded = false, children }: AfterPaintProps) {
  const isDue = useAfterPaint(true, frames);
  return isDue || isNeeded ? children : null;
}
