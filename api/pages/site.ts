import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { GraphqlAnswer } from "../server/graphql.ts";

/** What the built pages offer: web/server/site.ts, which the API loads but does not import. */
export interface Site {
  /** Paths of pages that are always there, without a language. */
  readonly places: readonly string[];
  rightPath(path: string): string;
  page(request: {
    readonly path: string;
    readonly search: string;
    readonly origin: string;
    readonly ask: (query: string, variables: unknown) => Promise<GraphqlAnswer>;
  }): Promise<{ readonly html: string; readonly missing: boolean; readonly codes: readonly string[] }>;
}

type Manifest = Readonly<Record<string, { readonly file: string }>>;

/** What Vite wrote about the half that runs here, and about the browser's. */
const MANIFEST_HERE = ".server/.vite/manifest.json";
const MANIFEST_THERE = ".vite/manifest.json";

interface Built {
  readonly Site: { open(template: string, manifest: unknown): Promise<Site> };
}

export interface OpenSite {
  readonly site: Site;
  /** Another one after each build: scripts of earlier ones are gone. */
  readonly version: string;
  /** Addresses of the style sheets. */
  readonly styles: readonly string[];
}

/** The built pages of a folder; opened again when they were built anew. */
export class SiteFolder {
  readonly #folder: string;
  #open: Promise<OpenSite> | undefined;
  #version = "";

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Undefined when nothing was built. While a build is under way, the site before it goes on. */
  async current(): Promise<OpenSite | undefined> {
    const built = statSync(join(this.#folder, MANIFEST_HERE), { throwIfNoEntry: false })?.mtimeMs;
    if (built === undefined || this.#version === String(built)) return this.#open;
    const before = this.#open;
    this.#version = String(built);
    return await (this.#open = this.#load(this.#version).catch((error: unknown) => {
      this.#version = "";
      if (before) return before;
      this.#open = undefined;
      throw error;
    }));
  }

  async #load(version: string): Promise<OpenSite> {
    const read = (file: string) => readFileSync(join(this.#folder, file), "utf8");
    const here = JSON.parse(read(MANIFEST_HERE)) as Manifest;
    // Named by its content: the other files of a build import it by that name.
    const entry = join(this.#folder, ".server", here["server/site.ts"]!.file);
    const { Site } = (await import(pathToFileURL(entry).href)) as Built;
    const template = read("index.html");
    const styles = [...template.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"/g)].map(
      ([, file]) => file!,
    );
    return { site: await Site.open(template, JSON.parse(read(MANIFEST_THERE))), version, styles };
  }
}
