import { expect } from "chai";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { matchPath } from "react-router";

const EXPLORER = join(import.meta.dirname, "../../web/explorer");
const WEB = join(EXPLORER, "..");

/** Read from the source, because the pages themselves are not script that Node runs. */
const routes = new Map(
  [
    ...readFileSync(join(EXPLORER, "routes.ts"), "utf8").matchAll(
      /"(\/[^"]*)": lazyPage\(\s*"([^"]+)",\s*\(\) => import\("\2"\),?\s*\)/g,
    ),
  ].map(([, path, file]) => [path!, file!]),
);

/** Addresses that the API serves on the same port. */
const SERVED = /^\/(api|documents\/|feeds\/|ocds\/|v1\/|openapi\.json)/;

describe("web: routes", () => {
  it("lead to a page each", () => {
    expect(routes.size).to.be.greaterThan(15);
    for (const [path, file] of routes) {
      const full = join(EXPLORER, file);
      expect(existsSync(full), path).to.equal(true);
      expect(readFileSync(full, "utf8"), path).to.match(/export default function/);
    }
  });

  it("have every page", () => {
    const pages = globSync("pages/**/*.tsx", { cwd: EXPLORER }).filter((file) =>
      readFileSync(join(EXPLORER, file), "utf8").includes("export default"),
    );
    expect([...routes.values()].map((file) => file.replace("./", "")).sort()).to.deep.equal(pages.sort());
  });

  it("are what every link leads to", () => {
    const links = globSync("{ui,explorer}/**/*.tsx", { cwd: WEB }).flatMap((file) =>
      [
        ...readFileSync(join(WEB, file), "utf8").matchAll(/\b(?:to|href)[=:]\s*\{?["'`](\/[^"'`]*)["'`]/g),
      ].map(([, address]) => ({ file, address: address! })),
    );
    expect(links.length).to.be.greaterThan(20);
    for (const { file, address } of links) {
      const path = address.replaceAll(/\$\{[^}]*\}/g, "x").replace(/[?#].*$/, "");
      const leads = SERVED.test(path) || [...routes.keys()].some((route) => matchPath(route, path));
      expect(leads, `${address} in ${file}`).to.equal(true);
    }
  });
});
