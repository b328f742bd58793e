/** Webhooks under attack: by services that want the operator's network asked, and by receivers that answer badly. */
import { expect } from "chai";
import { readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Socket } from "node:net";
import { fuzzApi } from "../../../scripts/fuzz-api/run.ts";
import { serviceId } from "../../support/log/intake-world.ts";
import { untilLogged } from "../../support/log/anchors.ts";
import type { AnchoringProcess } from "../../support/log/anchoring-process.ts";
import { residentBytes } from "../../support/memory.ts";
import { personalData } from "../../support/personal-data.ts";
import { manage } from "../../support/webhooks/manage.ts";
import { Listener } from "../../support/webhooks/listener.ts";
import { Receiver } from "../../support/webhooks/receiver.ts";
import { SERVICE, startWebhookWorld } from "../../support/webhooks/world.ts";
import type { WebhookWorld } from "../../support/webhooks/world.ts";

const INPUTS = Number(process.env.FUZZ_INPUTS ?? 2_000);

describe("webhooks that may lead to the public internet only", function () {
  this.timeout(300_000);
  let world: WebhookWorld;
  let worker: AnchoringProcess | undefined;
  let database: pg.Client;

  before(async () => {
    world = await startWebhookWorld({ loopback: false });
    database = new pg.Client({ connectionString: world.mirror.database.url });
    await database.connect();
  });
  after(async () => {
    await worker?.stop();
    await database?.end();
    await world?.stop();
  });

  const withoutHashes = (text: string) => text.replaceAll(/(?:0x)?[0-9a-f]{32,}|[0-9a-f-]{36}/g, " ");

  it(`take no address inside, fail over no request and log nothing of it (${INPUTS} requests, seeded)`, async () => {
    const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
    const sender = { service: SERVICE, key: world.desk.key, keyId: world.desk.keyId };
    const { findings, statuses } = await fuzzApi({ url: world.api.url, seed, inputs: INPUTS, sender });
    const told = findings.map(({ problem, input }) => `${problem}: ${JSON.stringify(input).slice(0, 500)}`);
    expect(findings, `FUZZ_SEED=${seed}\n${told.join("\n")}`).to.deep.equal([]);
    for (const status of [200, 201, 204, 400, 401, 422])
      expect(statuses.get(status) ?? 0, String(status)).to.be.greaterThan(0);
    const log = readFileSync(world.api.log, "utf8");
    expect(log).to.not.match(/hook-\d|\.invalid|an action could not be taken|a request failed/);
    expect(personalData(withoutHashes(log))).to.deep.equal([]);
    const { rows } = await database.query("SELECT url FROM webhook.subscription");
    expect(rows).to.deep.equal([]);
  });

  it("connect to nothing inside, whatever stands in the database and wherever a name leads", async () => {
    const listener = await Listener.start((socket) => socket.destroy());
    const { port } = listener;
    const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    const inside = own
      .filter(({ internal, scopeid }) => !internal && !scopeid)
      .map(({ address, family }) => (family === "IPv6" ? `[${address}]` : address))
      .filter((address) => /^(?:10|172|192)\.|^\[f/.test(address));
    const hosts = [
      "127.0.0.1",
      "127.1",
      "0x7f.1",
      "2130706433",
      "localhost",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "0.0.0.0",
    ];
    const urls = [...hosts, ...inside].flatMap((host) => [
      `https://${host}:${port}/hook`,
      `http://${host}:${port}/hook`,
    ]);
    for (const url of urls)
      await database.query(
        "INSERT INTO webhook.subscription (deployment, service, url, next_index) VALUES ($1, $2, $3, 0)",
        [
          Buffer.from(world.deployment.deploymentId.slice(2), "hex"),
          Buffer.from(serviceId(SERVICE).slice(2), "hex"),
          url,
        ],
      );
    worker = await world.deliver();
    await world.log(3);
    for (const end = Date.now() + 60_000; ; await sleep(100)) {
      const { rows } = await database.query<{ failure: string | null }>(
        "SELECT failure FROM webhook.subscription",
      );
      const failures = rows.map(({ failure }) => failure);
      if (failures.every((one) => one !== null)) {
        expect(new Set(failures)).to.deep.equal(new Set(["WEBHOOK_ADDRESS"]));
        break;
      }
      if (Date.now() > end) throw new Error(failures.join());
    }
    expect(listener.connections).to.equal(0);
    expect(worker.log()).to.not.match(/\/hook|127\.0\.0\.1/);
    listener.stop();
  });
});

describe("receivers that mean harm", function () {
  this.timeout(300_000);
  let world: WebhookWorld;
  let worker: AnchoringProcess;

  before(async () => {
    world = await startWebhookWorld();
    worker = await world.deliver();
  });
  after(async () => {
    await worker?.stop();
    await world?.stop();
  });

  const endless = (socket: Socket, start: string, piece: string) => {
    socket.write(start);
    const more = () => {
      while (!socket.destroyed && socket.write(piece));
      if (!socket.destroyed) socket.once("drain", more);
    };
    more();
  };
  const manners: [name: string, code: string, answer: (socket: Socket) => void][] = [
    ["answers what is no HTTP", "WEBHOOK_NOT_REACHED", (socket) => void socket.end("SSH-2.0-x\r\n\r\n")],
    [
      "sends headers without end",
      "WEBHOOK_NOT_REACHED",
      (socket) => endless(socket, "HTTP/1.1 200 OK\r\n", `x: ${"a".repeat(1_000)}\r\n`),
    ],
    [
      "sends 100 (Continue) without end",
      "WEBHOOK_TIMEOUT",
      (socket) => endless(socket, "", "HTTP/1.1 100 Continue\r\n\r\n"),
    ],
    [
      "drips its status line",
      "WEBHOOK_TIMEOUT",
      (socket) => {
        const letters = [..."HTTP/1.1 200 OK\r\n\r\n"];
        const timer = setInterval(() => socket.write(letters.shift() ?? ""), 200);
        socket.on("close", () => clearInterval(timer));
      },
    ],
    ["never reads", "WEBHOOK_TIMEOUT", (socket) => void socket.pause()],
    [
      "redirects to the operator's network",
      "WEBHOOK_REDIRECT",
      (socket) =>
        void socket.end(
          "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n",
        ),
    ],
    [
      "switches protocols",
      "WEBHOOK_NOT_REACHED",
      (socket) =>
        void socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n"),
    ],
    [
      "refuses with an endless body",
      "WEBHOOK_REFUSED",
      (socket) => endless(socket, "HTTP/1.1 500 No\r\n\r\n", "x".repeat(65_536)),
    ],
    [
      "answers with a status of none",
      "WEBHOOK_NOT_REACHED",
      (socket) => void socket.end("HTTP/1.1 99 Odd\r\nContent-Length: 0\r\n\r\n"),
    ],
  ];
  for (const [name, code, answer] of manners)
    it(`one that ${name} gets ${code}; the others are delivered to, and nothing grows`, async () => {
      const harm = await Listener.start(answer, "127.0.0.1");
      const steady = await Receiver.start(world.api.url);
      const before = residentBytes(worker.child.pid!);
      const common = { api: world.api.url, service: SERVICE, submitter: world.desk };
      const register = async (url: string) =>
        (await manage({ ...common, method: "POST", json: { url } })).body["id"] as string;
      const ids = [await register(`http://127.0.0.1:${harm.port}/secret-path`), await register(steady.url)];
      try {
        await world.log(2);
        await steady.untilTaken(2);
        for (const end = Date.now() + 30_000; ; await sleep(50)) {
          const { webhooks } = (await manage(common)).body as {
            webhooks: { id: string; failure: { code: string } | null }[];
          };
          const { failure } = webhooks.find(({ id }) => id === ids[0])!;
          if (failure) {
            expect(failure.code).to.equal(code);
            break;
          }
          if (Date.now() > end) throw new Error("no failure was told");
        }
        expect(harm.connections).to.be.greaterThan(0);
        expect(worker.child.exitCode).to.equal(null);
        expect(residentBytes(worker.child.pid!) - before).to.be.below(150 * 2 ** 20);
        expect(worker.log()).to.not.include("secret-path");
      } finally {
        for (const id of ids) await manage({ ...common, method: "DELETE", id });
        harm.stop();
        await steady.stop();
      }
    });

  it("leave the process in order", async () => {
    await untilLogged(worker, "not delivered");
    expect(await worker.stop()).to.equal(0);
  });
});
