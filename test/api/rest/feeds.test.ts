import { expect } from "chai";
import { SaxesParser } from "saxes";
import { stableId, xml } from "../../../api/rest/feeds/atom.ts";
import { get, json } from "./support/get.ts";
import type { Row } from "./support/get.ts";

const ATOM = "http://www.w3.org/2005/Atom";
const CODE = "TH-2568-91001-000001-58";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** @throws Error when it is not well-formed XML with namespaces */
function parse(text: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    expect(uri).to.equal(ATOM);
    const values = Object.fromEntries(Object.values(attributes).map((one) => [one.name, one.value]));
    const element: Element = { name: local, attributes: values, children: [], text: "" };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("text", (part) => (open.at(-1)!.text += part));
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return root.children[0]!;
}

const all = (element: Element, name: string) => element.children.filter((one) => one.name === name);
const only = (element: Element, name: string): Element => {
  const found = all(element, name);
  expect(found, `one ${name}`).to.have.length(1);
  return found[0]!;
};
const link = (element: Element, rel: string) =>
  all(element, "link").find(({ attributes }) => attributes.rel === rel)?.attributes.href;

/** What RFC 4287 asks of a feed and its entries. */
function checked(text: string): Element {
  const feed = parse(text);
  expect(feed.name).to.equal("feed");
  for (const element of [feed, ...all(feed, "entry")]) {
    expect(only(element, "id").text).to.match(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(only(element, "title").text).not.to.equal("");
    expect(only(element, "updated").text).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(link(element, "alternate")).to.match(/^http/);
  }
  expect(only(only(feed, "author"), "name").text).not.to.equal("");
  expect(link(feed, "self")).to.match(/^http/);
  const ids = all(feed, "entry").map((entry) => only(entry, "id").text);
  expect(new Set(ids).size).to.equal(ids.length);
  const times = all(feed, "entry").map((entry) => only(entry, "updated").text);
  expect(times, "newest first").to.deep.equal(times.toSorted().reverse());
  if (times.length > 0) expect(only(feed, "updated").text).to.equal(times[0]);
  return feed;
}

describe("Atom feeds", function () {
  this.timeout(60_000);

  it("tell what happened to a project, in chain time and the reader's language", async () => {
    const { data } = await json<{ data: Row[] }>(`/v1/projects/${CODE}/events?limit=50`);
    for (const language of ["th", "en"] as const) {
      const { headers, text } = await get(`/feeds/projects/${CODE}.atom`, { "Accept-Language": language });
      expect(headers.get("Content-Type")).to.equal("application/atom+xml; charset=utf-8");
      const feed = checked(text);
      expect(feed.attributes["xml:lang"]).to.equal(language);
      expect(all(feed, "entry").map((entry) => only(entry, "title").text)).to.deep.equal(
        data.map((event) => (event.text as Record<string, string>)[language]),
      );
      expect(all(feed, "entry").map((entry) => only(entry, "updated").text)).to.deep.equal(
        data.map((event) => (event.provenance as { timestamp: string }).timestamp),
      );
    }
  });

  it("exist for every project and agency", async () => {
    const { data: projects } = await json("/v1/projects?limit=1000");
    for (const { code } of projects) checked((await get(`/feeds/projects/${String(code)}.atom`)).text);
    const { data: agencies } = await json("/v1/agencies?limit=1000");
    for (const { code } of agencies) checked((await get(`/feeds/agencies/${String(code)}.atom`)).text);
  });

  it("keep their ids, and go on to older entries without gap or repetition", async () => {
    const first = checked((await get(`/feeds/agencies/91001.atom`)).text);
    const again = checked((await get(`/feeds/agencies/91001.atom?lang=th`)).text);
    const ids = (feed: Element) => all(feed, "entry").map((entry) => only(entry, "id").text);
    expect(ids(again)).to.deep.equal(ids(first));
    expect(only(again, "id").text).to.equal(only(first, "id").text);
    const older: string[] = [];
    let next = link(first, "next");
    while (next) {
      const { pathname, search } = new URL(next);
      const feed = checked((await get(pathname + search)).text);
      older.push(...ids(feed));
      next = link(feed, "next");
    }
    const { page } = await json("/v1/events?agency=91001&count=true");
    expect(new Set([...ids(first), ...older]).size).to.equal(page.totalCount);
    expect(ids(first).length + older.length).to.equal(page.totalCount);
  });

  it("are not sent again while nothing new has happened", async () => {
    const first = await get(`/feeds/projects/${CODE}.atom`);
    const second = await get(`/feeds/projects/${CODE}.atom`, { "If-None-Match": first.headers.get("ETag")! });
    expect(second.status).to.equal(304);
    const thai = await get(`/feeds/projects/${CODE}.atom`, {
      "If-None-Match": first.headers.get("ETag")!,
      "Accept-Language": "th",
    });
    expect(thai.status, "another language is another text").to.equal(200);
  });

  it("survive every text", () => {
    const text = `<&>"' ]]> \u0000\u0008\uFFFE ไทย ${"\uD800"}`;
    const feed = parse(`<feed xmlns="${ATOM}"><title>${xml(text)}</title></feed>`);
    expect(only(feed, "title").text).to.equal(`<&>"' ]]>  ไทย \uFFFD`);
    expect(stableId("a", 1)).to.equal(stableId("a", 1)).and.not.equal(stableId("a", 2));
  });

  it("do not exist for what the ledger does not know", async () => {
    expect((await get("/feeds/agencies/12345.atom")).status).to.equal(404);
    expect((await get("/feeds/projects/nonsense.atom")).status).to.equal(400);
  });
});
