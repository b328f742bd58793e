import { expect } from "chai";
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createPrivateKey } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { Wallet } from "ethers";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { startAnchoring } from "../../support/log/anchoring-process.ts";
import type { AnchoringProcess } from "../../support/log/anchoring-process.ts";
import { startIntakeWorld } from "../../support/log/intake-world.ts";
import type { IntakeWorld } from "../../support/log/intake-world.ts";
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { ed25519PublicKey } from "../../../sdk/log/checkpoint/ed25519.ts";
import type { LogAnswer } from "../../../sdk/log/promise/answer.ts";

const ROOT = join(import.meta.dirname, "../../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const DOCUMENT = read("docs/services.md");
const block = (label: string) =>
  new RegExp(`^\`\`\`\\w+ ${label}\\n(.*?)\\n\`\`\`$`, "ms").exec(DOCUMENT)?.[1] ??
  expect.fail(`docs/services.md lacks ${label}`);
const SIGNING = /## Logging actions.*?```sh\n.*?(^url=.*?)```/ms.exec(read("docs/api.md"))![1]!;
/** A service of the demonstration, from which the reader learns the gateway's account. */
const OTHER = "th.go.bangkok.complaints";
const SERVICE = "th.go.example.notes";

describe("a service that follows docs/services.md", function () {
  this.timeout(180_000);
  // Within the project, where the document has its reader type; the programs find their library from there.
  mkdirSync(join(ROOT, "cache"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, "cache/own-service-"));
  let world: IntakeWorld;
  let anchoring: AnchoringProcess;
  let standIn: ChildProcess;

  // All of it runs before the service exists: nothing is started anew for it.
  before(async () => {
    world = await startIntakeWorld((keeper) => keeper.register(OTHER));
    const { api, ledger, processes } = world;
    // What tells commands that an instance runs is a process of this name.
    standIn = spawn(process.execPath, ["--eval", "process.stdin.resume()", "scripts/start.ts"], {
      stdio: ["pipe", "ignore", "ignore"],
    });
    const { pid } = standIn;
    const instance = { pid, apiUrl: api.url, rpcUrl: ledger.chain.rpcUrl, deployment: ledger.deploymentFile };
    writeFileSync(join(ledger.directory, "instance.json"), JSON.stringify(instance));
    const checkpointKeys = join(ledger.directory, "log-keys/checkpoints");
    mkdirSync(checkpointKeys, { recursive: true });
    anchoring = startAnchoring({ ...processes, checkpointKeys });
    await once(anchoring.said, "ready");
  });
  after(async () => {
    standIn?.kill();
    await anchoring?.stop();
    await world?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a program beside the test, whose own connections live on meanwhile. */
  async function run(command: string, args: readonly string[]) {
    const env = { ...process.env, DATA_DIR: world.ledger.directory, IPFS_API_URL: "" };
    const child = spawn(command, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    const exit = once(child, "exit") as Promise<[number]>;
    const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
    return { stdout, stderr, status };
  }
  async function sh(script: string): Promise<string> {
    const { stdout, stderr, status } = await run("bash", ["-euc", script]);
    expect(status, stderr).to.equal(0);
    return stdout;
  }
  const log = (...args: string[]) =>
    run(process.execPath, [join(ROOT, "scripts/built.ts"), "log.ts", ...args]);
  const cidIn = (said: string) => /^schema +(\S+)$/m.exec(said)?.[1] ?? said;
  const get = async (path: string) => await fetch(`${world.api.url}${path}`);

  it("makes its keys and its schema, and learns the schema's CID without storing it", async () => {
    await sh(block("keys"));
    const [write, publish] = block("schema").split("\n") as [string, string];
    await sh(write);
    const { stdout, stderr } = await log("schema", join(folder, "opened.json"), "--dry-run");
    const cid = cidIn(stdout);
    expect(block("service"), stderr).to.include(`"${cid}"`);
    expect(block("action")).to.include(cid);
    expect(await world.ledger.documents.has(cid)).to.equal(false);
    expect(publish).to.equal("npm run log -- schema opened.json");
  });

  it("publishes the schema under the same CID", async () => {
    const { stdout, stderr, status } = await log("schema", join(folder, "opened.json"));
    expect(status, stderr).to.equal(0);
    const pieces: Uint8Array[] = [];
    for await (const piece of world.ledger.documents.get(cidIn(stdout))) pieces.push(piece);
    expect(Buffer.concat(pieces)).to.deep.equal(readFileSync(join(folder, "opened.json")));
  });

  it("is told by a code what a schema lacks, and nothing is stored", async () => {
    writeFileSync(join(folder, "open.json"), JSON.stringify({ type: "object" }));
    const { stderr, stdout, status } = await log("schema", join(folder, "open.json"));
    expect(stderr).to.match(/^LOG_SCHEMA_UNUSABLE: .* at #: .*\n +→ /);
    expect([stdout, status]).to.deep.equal(["", 1]);
    expect((await log("schema", join(folder, "nothing.json"))).stderr).to.match(/^LOG_SCHEMA_FILE: /);
  });

  it("makes the commitment of whom an action is about, another one with each salt", async () => {
    const program = block("subject").replaceAll("./sdk/", `${pathToFileURL(ROOT).href}/sdk/`);
    writeFileSync(join(folder, "subject.ts"), `${program}\nconsole.log(subject);\n`);
    const made = [];
    for (let at = 0; at < 2; at++) made.push((await run(process.execPath, ["subject.ts"])).stdout.trim());
    for (const one of made) expect(one).to.match(/^0x[0-9a-f]{64}$/);
    expect(made[0]).to.not.equal(made[1]);
  });

  const register = (...more: string[]) =>
    log("register", join(folder, "service.json"), "--officer", join(folder, "officer.key"), ...more);
  const states = (said: string) => said.match(/^(done|there|left) /gm)?.map((state) => state.trim());

  it("is registered by one command, step by step", async () => {
    await sh(block("service"));
    expect(block("register")).to.equal("npm run log -- register service.json --officer officer.key");
    const { stdout, stderr, status } = await register();
    expect(status, stderr).to.equal(0);
    expect(stdout.match(/^done .* 0x[0-9a-f]{64}$/gm)).to.have.length(7);
    await sh(block("place"));
    await world.mirror.reaches(await world.ledger.provider.getBlockNumber());
    await sleep(300);
  });

  it("changes nothing when it is registered again, and leaves to the officer what is the officer's", async () => {
    const block = await world.ledger.provider.getBlockNumber();
    const again = await register();
    expect(states(again.stdout), again.stderr).to.deep.equal(new Array(7).fill("there"));
    const wanted = JSON.parse(readFileSync(join(folder, "service.json"), "utf8")) as {
      types: Record<string, string>;
    };
    const officer = new Wallet(readFileSync(join(folder, "officer.key"), "utf8").trim()).address;
    const more = {
      ...wanted,
      officer,
      types: { ...wanted.types, "counter.closed": Object.values(wanted.types)[0] },
    };
    writeFileSync(join(folder, "more.json"), JSON.stringify(more));
    const registrar = await log("register", join(folder, "more.json"));
    expect(states(registrar.stdout), registrar.stderr).to.deep.equal([...new Array(7).fill("there"), "left"]);
    expect([again.status, registrar.status]).to.deep.equal([0, 0]);
    expect(await world.ledger.provider.getBlockNumber()).to.equal(block);
  });

  it("is told by name, in both languages, why the ledger refuses a step, or what its description lacks", async () => {
    const wanted = JSON.parse(readFileSync(join(folder, "service.json"), "utf8")) as object;
    const described = async (change: object) => {
      writeFileSync(
        join(folder, "other.json"),
        JSON.stringify({ ...wanted, name: "th.go.example.other", ...change }),
      );
      return await log("register", join(folder, "other.json"), "--officer", join(folder, "officer.key"));
    };
    const slow = await described({ maxMergeDelay: 86_401 });
    expect(states(slow.stdout)).to.deep.equal(["there", "there"]);
    expect(slow.stderr).to.match(
      /^ServiceRegistryDelayOutOfRange: [^\n]*[ก-๙][^\n]*\n {2}→ [^\n]+\n[^\n]+\n {2}→ [^\n]+\n$/,
    );
    const keyless = await described({ checkpointKey: "0x12" });
    expect(keyless.stderr).to.match(/^LOG_REGISTER_FILE: .*checkpointKey/);
    expect((await described({ gateway: "th.go.example.nobody" })).stderr).to.match(/^LOG_REGISTER_GATEWAY: /);
    expect([slow.status, keyless.status, keyless.stdout]).to.deep.equal([1, 1, ""]);
  });

  it("sees its keys, its gateway and its types where the document says", async () => {
    const { data } = (await (await get(`/v1/services/${SERVICE}`)).json()) as {
      data: { keys: { use: string }[]; gateways: unknown[]; actionTypes: { name: string }[] };
    };
    expect(data.keys.map(({ use }) => use).toSorted()).to.deep.equal(["CHECKPOINT", "SUBMISSION"]);
    expect(data.gateways).to.have.length(1);
    expect(data.actionTypes.map(({ name }) => name)).to.include("counter.opened");
  });

  it("gets a promise for its first action, and the receipt of it", async () => {
    const script = `${block("action")}\n${SIGNING}`.replace("http://localhost:8080", world.api.url);
    const said = await sh(script);
    const { service, firstIndex, count } = JSON.parse(said) as LogAnswer;
    expect([service, firstIndex, count], said).to.deep.equal([SERVICE, 0, 1]);
    let receipt: Response;
    do {
      await sleep(50);
      receipt = await get(`/v1/receipts/${SERVICE}/0`);
    } while (receipt.status === 404);
    const found = (await receipt.json()) as { index: number; record: { data: unknown } };
    expect(receipt.status).to.equal(200);
    expect(found.record.data).to.deep.equal({ counter: 7 });
    const overdue = await get(`/v1/services/${SERVICE}/promises?state=OVERDUE`);
    expect(((await overdue.json()) as { data: unknown[] }).data).to.deep.equal([]);
  });

  it("hands in the next one by one command, and is told what is wrong by its code", async () => {
    const [first] = JSON.parse(readFileSync(join(folder, "body.json"), "utf8")) as Record<string, unknown>[];
    const left = ["v", "subject"];
    const record = Object.fromEntries(Object.entries(first!).filter(([name]) => !left.includes(name)));
    writeFileSync(join(folder, "next.json"), JSON.stringify({ ...record, clientSeq: 2 }));
    writeFileSync(join(folder, "untimed.json"), JSON.stringify([{ ...record, ts: undefined, clientSeq: 2 }]));
    const send = (file: string, ...more: string[]) =>
      log(
        "send",
        join(folder, file),
        "--key",
        join(folder, "submission.pem"),
        "--url",
        world.api.url,
        ...more,
      );
    const { stdout, stderr, status } = await send("next.json");
    expect(status, stderr).to.equal(0);
    expect(JSON.parse(stdout)).to.include({ service: SERVICE, firstIndex: 1, count: 1 });
    // The same bytes are the same request.
    expect((await send("next.json")).stdout).to.equal(stdout);
    const again = await send("untimed.json");
    expect(again.stderr).to.match(/^LOG_INTAKE_SEQUENCE_REPEATED: .*\n {2}→ /);
    expect([again.stdout, again.status]).to.deep.equal(["", 1]);
    expect((await send("nothing.json")).stderr).to.match(/^LOG_SEND_FILE: /);
    expect((await send("next.json", "--key", join(folder, "next.json"))).stderr).to.match(/^LOG_SEND_KEY: /);
    expect((await send("next.json", "--url", "http://127.0.0.1:1")).stderr).to.match(
      /^LOG_SEND_UNREACHABLE: /,
    );
  });

  it("makes keys of either kind, for their owner only, and overwrites none", async () => {
    for (const [use, form] of [
      ["submission", /^-----BEGIN PRIVATE KEY-----\n/],
      ["checkpoint", /^0x[0-9a-f]{64}\n$/],
    ] as const) {
      const file = join(folder, `made-${use}`);
      const made = await log("key", use, file);
      expect(made.status, made.stderr).to.equal(0);
      expect(readFileSync(file, "utf8")).to.match(form);
      expect(statSync(file).mode & 0o777).to.equal(0o600);
      const publicKey = /^public +(0x[0-9a-f]{64}) /m.exec(made.stdout)![1]!;
      const secret =
        use === "submission" ? createPrivateKey(readFileSync(file)).export({ format: "jwk" }).d! : undefined;
      const seed = secret ? Buffer.from(secret, "base64url") : fromHex(readFileSync(file, "utf8").trim(), 32);
      expect(toHex(ed25519PublicKey(seed))).to.equal(publicKey);
      const again = await log("key", use, file);
      expect(again.stderr).to.match(/^LOG_KEY_UNWRITABLE: /);
      expect(again.status).to.equal(1);
    }
  });
});
