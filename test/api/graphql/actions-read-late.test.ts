import { expect } from "chai";
import pg from "pg";
import { globSync, renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { verifyMirror } from "../../../indexer/verify/index.ts";
import { toHex } from "../../../sdk/hex.ts";
import { bundleCid } from "../../../sdk/log/bundle/index.ts";
import { payloadErased } from "../../../sdk/log/common/index.ts";
import { schemaCid } from "../../../sdk/log/catalogue/index.ts";
import { sha256 } from "../../../sdk/sha256.ts";
import { startApi, type ApiFixture } from "../../support/api.ts";
import { Stream } from "../support/sse.ts";
import { FurtherEntries } from "../../support/log/further-entries.ts";
import type { Anchoring } from "../../support/log/further-entries.ts";

const SERVICE = "th.go.sathit-city.sign-tax";

describe("actions that are corrected, erased, not to be had, or not what was anchored", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  let log: FurtherEntries;

  before(async () => {
    api = await startApi();
    log = await FurtherEntries.of(api.mirror.demo, SERVICE);
  });
  after(() => api.stop());

  async function ask<Data>(query: string): Promise<Data> {
    const { data, errors } = await api.ask<Data>(query);
    if (errors || !data) throw new Error(`${query}: ${JSON.stringify(errors)}`);
    return data;
  }

  async function codeOf(query: string): Promise<string | undefined> {
    const { errors } = await api.ask(query);
    return errors?.[0]?.extensions?.code;
  }

  const anchorOf = async ({ size }: Anchoring) => {
    const { anchors } = await ask<{ anchors: { nodes: Record<string, unknown>[] } }>(
      `{ anchors(service: ["${SERVICE}"]) { nodes { size reading readingError } } }`,
    );
    return anchors.nodes.find((one) => one.size === size);
  };

  const unread = async () => {
    const { actions, service } = await ask<{
      actions: { unreadCount: number };
      service: { unread: { firstIndex: number; reading: string }[] };
    }>(
      `{ actions(filter: { service: ["${SERVICE}"] }) { unreadCount } service(name: "${SERVICE}") { unread { firstIndex reading } } }`,
    );
    return { count: actions.unreadCount, anchors: service.unread };
  };

  /** Anchors what was added while what was published of it cannot be had. */
  async function anchorHidden(): Promise<{ anchored: Anchoring; giveBack: () => void }> {
    const { directory } = api.mirror.demo;
    const hidden = join(directory, "hidden");
    let block = "";
    const anchored = await log.anchor((bundle) => {
      const folder = join(directory, "documents");
      [block = ""] = globSync(`blocks/**/*${bundleCid(bundle)}*`, { cwd: folder }).map((file) =>
        join(folder, file),
      );
      renameSync(block, hidden);
      return bundle;
    });
    return { anchored, giveBack: () => renameSync(hidden, block) };
  }

  it("tell what replaced them, and that their private payload was erased", async () => {
    const commit = toHex(sha256(new TextEncoder().encode("pl1 payload of a test")));
    const wrong = log.add({ payload: { commit, alg: "pl1", ref: "case/17" } });
    const right = log.add({ supersedes: wrong });
    const erasure = log.add({
      type: payloadErased.type,
      schema: schemaCid(payloadErased),
      data: { index: wrong, reason: "subjectRequest" },
    });
    const { block } = await log.anchor();
    await api.mirror.reaches(block);
    expect(
      await ask(`{ wrong: action(service: "${SERVICE}", index: ${wrong}) { supersededBy { index }
          payload { commit ref erasedBy { index reading { sentence { en } } } } }
        right: action(service: "${SERVICE}", index: ${right}) { supersedesIndex supersedes { index } supersededBy { index } payload { ref } }
        before: action(service: "${SERVICE}", index: ${wrong}, asOfBlock: ${block - 1}) { index }
        gone: actions(filter: { superseded: true }) { totalCount nodes { index } }
        notYet: actions(filter: { superseded: true }, asOfBlock: ${block - 1}) { totalCount nodes { index } }
        standing: actions(filter: { service: ["${SERVICE}"], superseded: false }, first: 3) { totalCount } }`),
    ).to.deep.equal({
      wrong: {
        supersededBy: { index: right },
        payload: {
          ...{ commit, ref: "case/17" },
          erasedBy: {
            index: erasure,
            reading: {
              sentence: {
                en: `The agency erased the private content of entry ${wrong} together with its key, because the person concerned asked for it; the entry itself remains`,
              },
            },
          },
        },
      },
      right: { supersedesIndex: wrong, supersedes: { index: wrong }, supersededBy: null, payload: null },
      before: null,
      gone: { totalCount: 1, nodes: [{ index: wrong }] },
      notYet: { totalCount: 0, nodes: [] },
      standing: { totalCount: log.size - 1 },
    });
  });

  it("are told to be unread while what was published cannot be had, and are there once it can", async () => {
    const first = log.add({});
    log.add({});
    const { anchored, giveBack } = await anchorHidden();
    await api.mirror.reaches(anchored.block);
    expect(await anchorOf(anchored)).to.deep.equal({
      ...{ size: anchored.size, reading: "unavailable", readingError: "DOCUMENT_UNAVAILABLE" },
    });
    expect(await unread()).to.deep.equal({
      count: 2,
      anchors: [{ firstIndex: first, reading: "unavailable" }],
    });
    expect(await codeOf(`{ action(service: "${SERVICE}", index: ${first}) { index } }`)).to.equal(
      "ACTION_UNREAD",
    );
    const refused = await fetch(`${api.url}/v1/services/${SERVICE}/log.ndjson`);
    expect(refused.status).to.equal(503);
    expect(await refused.json()).to.deep.include({
      code: "ACTION_UNREAD",
      details: { service: SERVICE, index: first },
    });

    giveBack();
    while ((await anchorOf(anchored))?.reading !== "complete") await sleep(200);
    expect(await unread()).to.deep.equal({ count: 0, anchors: [] });
    expect(await ask(`{ action(service: "${SERVICE}", index: ${first}) { index } }`)).to.deep.equal({
      action: { index: first },
    });
  });

  it("are followed in the log's order: what cannot be had is waited for, also when the connection broke", async () => {
    const first = log.size;
    const seen: number[] = [];
    const follow = (after: number) =>
      new Stream<{ actions: { index: number; record: string } }>(
        api.url,
        `subscription ($after: Index) { actions(service: "${SERVICE}", after: $after) { index record } }`,
        { after },
      );
    const ahead = follow(first - 3);
    const following = (async () => {
      for await (const { actions } of ahead) seen.push(actions.index);
    })();
    log.add({});
    const { giveBack } = await anchorHidden();
    log.add({});
    log.add({});
    const { block } = await log.anchor();
    await api.mirror.reaches(block);
    await ask(`{ action(service: "${SERVICE}", index: ${first + 2}) { index } }`);
    expect(seen).to.deep.equal([first - 2, first - 1]);
    ahead.drop();
    await following;

    const again = follow(seen.at(-1)!);
    giveBack();
    for await (const { actions } of again) {
      seen.push(actions.index);
      if (seen.length === 5) break;
    }
    expect(seen).to.deep.equal([first - 2, first - 1, first, first + 1, first + 2]);
  });

  it("are told to contradict when they are no records, or the anchor names something else; others are read", async () => {
    const none = log.addBytes(new TextEncoder().encode('{"not":"a record"}'));
    const noRecord = await log.anchor();
    const unnamed = log.add({});
    const elsewhere = await log.anchor(() => toHex(sha256(new TextEncoder().encode("{}"))));
    const after = log.add({});
    const { cid } = await api.mirror.demo.documents.put(new TextEncoder().encode("{}"));
    expect(cid).to.equal(bundleCid(elsewhere.bundle));
    const { block } = await log.anchor();
    await api.mirror.reaches(block);
    while ((await anchorOf(elsewhere))?.reading === "unavailable") await sleep(200);
    expect([await anchorOf(noRecord), await anchorOf(elsewhere)]).to.deep.equal([
      { size: noRecord.size, reading: "contradicted", readingError: "INDEX_LOG_ENTRY" },
      { size: elsewhere.size, reading: "contradicted", readingError: "LOG_FILE_MALFORMED" },
    ]);
    expect((await unread()).count).to.equal(2);
    for (const index of [none, unnamed])
      expect(await codeOf(`{ action(service: "${SERVICE}", index: ${index}) { index } }`)).to.equal(
        "ACTION_CONTRADICTED",
      );
    expect(await ask(`{ action(service: "${SERVICE}", index: ${after}) { index } }`)).to.deep.equal({
      action: { index: after },
    });
  });

  it("are verified against chain and documents, what cannot be shown included", async () => {
    const { mirror } = api;
    const { matches, tables } = await verifyMirror({
      rpcUrl: mirror.demo.chain.rpcUrl,
      databaseUrl: mirror.database.url,
      deployment: mirror.demo.deployment,
      documents: mirror.demo.documents,
      signal: AbortSignal.timeout(100_000),
    });
    expect(tables.flatMap(({ differences }) => differences)).to.deep.equal([]);
    expect(matches).to.equal(true);
  });

  it("are told to be lost when the mirror has them no more, and there is no file of such a log", async () => {
    const pool = new pg.Pool({ connectionString: api.mirror.database.url });
    const taken =
      "DELETE FROM mirror.action WHERE action_id = (SELECT min(a.action_id) FROM mirror.action a " +
      "JOIN mirror.service s ON s.number = a.service WHERE s.name = $1 AND a.index = $2) RETURNING *";
    const whole = "th.go.police.chatbot";
    try {
      const { rows } = await pool.query(taken, [whole, 3]);
      expect(rows).to.have.lengthOf(1);
      await api.restart();
      expect(await codeOf(`{ action(service: "${whole}", index: 3) { index } }`)).to.equal("ACTION_LOST");
      expect(await codeOf(`{ action(service: "${whole}", index: 1000000) { index } }`)).to.equal(undefined);
      const list = (direction: string, more: string) =>
        codeOf(
          `{ actions(filter: { service: "${whole}" }, orderBy: { field: LOGGED, direction: ${direction} }, ${more}) { nodes { index } } }`,
        );
      expect(await list("ASC", "first: 50")).to.equal("ACTION_LOST");
      expect(await list("ASC", "first: 3")).to.equal("ACTION_LOST");
      expect(await list("ASC", "first: 2")).to.equal(undefined);
      expect(await list("DESC", "first: 1000")).to.equal("ACTION_LOST");
      expect(await list("DESC", "first: 1")).to.equal(undefined);
      const {
        actions: { pageInfo, nodes },
      } = await ask<{ actions: { pageInfo: { endCursor: string }; nodes: { index: number }[] } }>(
        `{ actions(filter: { service: "${whole}" }, orderBy: { field: LOGGED, direction: ASC }, first: 2) {
          pageInfo { endCursor } nodes { index } } }`,
      );
      expect(nodes.map(({ index }) => index)).to.deep.equal([0, 1]);
      expect(await list("ASC", `first: 5, after: "${pageInfo.endCursor}"`)).to.equal("ACTION_LOST");
      // Neighbours in another order or by a filter say nothing of what is missing.
      expect(
        await codeOf(`{ actions(filter: { service: "${whole}", submitter: "x" }) { nodes { index } } }`),
      ).to.equal(undefined);
      const file = await fetch(`${api.url}/v1/services/${whole}/log.ndjson`);
      expect(file.status).to.equal(502);
      expect(await file.json()).to.deep.include({ code: "ACTION_LOST" });
    } finally {
      await pool.end();
    }
  });
});
