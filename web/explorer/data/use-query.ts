import { createContext, useContext, useEffect, useSyncExternalStore } from "react";
import { Cache } from "./cache.ts";
import type { Entry } from "./cache.ts";
import { askAt } from "./request.ts";
import type { TypedQuery } from "./typed-query.ts";

export const CacheContext = createContext(new Cache(askAt("/graphql")));

/** On a server: is told what a page needs, so that it can be fetched before the page is written. */
export const NeedContext = createContext<((query: string, variables: unknown) => void) | null>(null);

/** The answer to a query, with how to ask again. The page is drawn anew when it changes. */
export function useQuery<Result, Variables>(
  query: TypedQuery<Result, Variables>,
  variables: Variables,
): Entry<Result> & { retry: () => void } {
  const cache = useContext(CacheContext);
  const need = useContext(NeedContext);
  const key = Cache.key(query, variables);
  need?.(query, variables);
  const entry = useSyncExternalStore(
    cache.subscribe,
    () => cache.entry<Result>(key),
    () => cache.entry<Result>(key),
  );
  useEffect(() => {
    const [known, values] = JSON.parse(key) as [TypedQuery<Result, Variables>, Variables];
    return cache.read(known, values);
  }, [cache, key]);
  return { ...entry, retry: () => void cache.load(key) };
}
