/** What Vite writes about each source: see its `build.manifest`. */
export type Manifest = Readonly<
  Record<string, { readonly file: string; readonly imports?: readonly string[] } | undefined>
>;

/** Sources of these and all that they import, directly or not. */
function reach(manifest: Manifest, sources: readonly string[], seen = new Set<string>()): Set<string> {
  for (const source of sources) {
    if (seen.has(source)) continue;
    seen.add(source);
    reach(manifest, manifest[source]?.imports ?? [], seen);
  }
  return seen;
}

/** Files that a browser will fetch for these sources, besides those that every page names. */
export function filesFor(manifest: Manifest, sources: readonly string[]): string[] {
  const common = reach(manifest, ["index.html"]);
  return [...reach(manifest, sources)]
    .filter((source) => !common.has(source))
    .flatMap((source) => manifest[source]?.file ?? []);
}
