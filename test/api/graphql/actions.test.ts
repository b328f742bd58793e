import { id } from "ethers";
import { expect } from "chai";
import { findActionOf, readAction } from "../../../sdk/log/catalogue/index.ts";
import { bundleCid } from "../../../sdk/log/bundle/index.ts";
import { openCheckpoint } from "../../../sdk/log/verify/checkpoint-steps.ts";
import { toHex } from "../../../sdk/hex.ts";
import { sha256 } from "../../../sdk/sha256.ts";
import { agencies } from "../../../scripts/demo/cast.ts";
import { LOGGED } from "../../support/log/demo-log.ts";
import { anchoredHeads, publishedActions } from "../../support/log/published.ts";
import type { AnchoredHead, PublishedAction } from "../../support/log/published.ts";
import { connection, data, refusal } from "../support/asking.ts";
import type { Node } from "../support/asking.ts";
import { runningApi } from "../support/running.ts";

const SIGN_TAX = "th.go.sathit-city.sign-tax";
const PLACE = "serviceName index";

/** The day of an instant in Thailand. */
const dayOf = (ts: string) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Bangkok", dateStyle: "short" }).format(new Date(ts));

describe("actions", function () {
  this.timeout(120_000);
  let published: PublishedAction[];
  let heads: AnchoredHead[];

  before(async () => {
    const { mirror } = await runningApi();
    published = await publishedActions(mirror.demo);
    heads = await anchoredHeads(mirror.demo);
    expect(published.length).to.be.above(100);
  });

  /** Every page of a list, a few entries each. */
  async function all(list: (page: string) => string, fields: string): Promise<Node[]> {
    const found: Node[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo } = await connection(
        list(`first: 60, after: ${JSON.stringify(after)}`),
        fields,
      );
      found.push(...nodes);
      if (!pageInfo.hasNextPage) return found;
      after = pageInfo.endCursor;
    }
  }

  it("are exactly those that were published, each with its bytes, its leaf and its anchor", async () => {
    const found = await all(
      (page) => `actions(orderBy: { field: LOGGED, direction: ASC }, ${page})`,
      `${PLACE} record leaf type agencyCode submitter clientSeq happenedAt subject actorRole actorPseudonym schema data
       anchor { size root bundle } provenance { block txHash logIndex event }`,
    );
    expect(found).to.deep.equal(
      published.map(({ service, index, text, record, leaf, anchor }) => ({
        ...{ serviceName: service, index, record: text, leaf },
        ...{ type: record.type, agencyCode: record.agency, submitter: record.submitter },
        ...{ clientSeq: record.clientSeq, happenedAt: record.ts.replace(".000Z", "Z") },
        ...{ subject: record.subject, schema: record.schema, data: JSON.stringify(record.data) },
        actorRole: "role" in record.actor ? record.actor.role : null,
        actorPseudonym: "pseudonym" in record.actor ? record.actor.pseudonym : null,
        anchor: { size: anchor.size, root: anchor.root, bundle: anchor.bundle },
        provenance: {
          ...{ block: anchor.block, txHash: anchor.txHash, logIndex: anchor.logIndex },
          event: "Anchored",
        },
      })),
    );
  });

  it("come newest first, by the time at which they happened", async () => {
    const found = await all((page) => `actions(${page})`, `${PLACE} happenedAt`);
    const times = found.map(({ happenedAt }) => Date.parse(happenedAt as string));
    expect(times).to.deep.equal(times.toSorted((a, b) => b - a));
    expect(found.length).to.equal(published.length);
  });

  describe("are filtered by", () => {
    const listed = async (filter: string) => {
      const { nodes, totalCount } = await connection(
        `actions(filter: { ${filter} }, orderBy: { field: LOGGED, direction: ASC }, first: 1000)`,
        PLACE,
      );
      expect(totalCount).to.equal(nodes.length);
      return nodes.map(({ serviceName, index }) => `${String(serviceName)} ${String(index)}`);
    };
    const those = (holds: (one: PublishedAction) => boolean) =>
      published.filter(holds).map(({ service, index }) => `${service} ${index}`);

    it("service, type, agency, submitter and subject", async () => {
      const { record } = published.find((one) => one.record.subject !== null)!;
      const type = published.at(-1)!.record.type;
      for (const [filter, holds] of [
        [`service: ["${SIGN_TAX}"]`, (one) => one.service === SIGN_TAX],
        [`service: ${JSON.stringify(Object.keys(LOGGED))}`, () => true],
        [`service: ["${id(SIGN_TAX)}"]`, (one) => one.service === SIGN_TAX],
        [`service: ["${id(SIGN_TAX)}", "th.go.police.chatbot"]`, () => true],
        [`service: []`, () => false],
        [`type: ["${type}"]`, (one) => one.record.type === type],
        [`type: ["${type}", "${record.type}"]`, (one) => [type, record.type].includes(one.record.type)],
        [
          `service: ["${SIGN_TAX}"], type: ["${type}"]`,
          (o) => o.service === SIGN_TAX && o.record.type === type,
        ],
        [`agency: [${record.agency}]`, (one) => one.record.agency === record.agency],
        [`subject: "${record.subject}"`, (one) => one.record.subject === record.subject],
        [`submitter: "main"`, () => true],
        [`submitter: "nobody"`, () => false],
      ] as [string, (one: PublishedAction) => boolean][])
        expect(await listed(filter), filter).to.deep.equal(those(holds));
    });

    it("time, from an instant on and before another", async () => {
      const times = published.map(({ record }) => record.ts).toSorted();
      const [from, to] = [times[Math.floor(times.length / 3)]!, times[Math.floor(times.length / 2)]!];
      expect(await listed(`from: "${from}", to: "${to}"`)).to.deep.equal(
        those(({ record }) => record.ts >= from && record.ts < to),
      );
      const { code } = await refusal(`{ actions(filter: { from: "2026-13-01T00:00:00Z" }) { totalCount } }`);
      expect(code).to.equal("SCALAR_MALFORMED");
    });

    it("whether a later entry replaces them", async () => {
      const replaced = new Set(published.map(({ service, record }) => `${service} ${record.supersedes}`));
      const isReplaced = ({ service, index }: PublishedAction) => replaced.has(`${service} ${index}`);
      expect(await listed("superseded: true")).to.deep.equal(those(isReplaced));
      expect(await listed("superseded: false")).to.deep.equal(those((one) => !isReplaced(one)));
    });
  });

  it("are told as they stood after a block: entries, counts and days", async () => {
    const { block, size } = heads.filter(({ service }) => service === SIGN_TAX)[1]!;
    const { nodes, totalCount } = await connection(
      `actions(filter: { service: ["${SIGN_TAX}"] }, asOfBlock: ${block}, first: 1000)`,
      PLACE,
    );
    expect([nodes.length, totalCount]).to.deep.equal([size, size]);
    const before = published.filter((one) => one.service === SIGN_TAX && one.index < size);
    const days = Object.entries(Object.groupBy(before, ({ record }) => dayOf(record.ts)));
    const { service } = await data<{ service: { activity: Node[]; size: number } }>(
      `{ service(name: "${SIGN_TAX}", asOfBlock: ${block}) { size activity(from: "2026-01-01", to: "2026-12-31") { day count types { type count } } } }`,
    );
    expect(service.size).to.equal(size);
    expect(service.activity).to.deep.equal(
      days
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([day, ofDay]) => {
          const types = Object.entries(Object.groupBy(ofDay!, ({ record }) => record.type));
          return {
            ...{ day, count: ofDay!.length },
            types: types
              .map(([type, some]) => ({ type, count: some!.length }))
              .toSorted((a, b) => (a.type < b.type ? -1 : 1)),
          };
        }),
    );
  });

  it("are read in plain words, with what they refer to", async () => {
    for (const { service, index, record } of published.filter((_, at) => at % 17 === 0)) {
      const { action } = await data<{ action: Node }>(
        `{ action(service: "${service}", index: ${index}) { reading { title { th en } sentence { th en }
           details { name label { th en } value { th en } inSentence } } references { service index cid action { index } } } }`,
      );
      const { title, sentence, details } = readAction(findActionOf(record)!, record.data);
      expect(action.reading).to.deep.equal({ title, sentence, details });
      expect(action.references).to.deep.equal(
        (record.refs ?? []).map((ref) =>
          "cid" in ref
            ? { service: null, index: null, cid: ref.cid, action: null }
            : { service, index: ref.index, cid: null, action: { index: ref.index } },
        ),
      );
    }
  });

  it("are null beyond the end of the log, and in no service that there is not", async () => {
    const { last, none } = await data<Node>(
      `{ last: action(service: "${SIGN_TAX}", index: 9007199254740991) { index } none: action(service: "th.go.none", index: 0) { index } }`,
    );
    expect([last, none]).to.deep.equal([null, null]);
    const { code } = await refusal(`{ action(service: "${SIGN_TAX}", index: -1) { index } }`);
    expect(code).to.be.oneOf(["SCALAR_MALFORMED", "GRAPHQL_VALIDATION_FAILED"]);
  });

  it("have anchors whose bundles were read, each with the signed note over its size and root", async () => {
    const { nodes } = await connection(
      "anchors(first: 100)",
      "service { name } size firstIndex root bundle bundleCid reading readingError checkpoint provenance { block }",
    );
    expect(nodes.length).to.equal(heads.length);
    for (const [at, { service, from, size, root, bundle, block }] of heads.toReversed().entries()) {
      const { checkpoint, ...rest } = nodes[at]!;
      expect(rest).to.deep.equal({
        ...{ service: { name: service }, size, firstIndex: from, root, bundle, bundleCid: bundleCid(bundle) },
        ...{ reading: "complete", readingError: null, provenance: { block } },
      });
      const signed = openCheckpoint(checkpoint as string).checkpoint;
      expect([signed.size, toHex(signed.root)]).to.deep.equal([size, root]);
    }
    const { url } = await runningApi();
    const list = await fetch(`${url}/documents/${String(nodes[0]!["bundleCid"])}`);
    expect(toHex(sha256(new Uint8Array(await list.arrayBuffer())))).to.equal(nodes[0]!["bundle"]);
    const { services } = await data<{ services: { nodes: Node[] } }>(
      "{ services { nodes { unread { size } } } }",
    );
    expect(services.nodes.every(({ unread }) => (unread as Node[]).length === 0)).to.equal(true);
    expect(await data("{ actions { unreadCount } }")).to.deep.equal({ actions: { unreadCount: 0 } });
  });

  it("have witnesses, each up to the size that it confirmed", async () => {
    const { nodes } = await connection("witnesses(first: 10)", "service { name } agency { code } size root");
    expect(nodes.map(({ service, agency, size }) => ({ service, agency, size }))).to.deep.equal(
      Object.keys(LOGGED)
        .toSorted()
        .map((name) => ({
          service: { name },
          agency: { code: agencies.audit.code },
          size: heads.filter((one) => one.service === name)[1]!.size,
        })),
    );
  });

  it("have no promises where no intake is, and none that was broken", async () => {
    for (const state of ["OPEN", "OVERDUE", "KEPT", "LATE", "BROKEN"]) {
      const { service } = await data<{ service: Node }>(
        `{ service(name: "${SIGN_TAX}") { promises(state: ${state}) { totalCount nodes { state onChain } } } }`,
      );
      expect(service.promises).to.deep.equal({ totalCount: 0, nodes: [] });
    }
  });
});
