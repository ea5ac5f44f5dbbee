import type { ComponentType } from 'react';
import { useLoaded } from './loaded.ts';

interface LazyPanelProps<Props> {
  /** Loads the file whose default export is the component. */
  file: () => Promise<{ default: ComponentType<Props> }>;
  props: Props;
}

/** A lazily loaded component; renders nothing while loading. */
export function LazyPanel<Props extends object>({ file, props }: LazyPanelProps<Props>) {
  const module = useLoaded(file);
  return module && <module.default {...props} />;
}
