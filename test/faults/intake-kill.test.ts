/**
 * The API is killed while it takes actions: at a random moment, or at a chosen piece of its conversation with the
 * database, before it was passed on or before the answer to it was. KILLS (default 8) says how often, SEED repeats a run.
 */
import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { createServer, connect } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { readEntries } from "../../api/intake/read/entries.ts";
import { readLogs } from "../../api/intake/read/logs.ts";
import { toHex } from "../../sdk/hex.ts";
import type { ActionRecord } from "../../sdk/log/record/index.ts";
import { leafHash, merkleRoot } from "../../sdk/merkle.ts";
import { startApi } from "../support/api.ts";
import type { ApiFixture } from "../support/api.ts";
import { newSubmitter, noteSchema, startIntakeWorld } from "../support/log/intake-world.ts";
import type { IntakeWorld, Submitter } from "../support/log/intake-world.ts";
import { cidOf } from "../support/log/notes.ts";
import { record, submit } from "../support/log/submitting.ts";
import { random } from "../support/random.ts";

const KILLS = Number(process.env.KILLS ?? 8);
const SERVICES = ["th.go.example.a", "th.go.example.b"] as const;
const CID = cidOf(noteSchema);

/** Between the API and PostgreSQL: passes on what is said, and tells of each piece before it does. */
class DatabaseProxy {
  /** Called before each piece is passed on; when it gives false, nothing is passed on any more. */
  onPiece: (from: "api" | "database") => boolean = () => true;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  url = "";

  constructor(target: URL) {
    this.#server = createServer((client) => {
      const server = connect(Number(target.port), target.hostname);
      let dead = false;
      const pass = (from: Socket, to: Socket, who: "api" | "database") => {
        this.#sockets.add(from);
        from.on("data", (piece) => {
          dead ||= !this.onPiece(who);
          if (!dead) to.write(piece);
        });
        from.on("error", () => undefined);
        from.on("close", () => {
          this.#sockets.delete(from);
          to.destroy();
        });
      };
      pass(client, server, "api");
      pass(server, client, "database");
    });
  }

  async start(target: URL): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const url = new URL(target);
    url.port = String((this.#server.address() as AddressInfo).port);
    this.url = url.href;
  }

  stop(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}

interface Writer {
  readonly service: string;
  readonly submitter: Submitter;
  /** everything that it ever sent, in its order */
  readonly sent: ActionRecord[];
  /** index in the log by number, for what was acknowledged */
  readonly acknowledged: Map<number, number>;
  /** what is sent until it is acknowledged */
  open: { readonly records: ActionRecord[]; readonly idempotencyKey: string } | undefined;
}

describe("the intake under kill −9", function () {
  this.timeout(120_000 + KILLS * 60_000);
  const { seed, integer, chance } = random();
  let world: IntakeWorld;
  let proxy: DatabaseProxy;
  let api: ApiFixture;
  let database: pg.Client;
  const writers: Writer[] = [];

  before(async () => {
    for (const service of SERVICES)
      for (let at = 0; at < 4; at++)
        writers.push({
          service,
          submitter: await newSubmitter(`writer-${at}`),
          sent: [],
          acknowledged: new Map(),
          open: undefined,
        });
    world = await startIntakeWorld(async (keeper) => {
      for (const service of SERVICES) await keeper.register(service, { maxMergeDelay: 86_400 });
      for (const { service, submitter } of writers) await keeper.addKey(service, submitter);
    });
    await world.api.stop();
    const target = new URL(world.mirror.database.url);
    proxy = new DatabaseProxy(target);
    await proxy.start(target);
    database = new pg.Client({ connectionString: target.href });
    await database.connect();
  });
  after(async () => {
    await database.end();
    proxy.stop();
    await world.stop();
  });

  const start = async () =>
    (api = await startApi({
      mirror: world.mirror,
      env: { ...world.settings, DATABASE_URL: proxy.url },
    }));

  /** Sends without a pause, the same again until it is acknowledged, as long as the API lives. */
  async function write(writer: Writer, until: () => boolean): Promise<void> {
    const { service, submitter, sent, acknowledged } = writer;
    while (!until()) {
      writer.open ??= {
        idempotencyKey: randomUUID(),
        records: Array.from({ length: integer(1, 5) }, (_, at) =>
          record(service, submitter.label, sent.length + at + 1, CID),
        ),
      };
      const { records, idempotencyKey } = writer.open;
      const got = await submit({ url: api.url, service, submitter, records, idempotencyKey }).catch(
        () => undefined,
      );
      if (got?.status !== 201) {
        // Nothing but the death of the API may keep it from being taken.
        if (got) expect(got.status, got.text).to.equal(503);
        await sleep(5);
        continue;
      }
      expect(got.answer.count).to.equal(records.length);
      records.forEach(({ clientSeq }, at) => acknowledged.set(clientSeq, got.answer.firstIndex + at));
      sent.push(...records);
      writer.open = undefined;
    }
  }

  /** Kills the API at a moment that the seed chooses. */
  async function killOnce(): Promise<void> {
    await start();
    let dead = false;
    const { child } = api.service;
    const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    const kill = () => {
      dead = true;
      child.kill("SIGKILL");
    };
    const working = Promise.all(writers.map((writer) => write(writer, () => dead)));
    await sleep(integer(0, 60));
    if (chance(0.2)) {
      await sleep(integer(0, 150));
      kill();
    } else {
      // The piece after which it dies, and whether that piece still reaches the other side.
      let pieces = integer(1, 14);
      const passes = chance(0.5);
      proxy.onPiece = () => {
        if (dead) return false;
        if (--pieces > 0) return true;
        kill();
        return passes;
      };
      await Promise.race([exit, sleep(5_000)]);
      if (!dead) kill();
    }
    await exit;
    await working;
    proxy.onPiece = () => true;
  }

  /** Nothing that was acknowledged is missing, twice or elsewhere, and the roots are those of what is stored. */
  async function look(): Promise<void> {
    for (const log of await readLogs(database, world.ledger.deployment.deploymentId)) {
      const entries: Uint8Array[] = [];
      for await (const { bytes } of readEntries(database, log.log, 0, log.size + 1)) entries.push(bytes);
      expect(entries.length).to.equal(log.size);
      expect(toHex(log.root)).to.equal(toHex(merkleRoot(entries.map(leafHash))));
      const records = entries.map((bytes) => JSON.parse(Buffer.from(bytes).toString()) as ActionRecord);
      for (const { service, submitter, acknowledged } of writers) {
        if (service !== log.name) continue;
        const own = records.filter((one) => one.submitter === submitter.label).map((one) => one.clientSeq);
        expect(own).to.deep.equal(own.map((_, at) => at + 1));
        for (const [clientSeq, index] of acknowledged) {
          expect(records[index], `SEED=${seed}`).to.include({ clientSeq, submitter: submitter.label });
        }
      }
    }
  }

  it(`loses nothing that was acknowledged and logs nothing twice in ${KILLS} kills (SEED=${seed})`, async () => {
    for (let kill = 0; kill < KILLS; kill++) {
      await killOnce();
      await look();
    }
    // What was under way at the last kill arrives, once.
    await start();
    await Promise.all(writers.map((writer) => write(writer, () => writer.open === undefined)));
    await look();
    await api.stop();
    const total = writers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
    const stored = await readLogs(database, world.ledger.deployment.deploymentId);
    expect(stored.reduce((sum, { size }) => sum + size, 0)).to.equal(total);
    expect(total).to.be.above(0);
  });
});
