/**
 * Hundreds of connections that hold bodies back: what the head alone says is refused at once, what is read is counted and
 * bounded, and honest services are acknowledged meanwhile.
 */
import { expect } from "chai";
import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { newSubmitter, noteSchema, startIntakeWorld } from "../../support/log/intake-world.ts";
import type { IntakeWorld, Submitter } from "../../support/log/intake-world.ts";
import { cidOf } from "../../support/log/notes.ts";
import { record, signed, submit } from "../../support/log/submitting.ts";
import type { Sending } from "../../support/log/submitting.ts";
import { residentBytes } from "../../support/memory.ts";
import { RawConnection, head } from "../../support/raw-connection.ts";

const HONEST = "th.go.example.honest";
const FLOODED = "th.go.example.flooded";
const CID = cidOf(noteSchema);
const MIB = 2 ** 20;
const BODY_SECONDS = 4;
/** As docs/operations.md has it: a quarter of MAX_CONNECTIONS for one address. */
const CONNECTIONS = 1_600;
const OF_ONE_ADDRESS = 400;

describe("bodies that are held back", function () {
  this.timeout(300_000);
  let world: IntakeWorld;
  let desk: Submitter;
  let flooder: Submitter;
  let stranger: Submitter;
  let next = 1;
  const opened: RawConnection[] = [];

  before(async () => {
    desk = await newSubmitter("desk-1");
    flooder = await newSubmitter("desk-2");
    stranger = await newSubmitter("desk-3");
    world = await startIntakeWorld(
      async (keeper) => {
        for (const [name, submitter] of [
          [HONEST, desk],
          [FLOODED, flooder],
        ] as const) {
          await keeper.register(name);
          await keeper.addKey(name, submitter);
        }
      },
      { LOG_BODY_SECONDS: String(BODY_SECONDS), MAX_CONNECTIONS: String(CONNECTIONS) },
    );
    for (let warm = 0; warm < 50; warm++) await acknowledged();
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) one.close();
    await sleep(200);
  });
  after(() => world.stop());

  const memory = () => residentBytes(world.api.service.child.pid!);

  /** An honest request, on a connection of its own. @returns milliseconds until it was acknowledged */
  async function acknowledged(): Promise<number> {
    const started = performance.now();
    const records = [record(HONEST, "desk-1", next++, CID)];
    const got = await submit({ url: world.api.url, service: HONEST, submitter: desk, records });
    expect(got.status, got.text).to.equal(201);
    return performance.now() - started;
  }

  async function open(from: string): Promise<RawConnection> {
    const one = await RawConnection.open(world.api.url, from);
    opened.push(one);
    return one;
  }

  /** The head of a request whose body is said to be so long; undefined: chunked. */
  async function headFor(more: Partial<Sending>, length: number | undefined): Promise<string> {
    const sending = { url: world.api.url, service: FLOODED, submitter: flooder, records: [], ...more };
    const { url, init } = await signed(sending);
    const size = length === undefined ? ["transfer-encoding", "chunked"] : ["content-length", String(length)];
    const fields = [["host", new URL(url).host], ...(init.headers as [string, string][]), size];
    return head(new URL(url).pathname, fields as [string, string][]);
  }

  const now = () => Math.floor(Date.now() / 1_000);
  const judgedByHead: [name: string, status: number, code: string, more: () => Partial<Sending>][] = [
    ["no signature", 401, "LOG_SIGNATURE_MISSING", () => ({ headers: { signature: undefined } })],
    ["an unknown key", 401, "LOG_SIGNATURE_KEY_UNKNOWN", () => ({ submitter: stranger })],
    ["a key of another service", 401, "LOG_SIGNATURE_KEY_UNKNOWN", () => ({ submitter: desk })],
    ["a signature that is old", 401, "LOG_SIGNATURE_TIME", () => ({ created: now() - 400 })],
    [
      "a forged signature",
      401,
      "LOG_SIGNATURE_WRONG",
      () => ({ submitter: { ...flooder, key: stranger.key } }),
    ],
    [
      "a digest of another kind",
      400,
      "LOG_SIGNATURE_MALFORMED",
      () => ({ headers: { "content-digest": `sha-512=:${randomBytes(64).toString("base64")}:` } }),
    ],
    ["an unknown service", 404, "LOG_INTAKE_SERVICE_UNKNOWN", () => ({ service: "th.go.example.nobody" })],
    ["another type of body", 415, "CONTENT_TYPE", () => ({ headers: { "content-type": "text/csv" } })],
  ];
  for (const [name, status, code, more] of judgedByHead) {
    it(`refuses ${name} before anything of the body came: ${status} ${code}`, async () => {
      const one = await open("127.0.0.2");
      one.write(await headFor(more(), 1_000_000));
      expect(await one.until(/\r\n\r\n\{[^]*\}\n$/, 2_000), one.said).to.equal(true);
      expect([one.status, one.code]).to.deep.equal([status, code]);
    });
  }

  it("refuses a body that is too large before anything of it came", async () => {
    const one = await open("127.0.0.2");
    one.write(await headFor({}, MIB + 1));
    await one.until(/"code"/, 2_000);
    expect([one.status, one.code]).to.deep.equal([413, "LOG_INTAKE_BODY_SIZE"]);
  });

  it("refuses the nonce of a refused request before anything of the body came", async () => {
    const nonce = randomUUID();
    expect(
      (await submit({ url: world.api.url, service: FLOODED, submitter: flooder, records: [], nonce })).code,
    ).to.equal("LOG_INTAKE_COUNT");
    const one = await open("127.0.0.2");
    one.write(await headFor({ nonce }, 1_000_000));
    await one.until(/"code"/, 2_000);
    expect([one.status, one.code]).to.deep.equal([409, "LOG_INTAKE_NONCE_USED"]);
  });

  it("asks for a body with 100 (Continue) only when its head was right", async () => {
    const expecting = async (more: Partial<Sending>, length: number) =>
      (await headFor(more, length)).replace("\r\n", "\r\nExpect: 100-continue\r\n");
    const refused = await open("127.0.0.1");
    refused.write(await expecting({ submitter: stranger }, 500_000));
    await refused.until(/"code"/);
    expect([refused.status, refused.code]).to.deep.equal([401, "LOG_SIGNATURE_KEY_UNKNOWN"]);
    const records = [record(HONEST, "desk-1", next++, CID)];
    const body = JSON.stringify(records);
    const taken = await open("127.0.0.1");
    taken.write(await expecting({ service: HONEST, submitter: desk, records }, body.length));
    expect(await taken.until(/^HTTP\/1\.1 100 Continue\r\n\r\n/)).to.equal(true);
    taken.write(body);
    expect(await taken.until(/HTTP\/1\.1 201 /), taken.said).to.equal(true);
  });

  /** Writes the body piece by piece, until it is answered or all is written but one byte. */
  async function dribble(one: RawConnection, bytes: number, piece: number, pause: number): Promise<void> {
    for (let left = bytes; left > piece && one.status === undefined && !one.ended; left -= piece) {
      one.write(Buffer.alloc(piece, 0x20));
      await sleep(pause);
    }
  }

  it("keeps nothing of 600 unsigned or forged bodies of 1 MiB, and acknowledges honest requests meanwhile", async () => {
    const before = memory();
    let most = 0;
    const forged = { ...flooder, key: stranger.key };
    const flood = Array.from({ length: 600 }, async (_, at) => {
      const one = await open(at % 2 === 0 ? "127.0.0.2" : "127.0.0.3");
      const more = at % 3 === 0 ? { headers: { signature: undefined } } : { submitter: forged };
      one.write(await headFor(more, MIB));
      await dribble(one, MIB, 65_536, 100);
      await one.until(/"code"/);
      return one;
    });
    const waits: number[] = [];
    while (waits.length < 30) {
      waits.push(await acknowledged());
      most = Math.max(most, memory() - before);
    }
    for (const one of await Promise.all(flood)) {
      expect(one.status, one.said).to.equal(401);
      expect(one.code).to.be.oneOf(["LOG_SIGNATURE_MISSING", "LOG_SIGNATURE_WRONG"]);
    }
    expect(most, `${most} bytes more`).to.be.below(150 * MIB);
  });

  it("counts what is really held of signed bodies, by address and service, and cuts them off after their time", async () => {
    const before = memory();
    let most = 0;
    let ended = false;
    // By a key that is registered: of one address first, then of eight others too.
    const flood = Array.from({ length: 800 }, async (_, at) => {
      if (at >= 350) await sleep(500);
      const one = await open(at < 350 ? "127.0.0.2" : `127.0.0.${3 + (at % 8)}`);
      one.write(await headFor({}, MIB));
      await dribble(one, MIB - 1, 131_072, 20);
      await one.until(/"code"/, 2_000 * BODY_SECONDS + 60_000);
      return one;
    });
    const watch = (async () => {
      for (; !ended; await sleep(50)) most = Math.max(most, memory() - before);
    })();
    for (let at = 0; at < 30; at++) await acknowledged();
    const answers = await Promise.all(flood);
    ended = true;
    await watch;
    const count = (code: string) => answers.filter((one) => one.code === code).length;
    for (const one of answers) {
      expect(one.code, one.said).to.be.oneOf([
        "LOG_INTAKE_ADDRESS_BUSY",
        "LOG_INTAKE_SERVICE_BUSY",
        "LOG_INTAKE_BODY_SLOW",
      ]);
      expect(one.status).to.equal(one.code === "LOG_INTAKE_BODY_SLOW" ? 408 : 429);
      if (one.status === 429) expect(one.said).to.match(/\r\nRetry-After: 1\r\n/);
    }
    for (const code of ["LOG_INTAKE_ADDRESS_BUSY", "LOG_INTAKE_SERVICE_BUSY", "LOG_INTAKE_BODY_SLOW"])
      expect(count(code), code).to.be.above(0);
    // 32 MiB are a service's share; the rest is what Node and the sockets need for so many connections.
    expect(most, `${most} bytes more`).to.be.below(300 * MIB);
    await acknowledged();
    // The room is free again: the same service sends.
    const records = [record(FLOODED, "desk-2", 1, CID)];
    const got = await submit({ url: world.api.url, service: FLOODED, submitter: flooder, records });
    expect(got.status, got.text).to.equal(201);
  });

  it("holds a body that comes in chunks of a byte in no more memory than any other", async () => {
    const before = memory();
    let most = 0;
    const chunks = "1\r\n \r\n".repeat(32_768);
    const all = Array.from({ length: 6 }, async () => {
      const one = await open("127.0.0.4");
      one.write(await headFor({}, undefined));
      for (let piece = 0; piece < 12 && one.status === undefined; piece++) {
        one.write(chunks);
        await sleep(100);
        most = Math.max(most, memory() - before);
      }
      await one.until(/"code"/, 60_000);
      return one.code;
    });
    await acknowledged();
    for (const code of await Promise.all(all)) expect(code).to.equal("LOG_INTAKE_BODY_SLOW");
    expect(most, `${most} bytes more`).to.be.below(150 * MIB);
  });

  it("gives one address a quarter of the connections, and the others the rest", async () => {
    const all = await Promise.all(Array.from({ length: OF_ONE_ADDRESS + 60 }, () => open("127.0.0.9")));
    const closed = () => all.filter((one) => one.ended).length;
    for (let again = 0; again < 100 && closed() < 60; again++) await sleep(100);
    expect(closed()).to.equal(60);
    await acknowledged();
    for (const one of all.slice(0, 100)) one.close();
    await sleep(1_000);
    const again = await open("127.0.0.9");
    again.write("GET /health HTTP/1.1\r\nhost: x\r\n\r\n");
    expect(await again.until(/^HTTP\/1\.1 200/)).to.equal(true);
  });

  it("does not wait for ever for a head", async () => {
    const one = await open("127.0.0.2");
    one.write(`POST /v1/services/${HONEST}/actions HTTP/1.1\r\nhost: x\r\nx-slow: `);
    for (const end = Date.now() + 30_000; Date.now() < end && !one.ended; await sleep(250)) one.write("a");
    expect(one.ended).to.equal(true);
    expect(one.status).to.equal(408);
  });
});
