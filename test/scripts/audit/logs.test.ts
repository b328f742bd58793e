import { expect } from "chai";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Payloads } from "../../../scripts/audit/logs/payloads.ts";
import { Ranges } from "../../../scripts/audit/logs/ranges.ts";
import { Part } from "../../../scripts/audit/part.ts";
import { toHex } from "../../../sdk/hex.ts";
import { signCheckpoint } from "../../../sdk/log/checkpoint/index.ts";
import { bundleCid, parseManifest, publishBundle } from "../../../sdk/log/bundle/index.ts";
import { signRoot } from "../../../sdk/log/cose/index.ts";
import { newSalt, payloadCommit } from "../../../sdk/log/payload/index.ts";
import { signPromises } from "../../../sdk/log/promise/signed.ts";
import { leafHash } from "../../../sdk/merkle/hash.ts";
import { readConsistency, readRoot } from "../../../sdk/log/tree/index.ts";
import type { TileReader } from "../../../sdk/log/tree/index.ts";
import { sourceOf } from "../../sdk/log/bundle/support.ts";
import { serviceId } from "../../support/log/acknowledged.ts";
import { anchorsOf } from "../../support/log/anchors.ts";
import { SERVICES, recordOf, records, startLogWorld, type LogWorld } from "../../support/log/world.ts";
import { auditOf, findingsOf, partOf, runningDemo } from "./support.ts";

describe("an audit of action logs", function () {
  this.timeout(120_000);

  it("finds nothing in logs that are in order, and counts what it rebuilt", async () => {
    const demo = await runningDemo();
    const report = await auditOf(demo, { only: "log", deployment: demo.deployment });
    expect(findingsOf(report)).to.deep.equal([]);
    expect(report.verdict).to.equal("sound");
    const { checked } = partOf(report, "logs");
    expect(checked).to.include({ services: 2, anchors: 6, checkpoints: 6, "trees rebuilt": 6 });
    expect(checked["entries"]).to.be.above(50);
    expect(report.parts.map(({ part }) => part)).to.not.include("imports");
  });

  describe("whose operator lies", () => {
    let world: LogWorld;
    before(async () => void (world = await startLogWorld()));
    after(() => world?.stop());

    const [SERVICE, OTHER, THIRD] = SERVICES;
    const audited = () => auditOf(world, { only: "log" });
    const about = async (name: string) =>
      findingsOf(await audited()).filter(({ entity }) => entity.includes(name));

    /** Anchors the honest tree of `entries`, published as `published` says. */
    async function anchor(
      name: string,
      entries: readonly Uint8Array[],
      {
        published,
        signer = world.signers.get(name)!,
      }: { published?: TileReader; signer?: ReturnType<typeof world.signers.get> } = {},
    ): Promise<void> {
      const from = (await anchorsOf(world, name)).at(-1)?.to ?? 0;
      const [source, to] = [sourceOf(entries), entries.length];
      const root = await readRoot(source, to);
      const checkpoint = await signCheckpoint(
        { origin: signer!.key.name, size: to, root, extensions: [] },
        signer!,
      );
      const coseSignature = toHex(await signRoot(root, signer!));
      const publication = { service: name, from, to, root: toHex(root), checkpoint, coseSignature };
      const { bundle } = await publishBundle(world.documents, publication, published ?? source);
      const proof = from === 0 ? [] : (await readConsistency(source, from, to)).path.map(toHex);
      const gateway = world.log.connect(world.gateway.connect(world.provider)) as typeof world.log;
      await (await gateway.anchor(serviceId(name), to, toHex(root), bundle, proof)).wait();
    }

    it("names every entry that is not as it must be, and what is wrong with it", async () => {
      const at = (n: number, change: Readonly<Record<string, unknown>>) =>
        recordOf(world, SERVICE, n, change);
      const commit = payloadCommit(newSalt(), new Uint8Array([1]));
      const payload = { commit, alg: "pl1", ref: "store/1" };
      const entries = [
        at(0, {}),
        at(1, { clientSeq: 3 }),
        at(2, { clientSeq: 2 }),
        at(3, { data: { topic: "other" } }),
        at(4, { service: OTHER }),
        at(5, { schema: world.schemas.get("log.gapDeclared") }),
        at(6, { type: "inquiry.answered", ts: "2099-01-01T00:00:00.000Z" }),
        at(7, {
          data: {
            ...(JSON.parse(new TextDecoder().decode(at(0, {}))) as { data: object }).data,
            modelVersion: "0812345678",
          },
        }),
        at(8, { supersedes: 9 }),
        new TextEncoder().encode(`{"v": 1}`),
        at(10, { payload }),
        at(11, { type: "privacy.payload.erased", data: { index: 10, reason: "subjectRequest" } }),
        at(12, { type: "privacy.payload.erased", data: { index: 0, reason: "subjectRequest" } }),
        at(13, { clientSeq: 20, type: "log.gapDeclared", data: { from: 14, to: 19, reason: "neverUsed" } }),
        at(14, {
          ...{ clientSeq: 21, type: "privacy.payload.erased" },
          data: { index: 1, reason: "subjectRequest" },
        }),
        at(15, { clientSeq: 22, supersedes: 14 }),
        at(16, { clientSeq: 1, submitter: "desk-2", supersedes: 15 }),
      ];
      await anchor(SERVICE, entries);
      const found = (await about(SERVICE)).map(({ code, entity }) => `${entity.split(" ")[1]} ${code}`);
      expect(found).to.include.members([
        ...["1 LOG_ENTRY_SEQUENCE", "2 LOG_ENTRY_SEQUENCE", "3 LOG_ENTRY_DATA", "4 LOG_ENTRY_SERVICE"],
        ...["5 LOG_ENTRY_TYPE", "6 LOG_ENTRY_TIME", "7 LOG_ENTRY_PERSONAL_DATA", "8 LOG_ENTRY_REFERENCE"],
        ...["9 LOG_ENTRY_FORM", "12 LOG_ERASURE_OF_NOTHING", "16 LOG_ENTRY_REPLACES_OTHERS"],
      ]);
      for (const right of ["0 ", "10 LOG_ENTRY_DATA", "11 ", "13 LOG_ENTRY_DATA", "14 ", "15 "])
        expect(found.filter((one) => one.startsWith(right))).to.deep.equal([]);
      const logs = partOf(await audited(), "logs");
      expect(logs.checked["lawfully erased"]).to.equal(1);
      // A slip that a later entry replaces is told, and is no fault any more.
      expect(logs.notes.join("\n")).to.match(/entry 14 says .* entry 1 .*; entry 15 replaces it/);
    });

    it("tells which promises the ledger knows to be broken", async () => {
      const gateway = world.gateway.connect(world.provider);
      const domain = { chainId: world.deployment.chainId, verifyingContract: await world.log.getAddress() };
      const statement = {
        ...{
          service: serviceId(THIRD),
          firstIndex: 4,
          count: 1,
          leavesRoot: toHex(leafHash(new Uint8Array(1))),
        },
        ...{ issuedAt: 1_700_000_000, deadline: 1_700_000_060 },
      };
      const [promise] = signPromises(domain, [statement], gateway.privateKey);
      const reporting = world.log.connect(gateway) as typeof world.log;
      const { hash } = await (
        await reporting.reportMissedDeadline({ ...promise!, groupPath: [...promise!.groupPath] })
      )
        .wait()
        .then((receipt) => receipt!);
      const { checked, notes } = partOf(await audited(), "logs");
      expect(checked["broken promises"]).to.equal(1);
      expect(notes.filter((note) => note.includes(hash))).to.have.length(1);
      expect(notes.find((note) => note.includes(hash))).to.match(
        new RegExp(`^${THIRD}: a promise of entry 4 was shown to be broken: it was not anchored in time`),
      );
    });

    it("names the entries whose published content is not the anchored one, and goes on after them", async () => {
      const honest = records(world, OTHER, 0, 30);
      await anchor(OTHER, honest.slice(0, 10));
      expect(await about(OTHER)).to.deep.equal([]);
      const lie = sourceOf(honest.with(17, honest[18]!).with(18, honest[17]!));
      const truth = sourceOf(honest);
      const published = {
        readTile: (tile: Parameters<TileReader["readTile"]>[0]) =>
          (tile.level === "entries" ? lie : truth).readTile(tile),
      };
      await anchor(OTHER, honest, { published });
      const lying = { code: "LOG_BUNDLE_ENTRY", entity: `entries 17–18 of ${OTHER}` };
      const [finding, ...more] = await about(OTHER);
      expect(more).to.deep.equal([]);
      expect(finding).to.include(lying);

      const [, second] = await anchorsOf(world, OTHER);
      expect(finding).to.include({ block: second!.block, txHash: second!.txHash });
      const { checked, open } = partOf(await audited(), "logs");
      expect(checked).to.include({ "entries not read": 2 });
      expect(open).to.deep.equal([
        `${OTHER}: entries 17–18 (2 in all) could not be read; all others of 30 were checked`,
      ]);

      // What they lied about stands again as it was in a later bundle: they are checked from there.
      const next = [
        ...honest,
        ...records(world, OTHER, 30, 35),
        recordOf(world, OTHER, 35, { clientSeq: 40 }),
      ];
      await anchor(OTHER, next);
      const found = await about(OTHER);
      expect(found.map(({ code, entity }) => [code, entity])).to.deep.equal([
        ["LOG_BUNDLE_ENTRY", lying.entity],
        ["LOG_ENTRY_SEQUENCE", `entry 35 of ${OTHER}`],
      ]);
      expect(partOf(await audited(), "logs").open).to.deep.equal([]);
    });

    it("finds a later bundle that tells an older entry otherwise", async () => {
      const before = (await anchorsOf(world, OTHER)).at(-1)!;
      const honest = [
        ...records(world, OTHER, 0, 35),
        recordOf(world, OTHER, 35, { clientSeq: 40 }),
        ...[36, 37].map((n) => recordOf(world, OTHER, n, { clientSeq: n + 5 })),
      ];
      const [lie, truth] = [sourceOf(honest.with(3, honest[4]!)), sourceOf(honest)];
      const published = {
        readTile: (tile: Parameters<TileReader["readTile"]>[0]) =>
          (tile.level === "entries" ? lie : truth).readTile(tile),
      };
      await anchor(OTHER, honest, { published });
      const { block } = (await anchorsOf(world, OTHER)).at(-1)!;
      expect(block).to.be.above(before.block);
      const [finding] = await about(OTHER);
      expect(finding).to.include({ code: "LOG_BUNDLE_ENTRY", entity: `entry 3 of ${OTHER}`, block });
    });

    it("finds a checkpoint that no registered key signed", async () => {
      await anchor(THIRD, records(world, THIRD, 0, 5), {
        signer: { ...world.signers.get(THIRD)!, sign: () => new Uint8Array(64).fill(1) },
      });
      expect((await about(THIRD)).map(({ code }) => code)).to.deep.equal(["LOG_CHECKPOINT_SIGNATURE"]);
    });

    it("finds a published document that is gone or altered, and names it and the entries that cannot be had", async () => {
      const [anchored] = await anchorsOf(world, THIRD);
      const file = (cid: string) => join(world.directory, "documents/blocks", cid.slice(-2), cid);
      const manifest = bundleCid(anchored!.bundle);
      const name = "tile/entries/000.p/5";
      const entries = parseManifest(readFileSync(file(manifest))).tiles[name]!;
      for (const [cid, change, code, document] of [
        [entries, "gone", "DOCUMENT_MISSING", `${name} ${entries}`],
        [entries, "altered", "DOCUMENT_ALTERED", `${name} ${entries}`],
        [manifest, "gone", "DOCUMENT_MISSING", `manifest ${manifest}`],
      ] as const) {
        const path = file(cid);
        const kept = readFileSync(path);
        if (change === "gone") rmSync(path);
        else writeFileSync(path, kept.toReversed());
        const report = await audited();
        writeFileSync(path, kept);
        const found = findingsOf(report).find((one) => one.code === code);
        expect(found).to.include({ entity: `entries 0–4 of ${THIRD}, ${document}`, block: anchored!.block });
        expect(partOf(report, "logs").open).to.deep.equal([
          `${THIRD}: entries 0–4 (5 in all) could not be read; all others of 5 were checked`,
        ]);
      }
    });
  });

  it("compares an agency's payloads: kept, lawfully erased, missing, altered, kept though erased", async () => {
    const { directory } = await runningDemo();
    const folder = join(directory, "payloads");
    mkdirSync(join(folder, "th.go.x"), { recursive: true });
    const part = new Part("logs");
    const payloads = new Payloads({ service: "th.go.x", folder, unknown: new Ranges() }, part);
    const found: string[] = [];
    const take = (index: number, record: object) =>
      payloads.take(index, record as never, {
        finds: (code) => void found.push(`${index} ${code}`),
      });
    const keep = (index: number, salt: Uint8Array, payload: string) =>
      writeFileSync(
        join(folder, "th.go.x", `${index}.json`),
        JSON.stringify({
          salt: Buffer.from(salt).toString("base64"),
          payload: Buffer.from(payload).toString("base64"),
        }),
      );
    const salts = Array.from({ length: 5 }, newSalt);
    for (const [index, salt] of salts.entries())
      take(index, {
        type: "x.y",
        data: {},
        payload: { commit: payloadCommit(salt, Buffer.from(`secret ${index}`)) },
      });
    keep(0, salts[0]!, "secret 0");
    keep(2, salts[2]!, "another");
    keep(4, salts[4]!, "secret 4");
    for (const index of [1, 4]) take(5 + index, { type: "privacy.payload.erased", data: { index } });
    payloads.finish();
    expect(found).to.deep.equal([
      "9 LOG_PAYLOAD_STILL_KEPT",
      "2 LOG_PAYLOAD_ALTERED",
      "3 LOG_PAYLOAD_MISSING",
    ]);
    expect(part.checked).to.deep.equal({
      "private payloads": 5,
      "lawfully erased": 2,
      "payloads as committed": 1,
    });
    rmSync(folder, { recursive: true });
  });
});
