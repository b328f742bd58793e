import { expect } from "chai";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildWeb, webFolder } from "../../scripts/build/web.ts";

type Chunk = {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
};

/** Script of the first view, gzipped (web.md, Speed). */
const BUDGET = 200_000;

describe("web: bundle", function () {
  this.timeout(180_000);
  let manifest: Record<string, Chunk>;
  let html: string;
  before(async () => {
    await buildWeb();
    manifest = JSON.parse(readFileSync(join(webFolder(), ".vite/manifest.json"), "utf8")) as typeof manifest;
    html = readFileSync(join(webFolder(), "index.html"), "utf8");
  });

  /** Files that a browser fetches for these chunks, what they import included. */
  function filesOf(keys: string[]): Set<string> {
    const seen = new Set<string>();
    const visit = (key: string) => {
      if (seen.has(key)) return;
      seen.add(key);
      manifest[key]?.imports?.forEach(visit);
    };
    keys.forEach(visit);
    return new Set([...seen].map((key) => manifest[key]!.file));
  }

  const sizeOf = (files: Iterable<string>) =>
    [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(webFolder(), file))).length, 0);

  const views = {
    home: "explorer/pages/home/home.tsx",
    project: "explorer/pages/project/project.tsx",
    "reported data": "explorer/pages/reported/reported.tsx",
    integrity: "explorer/pages/integrity/integrity.tsx",
    services: "explorer/pages/services/services.tsx",
    "a service": "explorer/pages/service/service.tsx",
    "an action": "explorer/pages/action/action.tsx",
    "checking receipts": "explorer/pages/receipt/receipt.tsx",
    "trying to lie": "explorer/pages/catching/catching.tsx",
  };
  for (const [name, page] of Object.entries(views)) {
    for (const language of ["th", "en"]) {
      it(`first view of ${name} (${language}) needs less than 200 kB of script`, function () {
        expect(manifest).to.include.keys(page, "index.html", `i18n/${language}/index.ts`);
        const size = sizeOf(filesOf(["index.html", page, `i18n/${language}/index.ts`]));
        this.test!.title += ` (${(size / 1000).toFixed(1)} kB)`;
        expect(size).to.be.lessThan(BUDGET);
      });
    }
  }

  it("fetches what checks the ledger, draws charts and codes only when it is used", () => {
    const first = filesOf([
      "index.html",
      ...Object.keys(manifest).filter((key) => /pages\/.*\.tsx$/.test(key)),
    ]);
    const late = ["ethers", "plot", "qrcode", "qr"].map((word) =>
      [...first].filter((file) => file.endsWith(".js") && mentions(file, word)),
    );
    expect(late).to.deep.equal([[], [], [], []]);
  });

  const marks: Record<string, RegExp> = {
    ethers: /ethers\/6\./,
    plot: /plot-d6a7b5|observablehq/i,
    qrcode: /qrcode|ERROR_CORRECT|getSymbolSize/i,
    qr: /invertedProjection|I420P10/,
  };
  const mentions = (file: string, word: string) =>
    marks[word]!.test(readFileSync(join(webFolder(), file), "utf8"));

  it("has nothing inline that the content security policy refuses", () => {
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) expect(tag).to.match(/\ssrc="\/[^"]+"/);
    expect(html).not.to.match(/<style\b|\sstyle=|\son[a-z]+=|javascript:/i);
    for (const file of globSync("assets/*.css", { cwd: webFolder() }))
      expect(readFileSync(join(webFolder(), file), "utf8"), file).not.to.match(
        /url\(["']?(data:|https?:|\/\/)/,
      );
  });

  it("asks no other origin for anything", () => {
    const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
    expect(addresses).not.to.be.empty;
    for (const address of addresses) expect(address).to.match(/^\/(?!\/)/);
  });

  it("names every asset by its content, so that it can be kept for ever", () => {
    for (const file of globSync("assets/*", { cwd: webFolder() }))
      expect(file).to.match(/-[\w-]{8}\.(js|css|woff2)$/);
  });
});
