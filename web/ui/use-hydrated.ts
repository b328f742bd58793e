import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False while the page stands as a server drew it and no script listens yet; what needs script waits for it. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
