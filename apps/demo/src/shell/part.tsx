import type { ComponentType } from 'react';
import { useLoaded } from './loaded.ts';

interface PartProps<Props> {
  /** Loads the file whose default export is the component. */
  file: () => Promise<{ default: ComponentType<Props> }>;
  props: Props;
}

/** A component that is not part of the first view: nothing stands in its place until its file is here. */
export function Part<Props extends object>({ file, props }: PartProps<Props>) {
  const module = useLoaded(file);
  return module && <module.default {...props} />;
}
