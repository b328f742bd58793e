/** When the intake cannot or must not take anything: it says why, the others go on, and nothing is lost. */
import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { readLogs } from "../../../api/intake/read/logs.ts";
import { packEntries, unpackEntries } from "../../../api/intake/store/piece.ts";
import { ledgerContract } from "../../../sdk/contracts.ts";
import { toHex } from "../../../sdk/hex.ts";
import { alertPushed } from "../../../sdk/log/catalogue/accessible-information/alerts.ts";
import { schemaCid } from "../../../sdk/log/catalogue/schema-document.ts";
import { en } from "../../../web/i18n/en/index.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { startApi } from "../../support/api.ts";
import type { ApiFixture } from "../../support/api.ts";
import {
  gateway,
  newSubmitter,
  noteSchema,
  serviceId,
  startIntakeWorld,
} from "../../support/log/intake-world.ts";
import type { IntakeWorld, Submitter } from "../../support/log/intake-world.ts";
import { cidOf } from "../../support/log/notes.ts";
import { record, submit } from "../../support/log/submitting.ts";
import type { Answered, Sending } from "../../support/log/submitting.ts";
import { getPage } from "../../web/pages/support/get-page.ts";

const BROKEN = "th.go.example.broken";
const SOUND = "th.go.example.sound";
const FORKED = "th.go.example.forked";
const ANCHORED = "th.go.example.anchored";
const OUTGROWN = "th.go.example.outgrown";
const CID = cidOf(noteSchema);

const RECORDS = "SELECT first_index, records FROM intake.entries WHERE log = $1 ORDER BY first_index LIMIT 1";
/** What somebody with the database's password might do to the first entries of a log. */
const tampered: Record<string, (database: pg.Client, log: number) => Promise<unknown>> = {
  "th.go.example.shortened": async (database, log) => {
    const { rows } = await database.query<{ first_index: string; records: Buffer }>(RECORDS, [log]);
    const entries = unpackEntries(rows[0]!.records);
    const fewer = packEntries(entries.slice(0, -1));
    const changed = "UPDATE intake.entries SET records = $2 WHERE log = $1 AND first_index = $3";
    return await database.query(changed, [log, fewer, rows[0]!.first_index]);
  },
  "th.go.example.spoilt": (database, log) =>
    database.query("UPDATE intake.entries SET records = '\\x28b52ffd00ff00ff' WHERE log = $1", [log]),
  "th.go.example.deleted": (database, log) =>
    database.query(
      `DELETE FROM intake.entries WHERE log = $1 AND first_index = (SELECT min(first_index) FROM intake.entries
        WHERE log = $1)`,
      [log],
    ),
};

describe("an intake that is closed", function () {
  this.timeout(180_000);
  let world: IntakeWorld;
  let api: ApiFixture;
  let database: pg.Client;
  const desks: Submitter[] = [];
  const next = new Map<string, number>();

  before(async () => {
    for (let at = 0; at < 30; at++) desks.push(await newSubmitter(`desk-${at}`));
    world = await startIntakeWorld(
      async (keeper) => {
        for (const name of [
          BROKEN,
          SOUND,
          FORKED,
          ANCHORED,
          OUTGROWN,
          "th.go.example.swapped",
          "th.go.example.altered",
          "th.go.example.garbled",
          "th.go.example.torn",
          ...Object.keys(tampered),
        ]) {
          await keeper.register(name);
          for (const desk of name === SOUND ? desks : desks.slice(0, 1)) await keeper.addKey(name, desk);
        }
        await keeper.define(SOUND, alertPushed.type, alertPushed.schema);
      },
      { LOG_REQUESTS_AT_ONCE: "8" },
    );
    api = world.api;
    database = new pg.Client({ connectionString: world.mirror.database.url });
    database.on("error", () => undefined);
    await database.connect();
  });
  after(async () => {
    await database.end().catch(() => undefined);
    await world.stop();
  });

  function sending(service: string, desk = desks[0]!, more: object = {}): Sending {
    const key = `${service}/${desk.label}`;
    const seq = next.get(key) ?? 1;
    const records = [record(service, desk.label, seq, CID, more)];
    return { url: api.url, service, submitter: desk, records, idempotencyKey: randomUUID() };
  }

  async function take(one: Sending): Promise<Answered> {
    const got = await submit(one);
    if (got.status === 201) {
      const key = `${one.service}/${one.submitter.label}`;
      next.set(key, (next.get(key) ?? 1) + 1);
    }
    return got;
  }

  /** By the gateway's account, with whatever root: the first anchor of a log needs no proof. */
  async function anchor(service: string, size: number, root: string): Promise<void> {
    const signer = gateway.connect(world.ledger.provider);
    const contract = ledgerContract("ActionLog", world.ledger.deployment, signer);
    await (await contract.anchor(serviceId(service), size, root, `0x${"11".repeat(32)}`, [])).wait();
  }

  const outcome = async (one: Sending) => {
    const { status, code } = await take(one);
    return `${status} ${code ?? ""}`.trim();
  };

  const told = async (name: string) => {
    const query = `{ service(name: "${name}") { logClosed { code foundAt } } }`;
    const response = await fetch(`${api.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const { data } = (await response.json()) as {
      data: { service: { logClosed: { code: string; foundAt: string } | null } };
    };
    return data.service.logClosed;
  };
  /** Waits until readers are told so, which no block announces. */
  async function toldAs(name: string, code: string | null): Promise<string | undefined> {
    const end = Date.now() + 20_000;
    let said = await told(name);
    for (; Date.now() < end && (said?.code ?? null) !== code; await sleep(50)) said = await told(name);
    expect(said?.code ?? null, name).to.equal(code);
    return said?.foundAt;
  }

  it("takes from both services while all is well", async () => {
    for (const name of [BROKEN, SOUND])
      for (let at = 0; at < 3; at++) expect(await outcome(sending(name))).to.equal("201");
  });

  it("refuses what is too much with 429 and takes alerts all the same", async () => {
    const alert = {
      type: alertPushed.type,
      schema: schemaCid(alertPushed),
      data: alertPushed.examples[0],
    };
    // Nothing can be stored until one was refused: otherwise a fast machine takes each before the next comes.
    await database.query("BEGIN; LOCK TABLE intake.entries IN SHARE MODE");
    const flood = desks.slice(1, 29).map((desk) => take(sending(SOUND, desk)));
    const alarm = take(sending(SOUND, desks[29]!, alert));
    try {
      await Promise.race([...flood, sleep(20_000)]);
    } finally {
      await database.query("ROLLBACK");
    }
    const answers = await Promise.all(flood);
    expect((await alarm).status, (await alarm).text).to.equal(201);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.length).to.be.above(0);
    for (const { status, code, headers } of refused) {
      expect(status).to.equal(429);
      expect(code).to.be.oneOf(["LOG_INTAKE_SERVICE_BUSY", "LOG_INTAKE_BUSY"]);
      expect(headers.get("retry-after")).to.equal("1");
    }
    // Nothing of what was refused is there: the same numbers are taken now.
    for (const desk of desks.slice(1, 29)) expect(await outcome(sending(SOUND, desk))).to.equal("201");
  });

  it("closes a log while it runs when the chain has another root of the same size; the others stay open", async () => {
    for (const name of [ANCHORED, FORKED, OUTGROWN])
      for (let at = 0; at < 5; at++) expect(await outcome(sending(name))).to.equal("201");
    const logs = await readLogs(database, world.ledger.deployment.deploymentId);
    const { size, root } = logs.find(({ name }) => name === ANCHORED)!;
    await anchor(ANCHORED, size, toHex(root));
    await anchor(FORKED, size, `0x${"66".repeat(32)}`);
    let said = "";
    for (
      const end = Date.now() + 20_000;
      Date.now() < end && said !== "503 LOG_INTAKE_CHAIN";
      await sleep(50)
    )
      said = await outcome(sending(FORKED));
    expect(said).to.equal("503 LOG_INTAKE_CHAIN");
    expect(readFileSync(api.log, "utf8")).to.match(/"code":"LOG_INTAKE_CHAIN".*"size":5,"anchored":"0x6666/);
    for (const name of [ANCHORED, SOUND]) expect(await outcome(sending(name))).to.equal("201");
    await toldAs(FORKED, "LOG_INTAKE_CHAIN");
    expect(await told(ANCHORED)).to.equal(null);
  });

  it("tells readers so in GraphQL, in REST and on the service's page", async () => {
    const { text } = await getPage(api, `/services/${FORKED}`);
    for (const words of [th.services.status.logClosed, th.service.logClosed.chain, "LOG_INTAKE_CHAIN"])
      expect(text).to.include(words);
    expect(text).to.not.include(th.services.status.working).and.not.include(th.services.status.logging);
    const { text: sound } = await getPage(api, `/en/services/${ANCHORED}`);
    expect(sound).to.not.include(en.services.status.logClosed);
    const rest = await (await fetch(`${api.url}/v1/services/${FORKED}`)).json();
    expect(rest).to.have.nested.property("data.logClosed.code", "LOG_INTAKE_CHAIN");
  });

  it("closes a log of which the chain has more than is stored, before anybody sends to it", async () => {
    await anchor(OUTGROWN, 1_000, `0x${"55".repeat(32)}`);
    await toldAs(OUTGROWN, "LOG_INTAKE_CHAIN");
    expect(await outcome(sending(OUTGROWN))).to.equal("503 LOG_INTAKE_CHAIN");
  });

  it("closes one log whose entries were changed, and says which; the other stays open", async () => {
    await database.query(`UPDATE intake.log SET root = decode(repeat('ab', 32), 'hex') WHERE name = $1`, [
      BROKEN,
    ]);
    await api.restart();
    const one = sending(BROKEN);
    expect(await outcome(one)).to.equal("503 LOG_INTAKE_ROOT");
    const found = await toldAs(BROKEN, "LOG_INTAKE_ROOT");
    await api.restart();
    expect(await toldAs(BROKEN, "LOG_INTAKE_ROOT"), "found first").to.equal(found);
    expect(await outcome(sending(SOUND))).to.equal("201");
  });

  it("closes each log of which entries are missing or cannot be read, and no other", async () => {
    const logOf = "SELECT log FROM intake.log WHERE name = $1";
    for (const [name, tamper] of Object.entries(tampered)) {
      const one = sending(name);
      const { service, submitter } = one;
      const records = [1, 2, 3].map((seq) => record(service, submitter.label, seq, CID));
      const first = { ...one, records };
      expect((await submit(first)).status).to.equal(201);
      next.set(`${name}/${submitter.label}`, 4);
      expect(await outcome(sending(name))).to.equal("201");
      const { rows } = await database.query<{ log: number }>(logOf, [name]);
      await tamper(database, rows[0]!.log);
    }
    await api.restart();
    for (const name of Object.keys(tampered))
      expect(await outcome(sending(name)), name).to.equal("503 LOG_INTAKE_ROOT");
    expect(await outcome(sending(SOUND))).to.equal("201");
  });

  it("closes a log of which an entry further back was altered or cannot be read, soon after the start", async () => {
    const [swapped, torn] = ["th.go.example.swapped", "th.go.example.torn"];
    const at = 2_100;
    const rowOf = async (name: string) => {
      // Nine full tiles: the altered entry lies in the last of them.
      for (let from = 1; from <= 2_400; from += 800) {
        const { service, submitter, ...more } = sending(name);
        const records = Array.from({ length: 800 }, (_, place) =>
          record(service, submitter.label, from + place, CID),
        );
        expect((await submit({ ...more, service, submitter, records })).status).to.equal(201);
        next.set(`${name}/${submitter.label}`, from + 800);
      }
      const { rows } = await database.query<{ log: number; first_index: string; records: Buffer }>(
        `SELECT log, first_index, records FROM intake.entries WHERE log = (SELECT log FROM intake.log WHERE name = $1)
          AND first_index <= $2 ORDER BY first_index DESC LIMIT 1`,
        [name, at],
      );
      const { log, first_index: first, records } = rows[0]!;
      return { log, first: Number(first), records };
    };
    const changed = "UPDATE intake.entries SET records = $3 WHERE log = $1 AND first_index = $2";
    const one = await rowOf(swapped);
    const entries = unpackEntries(one.records);
    const place = at - one.first;
    [entries[place], entries[place + 1]] = [entries[place + 1]!, entries[place]!];
    await database.query(changed, [one.log, one.first, packEntries(entries)]);
    const other = await rowOf(torn);
    await database.query(changed, [other.log, other.first, other.records.subarray(0, -1)]);
    await api.restart();
    for (const [name, entry] of [
      [swapped, at],
      [torn, other.first],
    ] as const) {
      let said: Answered | undefined;
      for (const end = Date.now() + 30_000; Date.now() < end && said?.status !== 503; await sleep(100))
        said = await take(sending(name));
      expect(said?.code, name).to.equal("LOG_INTAKE_ENTRY");
      expect(said?.text).to.include(`รายการที่ ${entry} `);
      const told = `"code":"LOG_INTAKE_ENTRY".*"service":"${name}","index":${entry}`;
      expect(readFileSync(api.log, "utf8")).to.match(new RegExp(told));
    }
    expect(await outcome(sending(SOUND))).to.equal("201");
  });

  it("closes a log whose newest entries are altered while it runs", async () => {
    const [altered, garbled] = ["th.go.example.altered", "th.go.example.garbled"];
    for (const name of [altered, garbled])
      for (let at = 0; at < 3; at++) expect(await outcome(sending(name))).to.equal("201");
    await database.query(
      `UPDATE intake.entries SET records = '\\x28b52ffd00ff00ff'
       WHERE log = (SELECT log FROM intake.log WHERE name = $1) AND first_index = 2`,
      [garbled],
    );
    await database.query(
      `UPDATE intake.entries SET records = set_byte(records, 20, get_byte(records, 20) # 1)
       WHERE log = (SELECT log FROM intake.log WHERE name = $1) AND first_index = 1`,
      [altered],
    );
    const log = () => readFileSync(api.log, "utf8");
    const told = /"code":"LOG_INTAKE_ENTRY".*"service":"th\.go\.example\.altered","index":1/;
    for (const end = Date.now() + 40_000; Date.now() < end && !told.test(log()); await sleep(100));
    expect(log()).to.match(told);
    expect(await outcome(sending(altered))).to.equal("503 LOG_INTAKE_ENTRY");
    await toldAs(altered, "LOG_INTAKE_ENTRY");
    await toldAs(garbled, "LOG_INTAKE_ENTRY");
    expect(log()).to.match(/"code":"LOG_INTAKE_ENTRY".*"service":"th\.go\.example\.garbled","index":2/);
    const metrics = await (await fetch(`${api.url}/metrics`)).text();
    expect(metrics).to.match(/^prongsai_intake_closed_logs\{code="LOG_INTAKE_ENTRY"\} 4$/m);
    expect(metrics).to.match(/^prongsai_intake_closed_logs\{code="LOG_INTAKE_ROOT"\} 4$/m);
  });

  it("tells readers again when somebody deletes or changes what it told them, as long as the log is closed", async () => {
    await database.query("DELETE FROM intake.closed_log WHERE name = $1", [FORKED]);
    await toldAs(FORKED, "LOG_INTAKE_CHAIN");
    await database.query("UPDATE intake.closed_log SET code = 'LOG_INTAKE_ROOT' WHERE name = $1", [FORKED]);
    await toldAs(FORKED, "LOG_INTAKE_CHAIN");
    await database.query("DELETE FROM intake.closed_log");
    await toldAs(FORKED, "LOG_INTAKE_CHAIN");
    await toldAs("th.go.example.torn", "LOG_INTAKE_ENTRY");
  });

  it("closes a log that is behind what the chain has", async () => {
    await anchor(SOUND, 1_000_000, `0x${"77".repeat(32)}`);
    await api.restart();
    expect(await outcome(sending(SOUND))).to.equal("503 LOG_INTAKE_CHAIN");
  });

  it("goes on by itself when the database was away, and loses nothing", async () => {
    await database.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'prongsai-intake'",
    );
    const codes = new Set<string>();
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(20)) {
      codes.add(await outcome(sending(SOUND)));
      // The log is closed by the test before: that is what an open intake says about it.
      if (codes.has("503 LOG_INTAKE_CHAIN")) break;
    }
    expect([...codes].at(-1)).to.equal("503 LOG_INTAKE_CHAIN");
  });

  it("does not write while another process does, and takes over when that one ends", async () => {
    const second = await startApi({ mirror: world.mirror, env: world.settings });
    try {
      const one = { ...sending(BROKEN), url: second.url };
      expect(await outcome(one)).to.equal("503 LOG_INTAKE_NOT_WRITER");
      await api.service.stop();
      for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) {
        const said = await outcome({ ...sending(BROKEN), url: second.url });
        if (said !== "503 LOG_INTAKE_NOT_WRITER") break;
      }
      expect(await outcome({ ...sending(BROKEN), url: second.url })).to.equal("503 LOG_INTAKE_ROOT");
    } finally {
      await second.service.stop();
    }
  });

  it("gives no promise while the clock stands behind the newest one", async () => {
    await database.query(`UPDATE intake.log SET root = sha256(''), size = 0 WHERE name = $1`, [BROKEN]);
    await database.query(
      "DELETE FROM intake.entries WHERE log = (SELECT log FROM intake.log WHERE name = $1)",
      [BROKEN],
    );
    await database.query("UPDATE intake.promise_group SET issued_at = issued_at + 4000");
    await api.restart();
    expect(await outcome(sending(BROKEN))).to.equal("503 LOG_INTAKE_CLOCK");
    await toldAs(BROKEN, null);
  });

  it("says so without a key", async () => {
    const without = await startApi({ mirror: world.mirror });
    try {
      expect(await outcome({ ...sending(SOUND), url: without.url })).to.equal("503 LOG_INTAKE_NO_KEY");
    } finally {
      await without.service.stop();
    }
  });
});
