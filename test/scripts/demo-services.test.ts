import { expect } from "chai";
import { fork, spawn, spawnSync } from "node:child_process";
import type { ChildProcess, StdioOptions } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { readEntries } from "../../api/intake/read/entries.ts";
import { readLogs } from "../../api/intake/read/logs.ts";
import { agencies, registrar } from "../../scripts/demo/cast.ts";
import { contractInterfaces } from "../../scripts/demo/interfaces.ts";
import {
  GUEST,
  GUEST_SERVICE,
  SUBMITTER,
  gateway,
  submissionSecret,
  submissionSigner,
} from "../../scripts/demo/services/cast.ts";
import { writeKeyFiles } from "../../scripts/demo/services/key-files.ts";
import { PlayedService } from "../../scripts/demo/services/played.ts";
import { registerServices } from "../../scripts/demo/services/register.ts";
import { Stage } from "../../scripts/demo/stage.ts";
import { startService } from "../../scripts/platform/service.ts";
import { findService, services } from "../../sdk/log/catalogue/index.ts";
import { dayOf } from "../../sdk/log/catalogue/play/calendar.ts";
import { ed25519Pkcs8 } from "../../sdk/log/http-signature/signing-key.ts";
import type { LogAnswer } from "../../sdk/log/promise/answer.ts";
import type { ActionRecord } from "../../sdk/log/record/index.ts";
import { startApi } from "../support/api.ts";
import type { ApiFixture } from "../support/api.ts";
import { startLedger } from "../support/demo-fixture.ts";
import type { DemoFixture } from "../support/demo-fixture.ts";
import { startMirror } from "../support/mirror.ts";
import type { MirrorFixture } from "../support/mirror.ts";
import { createDatabase } from "../support/postgres.ts";
import type { TestDatabase } from "../support/postgres.ts";
import { ServiceDatabase } from "../sdk/log/outbox/support/database.ts";
import type { Order } from "../sdk/log/outbox/support/service-process.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const DAY = 86_400_000;
const SERVICE_PROCESS = resolve(import.meta.dirname, "../sdk/log/outbox/support/service-process.ts");

describe("the demonstration's services, on a real intake", function () {
  this.timeout(180_000);
  let ledger: DemoFixture;
  let mirror: MirrorFixture;
  let api: ApiFixture;
  let intake: pg.Pool;

  async function register(): Promise<Stage> {
    const { provider, chain, deployment, documents } = ledger;
    const stage = new Stage({
      provider,
      chainId: BigInt(chain.chainId),
      contracts: await contractInterfaces(deployment),
      submit: (signed) => provider.send("eth_sendRawTransaction", [signed]) as Promise<string>,
      setTime: (seconds) => chain.setClock(seconds),
    });
    const time = Math.floor(Date.now() / 1_000) - 20 * 86_400;
    stage.startAt(registrar.address, await provider.getTransactionCount(registrar.address));
    const { code, nameTh, nameEn, province } = agencies.audit;
    if ((await provider.getTransactionCount(registrar.address)) === 0)
      await stage.call(registrar, time, "AgencyRegistry", "enrolAgency", [code, nameTh, nameEn, province]);
    await registerServices({ stage, provider, documents, time, progress: () => undefined });
    return stage;
  }

  before(async () => {
    ledger = await startLedger();
    await register();
    await ledger.chain.setClock(null);
    mirror = await startMirror(ledger);
    const env = { LOG_GATEWAY_KEY_FILE: writeKeyFiles(ledger.directory).gateway };
    api = await startApi({ mirror, env });
    intake = new pg.Pool({ connectionString: mirror.database.url });
  });
  after(async () => {
    await intake?.end();
    await api?.stop();
    await mirror?.stop();
    await ledger?.stop();
  });

  async function entriesOf(name: string): Promise<ActionRecord[]> {
    const log = (await readLogs(intake, ledger.deployment.deploymentId)).find((one) => one.name === name);
    const records: ActionRecord[] = [];
    if (!log) return records;
    for await (const { bytes } of readEntries(intake, log.log, 0, log.size))
      records.push(JSON.parse(Buffer.from(bytes).toString()) as ActionRecord);
    return records;
  }

  it("are registered once: a second start finds everything and sends nothing", async () => {
    expect((await register()).sent).to.equal(0);
  });

  describe("playing", () => {
    const origin = dayOf(Date.now() - 9 * DAY);
    const begin = async (name: string) => {
      const { chainId, contracts } = ledger.deployment;
      const domain = { chainId, verifyingContract: contracts.ActionLog!.address };
      const played = new PlayedService(findService(name)!, origin, {
        ...{ url: api.url, signer: await submissionSigner(name, SUBMITTER) },
        trust: { domain, gateways: [gateway.address] },
      });
      await played.resume();
      return played;
    };
    /** What must hold of a log whose writer also had another beside it. */
    function expectSound(name: string, entries: readonly ActionRecord[], until: number): void {
      const own = entries.filter(({ submitter }) => submitter === SUBMITTER);
      const days = findService(name)!
        .days(2569, origin, 30)
        .filter(({ ts }) => Date.parse(ts) <= until);
      expect(own.map(({ type, ts }) => ({ type, ts }))).to.deep.equal(
        days.map(({ type, ts }) => ({ type, ts })),
      );
      expect(own.map(({ clientSeq }) => clientSeq)).to.deep.equal(own.map((_, n) => n + 1));
      for (const [n, { refs = [] }] of own.entries())
        for (const [at, reference] of refs.entries()) {
          const meant = days[n]!.refs![at]!;
          const target = entries[(reference as { index: number }).index]!;
          expect([target.submitter, target.type]).to.deep.equal([SUBMITTER, meant.type]);
          if (meant.subjectKey === days[n]!.subjectKey) expect(target.subject).to.equal(own[n]!.subject);
        }
    }

    it("hand in their past once, go on after a restart, and refer to the right entries beside a guest's", async () => {
      const name = GUEST_SERVICE;
      const now = Date.now();
      const first = await begin(name);
      await first.handIn(now - 4 * DAY);
      const logged = first.logged;
      expect(logged).to.be.greaterThan(50);
      expectSound(name, await entriesOf(name), now - 4 * DAY);
      await guest();
      const second = await begin(name);
      expect(second.logged).to.equal(logged);
      await second.handIn(now - 4 * DAY);
      expect(second.logged).to.equal(logged);
      await second.handIn(now);
      const entries = await entriesOf(name);
      expect(entries.filter(({ submitter }) => submitter === GUEST)).to.have.lengthOf(1);
      expectSound(name, entries, now);
      expect(second.nextAt).to.be.greaterThan(now);
    });

    it("hand in the past of every other service too", async () => {
      const now = Date.now();
      for (const { name } of services) {
        if (name === GUEST_SERVICE) continue;
        await (await begin(name)).handIn(now);
        expectSound(name, await entriesOf(name), now);
      }
    });
  });

  describe("beside them", () => {
    const guestKey = () => join(ledger.directory, "log-keys/guest.pem");
    const hasTools = ["openssl", "curl"].every((tool) => spawnSync(tool, ["version"]).error === undefined);

    /** Runs what logs one action of the guest, and looks at what came of it. */
    async function logsOne(shell: string, args: string[], env: NodeJS.ProcessEnv, clientSeq: number) {
      const before = await entriesOf(GUEST_SERVICE);
      const stdio: StdioOptions = ["ignore", "pipe", "inherit"];
      // What is written beside it lies with the ledger's files.
      const child = spawn(shell, args, { cwd: ledger.directory, env: { ...process.env, ...env }, stdio });
      const [output] = await Promise.all([text(child.stdout!), once(child, "close")]);
      const { firstIndex, promise } = JSON.parse(output) as LogAnswer;
      expect(firstIndex).to.equal(before.length);
      expect(promise.statement).to.include({ firstIndex, count: 1 });
      const last = (await entriesOf(GUEST_SERVICE)).at(-1)!;
      expect(last).to.include({ type: "complaint.supported", submitter: GUEST, clientSeq });
    }

    it("take what a reader logs with openssl and curl", async function () {
      if (!hasTools) this.skip();
      const script = join(ROOT, "docs/log-with-curl.sh");
      await logsOne("sh", [script, "2"], { LOG: api.url, KEY: guestKey() }, 2);
    });

    it("take the example of docs/api.md as it stands", async function () {
      if (!hasTools) this.skip();
      const document = readFileSync(join(ROOT, "docs/api.md"), "utf8");
      const [, example] = /## Logging actions.*?```sh\n(.*?)```/s.exec(document)!;
      const script = example!
        .replace("http://localhost:8080", api.url)
        .replace(".data/log-keys/guest.pem", guestKey())
        .replace('"clientSeq": 1,', '"clientSeq": 3,');
      await logsOne("bash", ["-euc", script], {}, 3);
    });
  });

  describe("as a process of their own", () => {
    async function run(): Promise<readonly string[] | undefined> {
      let held: readonly string[] | undefined;
      const driver = await startService({
        name: "services",
        script: "scripts/demo/services/main.ts",
        log: join(ledger.directory, "services.log"),
        env: { API_URL: api.url, RPC_URL: ledger.chain.rpcUrl, DEPLOYMENT: ledger.deploymentFile },
        onMessage: (message) => (held = message.held ?? held),
      });
      await driver.stop();
      return held;
    }

    it("go on beside one whose log is closed, and say which that is", async () => {
      // What was logged above began on another day.
      const { rows } = await intake.query<{ name: string }>(
        "SELECT 'intake.' || tablename AS name FROM pg_tables WHERE schemaname = 'intake' AND tablename <> 'version'",
      );
      await api.service.stop();
      await intake.query(`TRUNCATE ${rows.map(({ name }) => name).join(", ")}`);
      await api.restart();
      expect(await run()).to.deep.equal([]);
      const closed = "th.go.police.chatbot";
      await intake.query("UPDATE intake.log SET root = sha256('another root') WHERE name = $1", [closed]);
      await api.restart();
      expect(await run()).to.deep.equal([closed]);
    });
  });

  /** A guest's service of its own process: it files a report, is killed before it sends, and sends when it is there again. */
  async function guest(): Promise<void> {
    const test: TestDatabase = await createDatabase();
    const database = new ServiceDatabase(test.url);
    const running = new Set<ChildProcess>();
    try {
      await database.prepare();
      const start = async () => {
        const child = fork(SERVICE_PROCESS, [test.url], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
        running.add(child);
        await once(child, "message");
        return child;
      };
      const order = async (child: ChildProcess, what: Order) => {
        const said = once(child, "message");
        child.send(what);
        await said;
      };
      const before = (await entriesOf(GUEST_SERVICE)).length;
      const killed = await start();
      await order(killed, { file: 1 });
      const gone = once(killed, "exit");
      killed.kill("SIGKILL");
      await gone;
      expect(await entriesOf(GUEST_SERVICE)).to.have.lengthOf(before);
      const secret = ed25519Pkcs8(submissionSecret(GUEST_SERVICE, GUEST));
      const key = await crypto.subtle.importKey("pkcs8", secret, "Ed25519", true, ["sign"]);
      const { keyId } = await submissionSigner(GUEST_SERVICE, GUEST);
      const jwk = await crypto.subtle.exportKey("jwk", key);
      const again = await start();
      const { chainId, contracts } = ledger.deployment;
      const domain = { chainId, verifyingContract: contracts.ActionLog!.address };
      const trust = { domain, gateways: [gateway.address] };
      await order(again, { send: { url: api.url, key: jwk, keyId, lease: 1, trust } });
      const answered = "SELECT 1 FROM action_outbox.batch WHERE first_index IS NOT NULL";
      while ((await database.pool.query(answered)).rows.length === 0) await sleep(20);
      expect(await entriesOf(GUEST_SERVICE)).to.have.lengthOf(before + 1);
    } finally {
      for (const child of running) child.kill("SIGKILL");
      await database.end();
      await test.drop();
    }
  }
});
