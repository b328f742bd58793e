import { expect } from "chai";
import { readState, STATE_ID, writeState } from "../../web/explorer/data/page-state.ts";
import { canonicalAddresses, rightPath } from "../../web/server/address.ts";
import { Template } from "../../web/server/document.ts";
import { fill } from "../../web/server/fill.ts";
import { escapeHtml } from "../../web/server/html.ts";

const EVIL = `</script><script>alert(1)</script><!-- \u2028\u2029 & ' " $& $1 \\u003c \u0000`;

describe("web: data in a page", () => {
  it("come back as they were, and end no element on the way", () => {
    const state = { origin: "http://x", answers: { [EVIL]: { title: EVIL } }, problems: {} };
    const written = writeState(state);
    expect(written).not.to.match(/[<>&\u2028\u2029]/);
    const element = { textContent: written };
    const page = { getElementById: (id: string) => (id === STATE_ID ? element : null) };
    expect(readState(page as unknown as Document)).to.deep.equal(state);
    expect(readState({ getElementById: () => null } as unknown as Document)).to.equal(undefined);
  });

  it("stand in the head as text", () => {
    expect(escapeHtml(`<a href="x">'&'</a>`)).to.equal(
      "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;",
    );
  });
});

describe("web: the document of a page", () => {
  const built = `<html lang="th"><head><title>x</title><!--head--></head><body><!--page--><!--state--></body></html>`;
  const addresses = { canonical: "http://x/?a=1&b=2", th: "http://x/", en: "http://x/en" };
  const head = {
    language: "en",
    title: EVIL,
    description: EVIL,
    addresses,
    scripts: ["assets/a.js"],
  } as const;

  it("has everything in its place, as text", () => {
    const html = new Template(built).fill(head, "<main>$&</main>", { origin: "", answers: {}, problems: {} });
    expect(html.match(/<script/g)).to.have.lengthOf(1);
    expect(html)
      .to.include(`<html lang="en">`)
      .and.include(`<title>${escapeHtml(EVIL)}</title>`);
    expect(html).to.include(`<body><main>$&</main><script type="application/json" id="${STATE_ID}">{`);
    expect(html).to.include(`<link rel="canonical" href="http://x/?a=1&amp;b=2" />`);
    expect(html).to.include(`<link rel="modulepreload" crossorigin href="/assets/a.js" />`);
  });

  it("refuses a template that lacks a place", () => {
    expect(() => new Template(built.replace("<!--page-->", ""))).to.throw("<!--page-->");
  });
});

describe("web: what a page needs before it is drawn", () => {
  const ask = async (query: string) =>
    query === "bad"
      ? { errors: [{ message: "no", extensions: { code: "CURSOR_MALFORMED" } }] }
      : { data: { found: query } };

  it("is asked in rounds, each question once", async () => {
    const asked: string[] = [];
    let drawn = 0;
    const { html, known, codes } = await fill(
      async (cache, need) => {
        drawn++;
        need("first", {});
        const first = cache.entry<{ found: string }>('["first",{}]').data;
        if (first) {
          need("second", { of: first.found });
          need("bad", {});
        }
        return `${drawn}`;
      },
      async (query) => {
        asked.push(query);
        return ask(query);
      },
    );
    expect(asked).to.deep.equal(["first", "second", "bad"]);
    expect(html).to.equal("3");
    expect(known.answers).to.deep.equal({
      '["first",{}]': { found: "first" },
      '["second",{"of":"first"}]': { found: "second" },
    });
    expect(known.problems).to.deep.equal({
      '["bad",{}]': { message: "no", extensions: { code: "CURSOR_MALFORMED" } },
    });
    expect(codes).to.deep.equal(["CURSOR_MALFORMED"]);
  });

  it("is given up when it never ends, and when nobody answers", async () => {
    let n = 0;
    const endless = fill(async (_, need) => {
      need(`question ${n++}`, {});
      return "";
    }, ask);
    expect(await endless.catch((error: Error) => error.message)).to.include("after 6 rounds");
    const silent = fill(
      async (_, need) => {
        need("q", {});
        return "";
      },
      async () => ({}),
    );
    expect(await silent.catch((error: Error & { code?: string }) => error.code)).to.equal("ANSWER_MALFORMED");
  });
});

describe("web: addresses", () => {
  it("that are right stay as they were written", () => {
    for (const path of [
      "/",
      "/en",
      "/p/TH-2568-91001-000001-58",
      "/reported/egp:1",
      "/reported/egp%3A1",
      "/flags/a%20b",
    ])
      expect(rightPath(path)).to.equal(path);
  });

  it("never lead to another site", () => {
    for (const path of [
      "//evil.example",
      "/\\evil.example/",
      "///evil.example/p",
      "/%09/evil.example/",
      "/%2f%2fevil.example/",
    ])
      expect(rightPath(path), path).to.match(/^\/(?![/\\])/);
  });

  it("of searches are no place of their own; of lists they keep what makes another list", () => {
    expect(canonicalAddresses("http://x", "/search", "?q=a")).to.equal(null);
    expect(canonicalAddresses("http://x", "/en/verify", "?code=1")).to.equal(null);
    const of = (path: string, search: string) => canonicalAddresses("http://x", path, search)?.canonical;
    expect(of("/en/reported", "?utm=1&order=date:asc&year=2568&q=")).to.equal(
      "http://x/en/reported?year=2568",
    );
    expect(of("/agency/1", "?after=abc&x=y")).to.equal("http://x/agency/1?after=abc");
    expect(of("/p/1", "?after=abc")).to.equal("http://x/p/1");
    expect(of("/search", "")).to.equal("http://x/search");
  });
});
