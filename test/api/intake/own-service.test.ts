import { expect } from "chai";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { startAnchoring } from "../../support/log/anchoring-process.ts";
import type { AnchoringProcess } from "../../support/log/anchoring-process.ts";
import { AGENCY, startIntakeWorld } from "../../support/log/intake-world.ts";
import type { IntakeWorld } from "../../support/log/intake-world.ts";
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { sha256 } from "../../../sdk/sha256.ts";
import { record, submit } from "../../support/log/submitting.ts";

const ROOT = join(import.meta.dirname, "../../..");
const DOCUMENT = readFileSync(join(ROOT, "docs/services.md"), "utf8");
const [, KEYS] = /## Two keys.*?```sh\n(.*?)```/s.exec(DOCUMENT)!;
const SERVICE = "th.go.example.notes";
const TYPE = "counter.opened";
const SCHEMA = {
  ...{ $schema: "https://json-schema.org/draft/2020-12/schema", type: "object" },
  ...{ additionalProperties: false, required: ["counter"] },
  properties: { counter: { type: "integer", minimum: 1, maximum: 99 } },
};

describe("a service that follows docs/services.md", function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), "prongsai-own-service-"));
  let world: IntakeWorld;
  let anchoring: AnchoringProcess | undefined;
  const keys = new Map<string, Uint8Array>();
  let cid = "";

  before(async () => {
    world = await startIntakeWorld((keeper) => keeper.register(SERVICE, { withCheckpointKey: false }));
  });
  after(async () => {
    await anchoring?.stop();
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs the command beside the test, whose own connections live on meanwhile. */
  const publish = async (file: string, ...more: string[]) => {
    const env = { ...process.env, DATA_DIR: world.ledger.directory, IPFS_API_URL: "" };
    const command = ["scripts/built.ts", "log.ts", "schema", join(folder, file), ...more];
    const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    const exit = once(child, "exit") as Promise<[number]>;
    const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
    return { stdout, stderr, status };
  };
  const cidIn = (said: string) => /^schema +(\S+)$/m.exec(said)?.[1] ?? said;

  it("makes both keys with openssl, and registers them", async () => {
    const said = execFileSync("bash", ["-euc", KEYS!], { cwd: folder, encoding: "utf8" });
    for (const line of said.trim().split("\n")) {
      const [name, key] = line.split(" ") as [string, string];
      keys.set(name, fromHex(key, 32));
    }
    await world.keeper.addKey(SERVICE, { label: "desk-1", publicKey: keys.get("submission")! });
    await world.keeper.addKey(SERVICE, { publicKey: keys.get("checkpoint")! }, { use: 1 });
    copyFileSync(join(folder, `${SERVICE}.key`), join(world.processes.checkpointKeys, `${SERVICE}.key`));
  });

  it("learns the schema's CID without storing it, and publishes it under the same one", async () => {
    writeFileSync(join(folder, "opened.json"), JSON.stringify(SCHEMA, null, 2));
    const dry = await publish("opened.json", "--dry-run");
    expect(dry.status, dry.stderr).to.equal(0);
    cid = cidIn(dry.stdout);
    expect(await world.ledger.documents.has(cid)).to.equal(false);
    const { stdout, stderr, status } = await publish("opened.json");
    expect(status, stderr).to.equal(0);
    expect(cidIn(stdout)).to.equal(cid);
    const pieces: Uint8Array[] = [];
    for await (const piece of world.ledger.documents.get(cid)) pieces.push(piece);
    expect(Buffer.concat(pieces)).to.deep.equal(readFileSync(join(folder, "opened.json")));
    await world.keeper.defineByCid(SERVICE, TYPE, cid);
  });

  it("is told by a code what a schema lacks, and nothing is stored", async () => {
    writeFileSync(join(folder, "open.json"), JSON.stringify({ type: "object" }));
    const { stderr, stdout, status } = await publish("open.json");
    expect(stderr).to.match(/^LOG_SCHEMA_UNUSABLE: .* at #: .*\n +→ /);
    expect([stdout, status]).to.deep.equal(["", 1]);
    expect((await publish("nothing.json")).stderr).to.match(/^LOG_SCHEMA_FILE: /);
  });

  it("gets a promise for its first action, and the receipt of it", async () => {
    anchoring = startAnchoring(world.processes);
    await once(anchoring.said, "ready");
    await world.mirror.reaches(await world.ledger.provider.getBlockNumber());
    await sleep(300);
    const pem = readFileSync(join(folder, "submission.pem"), "utf8");
    const der = Buffer.from(pem.replaceAll(/-----.*?-----|\s/g, ""), "base64");
    const key = await crypto.subtle.importKey("pkcs8", der, "Ed25519", false, ["sign"]);
    const publicKey = keys.get("submission")!;
    const submitter = { label: "desk-1", key, publicKey, keyId: toHex(sha256(publicKey)) };
    const action = record(SERVICE, "desk-1", 1, cid, { type: TYPE, data: { counter: 7 } });
    expect(action.agency).to.equal(AGENCY);
    const { url } = world.api;
    const got = await submit({ url, service: SERVICE, submitter, records: [action] });
    expect(got.status, got.text).to.equal(201);
    let receipt: Response;
    do {
      await sleep(50);
      receipt = await fetch(`${url}/v1/receipts/${SERVICE}/0`);
    } while (receipt.status === 404);
    const found = (await receipt.json()) as { index: number; record: { data: unknown } };
    expect(receipt.status).to.equal(200);
    expect(found.record.data).to.deep.equal({ counter: 7 });
  });

  it("sees its keys, its gateway and its types where the document says", async () => {
    const { data } = (await (await fetch(`${world.api.url}/v1/services/${SERVICE}`)).json()) as {
      data: { keys: { use: string }[]; gateways: unknown[]; actionTypes: { name: string }[] };
    };
    expect(data.keys.map(({ use }) => use).toSorted()).to.deep.equal(["CHECKPOINT", "SUBMISSION"]);
    expect(data.gateways).to.have.length(1);
    expect(data.actionTypes.map(({ name }) => name)).to.include(TYPE);
    const overdue = await fetch(`${world.api.url}/v1/services/${SERVICE}/promises?state=OVERDUE`);
    expect(((await overdue.json()) as { data: unknown[] }).data).to.deep.equal([]);
  });
});
