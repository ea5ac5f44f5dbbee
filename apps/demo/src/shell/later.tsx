import { type ReactNode, useEffect, useState } from 'react';

interface LaterProps {
  /** How many frames it waits after the first paint. */
  frames?: number;
  /** Renders the children at once. */
  isNeeded?: boolean;
  children: ReactNode;
}

/** Renders its children after the first paint, in a separate task, so that more important parts appear first. */
export function Later({ frames = 2, isNeeded = false, children }: LaterProps) {
  const [isDue, setDue] = useState(isNeeded);
  useEffect(() => {
    if (isDue) return undefined;
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
  }, [frames, isDue]);
  return isDue || isNeeded ? children : null;
}
