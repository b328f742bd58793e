import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { waitForLock } from "./wait-for-lock.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** `pages` is what the API serves; `gallery` shows every component and is only looked at and tested. */
export type WebTarget = "pages" | "gallery";

const outputs: Record<WebTarget, string> = {
  pages: join(root, "web/dist"),
  gallery: join(root, "cache/web-gallery"),
};

/** Everything that the bundle follows from. */
function fingerprint(target: WebTarget): string {
  const hash = createHash("sha256").update(target);
  const files = globSync(["web/**/*", "sdk/**/*.ts", "package-lock.json"], {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => entry.parentPath === join(root, "web") && entry.name === "dist",
  });
  const paths = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort())
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(readFileSync(path))
      .update("\0");
  return hash.digest("hex");
}

const stampOf = (target: WebTarget) => join(root, `cache/web-${target}.stamp`);

/** Whether it was ever built to its end, of whatever sources. */
export const isBuilt = (target: WebTarget): boolean =>
  existsSync(outputs[target]) && existsSync(stampOf(target));

const isFresh = (target: WebTarget, wanted: string): boolean =>
  isBuilt(target) && readFileSync(stampOf(target), "utf8") === wanted;

/** Folder that holds the built files. */
export function webFolder(target: WebTarget = "pages"): string {
  return outputs[target];
}

/**
 * Bundles the public pages into web/dist, with the half that makes them on a server in web/dist/.server (or the component gallery into the cache). Does nothing when neither sources
 * nor dependencies have changed since the last time. The contracts must have been built before: the browser's check
 * of the ledger needs their ABIs.
 *
 * @returns whether anything was built
 */
export async function buildWeb(target: WebTarget = "pages"): Promise<boolean> {
  if (isFresh(target, fingerprint(target))) return false;
  mkdirSync(join(root, "cache"), { recursive: true });
  const lock = await waitForLock(join(root, `cache/build-web-${target}.lock`));
  try {
    const wanted = fingerprint(target);
    if (isFresh(target, wanted)) return false;
    const { build } = await import("vite");
    const options = {
      configFile: join(root, "web/vite.config.ts"),
      mode: target === "gallery" ? "gallery" : "production",
      logLevel: "warn",
    } as const;
    await build(options);
    // Last, because the API takes its appearance for the sign that a new build is whole.
    if (target === "pages") await build({ ...options, build: { ssr: true } });
    writeFileSync(stampOf(target), wanted);
    return true;
  } finally {
    lock.release();
  }
}

if (import.meta.main) {
  const target = process.argv[2] === "gallery" ? "gallery" : "pages";
  console.log((await buildWeb(target)) ? `built ${target}` : `${target} is up to date`);
}
