import { join, resolve } from "node:path";
import { build } from "vite";
import { startApi, type ApiFixture } from "../../../support/api.ts";
import type { MirrorFixture } from "../../../support/mirror.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");
const FOLDER = join(ROOT, "cache/web-development");

/** The pages with React as developers have it: it compares every attribute and tells what differs. */
async function buildForDevelopment(): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "development";
  try {
    const options = {
      configFile: join(ROOT, "web/vite.config.ts"),
      mode: "development",
      logLevel: "error",
    } as const;
    await build({ ...options, build: { outDir: FOLDER, minify: false } });
    await build({ ...options, build: { outDir: join(FOLDER, ".server"), minify: false, ssr: true } });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** The API over this mirror with such pages. */
export async function startForDevelopment(mirror: MirrorFixture): Promise<ApiFixture> {
  await buildForDevelopment();
  return startApi({ mirror, env: { NODE_ENV: "development", WEB_FOLDER: FOLDER } });
}
