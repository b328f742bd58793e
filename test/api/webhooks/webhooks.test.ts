import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { AnchoringProcess } from "../../support/log/anchoring-process.ts";
import { untilLogged } from "../../support/log/anchors.ts";
import { newSubmitter } from "../../support/log/intake-world.ts";
import { manage, sendManaging, signedManaging } from "../../support/webhooks/manage.ts";
import type { Managing } from "../../support/webhooks/manage.ts";
import { Receiver } from "../../support/webhooks/receiver.ts";
import type { Manner } from "../../support/webhooks/receiver.ts";
import { OTHER, SERVICE, startWebhookWorld } from "../../support/webhooks/world.ts";
import type { WebhookWorld } from "../../support/webhooks/world.ts";

type Listed = Record<string, unknown> & { id: string; failure: { code: string } | null };

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 30_000; !(await isSo()); await sleep(50))
    if (Date.now() > end) throw new Error(`not within 30 s: ${what}`);
}

describe("webhooks", function () {
  this.timeout(120_000);
  let world: WebhookWorld;
  let receiver: Receiver;
  let worker: AnchoringProcess;
  const common = () => ({ api: world.api.url, service: SERVICE, submitter: world.desk });
  const ask = (more: Partial<Managing> = {}) => manage({ ...common(), ...more });
  const register = (url: string, more: object = {}) => ask({ method: "POST", json: { url, ...more } });
  const list = async () => (await ask()).body["webhooks"] as Listed[];

  before(async () => {
    world = await startWebhookWorld();
    receiver = await Receiver.start(world.api.url);
  });
  after(async () => {
    await worker?.stop();
    await receiver?.stop();
    await world?.stop();
  });

  it("are registered, listed, taken up again and removed by the service's key", async () => {
    const url = "https://receiver.example.go.th/hook";
    const first = await register(url);
    expect(first.status).to.equal(201);
    expect(first.body).to.include({ url, nextIndex: 0, state: "active", failures: 0, failure: null });
    const again = await register(url);
    expect([again.status, again.body["id"]]).to.deep.equal([200, first.body["id"]]);
    expect(await list()).to.deep.equal([again.body]);
    const id = first.body["id"] as string;
    const others = { service: OTHER, submitter: world.other };
    expect((await ask(others)).body).to.deep.equal({ webhooks: [] });
    expect(await ask({ ...others, method: "DELETE", id })).to.include({
      status: 404,
      code: "WEBHOOK_UNKNOWN",
    });
    expect((await ask({ method: "DELETE", id })).status).to.equal(204);
    expect(await ask({ method: "DELETE", id })).to.include({ status: 404, code: "WEBHOOK_UNKNOWN" });
    expect(await list()).to.deep.equal([]);
  });

  const forged: [string, status: number, code: string, change: () => Promise<Partial<Managing>>][] = [
    [
      "a stranger's key",
      401,
      "LOG_SIGNATURE_KEY_UNKNOWN",
      async () => ({ submitter: await newSubmitter("x") }),
    ],
    ["another service's key", 401, "LOG_SIGNATURE_KEY_UNKNOWN", async () => ({ submitter: world.other })],
    [
      "a stranger's key under the name of the service's",
      401,
      "LOG_SIGNATURE_WRONG",
      async () => ({ submitter: { ...world.desk, key: (await newSubmitter("x")).key } }),
    ],
    [
      "an unknown service",
      404,
      "LOG_INTAKE_SERVICE_UNKNOWN",
      async () => ({ service: "th.go.example.nobody" }),
    ],
  ];
  for (const [what, status, code, change] of forged) {
    it(`refuse ${what} (${code})`, async () => {
      for (const method of ["POST", "GET", "DELETE"] as const) {
        const more = method === "POST" ? { json: { url: "https://receiver.example.go.th/" } } : {};
        const id = method === "DELETE" ? { id: randomUUID() } : {};
        expect(await ask({ method, ...more, ...id, ...(await change()) }), method).to.include({
          status,
          code,
        });
      }
      expect(await list()).to.deep.equal([]);
    });
  }

  it("refuse a request without signature, with another body, and one that is sent again", async () => {
    const managing = {
      ...common(),
      method: "POST",
      json: { url: "https://receiver.example.go.th/" },
    } as const;
    const { url, init } = await signedManaging(managing);
    const json = { "content-type": "application/json" };
    const unsigned = await sendManaging({ url, init: { ...init, headers: json } });
    expect(unsigned).to.include({ status: 401, code: "LOG_SIGNATURE_MISSING" });
    const altered = JSON.stringify({ url: "https://elsewhere.example.go.th/" });
    expect(await sendManaging({ url, init: { ...init, body: altered } })).to.include({
      code: "LOG_SIGNATURE_DIGEST",
    });
    const sent = await sendManaging({ url, init });
    expect(sent.status).to.equal(201);
    expect((await ask({ method: "DELETE", id: sent.body["id"] as string })).status).to.equal(204);
    await world.api.restart();
    for (let again = 0; again < 2; again++)
      expect(await sendManaging({ url, init })).to.include({ status: 409, code: "LOG_INTAKE_NONCE_USED" });
    expect(await list()).to.deep.equal([]);
  });

  it("refuse bodies and addresses that cannot be used, and more than five", async () => {
    const url = "https://receiver.example.go.th/";
    const bodies: [unknown, string][] = [
      [[], "WEBHOOK_BODY"],
      [{ url: 7 }, "WEBHOOK_BODY"],
      [{ url, from: -1 }, "WEBHOOK_BODY"],
      [{ url, more: 1 }, "WEBHOOK_BODY"],
      [{ url: url + "a".repeat(5_000) }, "WEBHOOK_BODY"],
      [{ url, from: 1 }, "WEBHOOK_FROM"],
      [{ url: "http://receiver.example.go.th/" }, "WEBHOOK_URL"],
      [{ url: "https://169.254.169.254/" }, "WEBHOOK_ADDRESS"],
      [{ url: "https://[fd00:ec2::254]/" }, "WEBHOOK_ADDRESS"],
    ];
    for (const [json, code] of bodies)
      expect(await ask({ method: "POST", json }), JSON.stringify(json).slice(0, 80)).to.include({ code });
    const twice = `{"url":"https://127.0.0.1/","url":"${url}"}`;
    expect(await ask({ method: "POST", text: twice })).to.include({ code: "WEBHOOK_BODY" });
    const { url: address, init } = await signedManaging({ ...common(), method: "POST", json: { url } });
    const headers = { ...(init.headers as Record<string, string>), "content-encoding": "gzip" };
    const compressed = await sendManaging({ url: address, init: { ...init, headers } });
    expect(compressed).to.include({ status: 415, code: "CONTENT_ENCODING" });
    for (let n = 0; n < 5; n++) expect((await register(`${url}${n}`)).status).to.equal(201);
    expect(await register(`${url}5`)).to.include({ status: 409, code: "WEBHOOK_TOO_MANY" });
    for (const { id } of await list()) expect((await ask({ method: "DELETE", id })).status).to.equal(204);
  });

  it("deliver every anchored entry in order, signed, to whoever checks by the published key", async () => {
    expect((await register(receiver.url, { from: 0 })).status).to.equal(201);
    worker = await world.deliver();
    await world.log(3);
    await world.log(150);
    const size = await world.log(2);
    await receiver.untilTaken(size);
    expect(receiver.taken).to.deep.equal(Array.from({ length: size }, (_, index) => index));
    expect(receiver.faults).to.deep.equal([]);
    expect(Math.max(...receiver.attempts.map(({ indices }) => indices.length))).to.be.at.most(100);
  });

  const failures: [Manner, string][] = [
    ["error", "WEBHOOK_REFUSED"],
    ["hang", "WEBHOOK_TIMEOUT"],
    ["die", "WEBHOOK_NOT_REACHED"],
    ["redirect", "WEBHOOK_REDIRECT"],
  ];
  it("hold back what follows until a receiver that fails has taken what it was sent, and say why", async () => {
    const steady = await Receiver.start(world.api.url);
    const { body } = await register(steady.url);
    const before = receiver.taken.length;
    const [first] = failures;
    receiver.manner = first![0];
    await world.log(1);
    await steady.untilTaken(1);
    const size = await world.log(2);
    await steady.untilTaken(3);
    for (const [manner, code] of failures) {
      receiver.manner = manner;
      // Taking it up again spares the pause.
      await register(receiver.url);
      await until(async () => (await list())[0]!.failure?.code === code, code);
      expect((await list())[0]).to.include({ state: "failing", nextIndex: before });
    }
    expect(receiver.taken.length).to.equal(before);
    receiver.manner = "take";
    await register(receiver.url);
    await receiver.untilTaken(size);
    expect(receiver.taken).to.deep.equal(Array.from({ length: size }, (_, index) => index));
    const attempts = receiver.attempts.filter(({ from }) => from === before);
    expect(attempts.length).to.be.greaterThan(failures.length);
    expect(new Set(attempts.map(({ key }) => key)).size).to.equal(1);
    expect(new Set(attempts.map((attempt) => attempt.body)).size).to.equal(1);
    expect([...receiver.faults, ...steady.faults]).to.deep.equal([]);
    expect((await ask({ method: "DELETE", id: body["id"] as string })).status).to.equal(204);
    await steady.stop();
  });

  it("try again by themselves, with nobody asking for it", async () => {
    receiver.manner = "error";
    const size = await world.log(1);
    const before = receiver.attempts.length;
    await receiver.until(() => receiver.attempts.length >= before + 2, "a second attempt");
    receiver.manner = "take";
    await receiver.untilTaken(size);
    await until(async () => (await list())[0]!["nextIndex"] === size, "the delivery to be written down");
    expect((await list())[0]).to.include({ state: "active", failures: 0, failure: null });
  });

  it("send the same again after a kill −9 in the middle, and go on from there", async () => {
    receiver.manner = "hang";
    const before = receiver.attempts.length;
    await world.log(1);
    await receiver.until(() => receiver.attempts.length > before, "an attempt");
    await worker.kill();
    const size = await world.log(4);
    receiver.manner = "take";
    worker = await world.deliver();
    await receiver.untilTaken(size);
    const [cut, again] = receiver.attempts.slice(before);
    expect(again).to.deep.equal({ ...cut, manner: "take" });
    expect(receiver.taken).to.deep.equal(Array.from({ length: size }, (_, index) => index));
  });

  it("are sent by one of two processes, and by the other when the first is killed", async () => {
    const second = await world.deliver();
    try {
      const before = await world.log(5);
      await receiver.untilTaken(before);
      expect(second.log()).not.to.include("delivering");
      // Killed before it has written down what was taken, the batch would rightly come twice; that is the test above.
      await until(async () => (await list())[0]!["nextIndex"] === before, "the delivery to be written down");
      await worker.kill();
      const size = await world.log(5);
      await untilLogged(second, "delivering");
      await receiver.untilTaken(size);
      expect(receiver.taken).to.deep.equal(Array.from({ length: size }, (_, index) => index));
    } finally {
      worker = second;
    }
  });

  it("show as paused after a day of failures, go on being tried, and are taken up when asked", async () => {
    receiver.manner = "error";
    const size = await world.log(1);
    await until(async () => (await list())[0]!["state"] === "failing", "a failure");
    const client = new pg.Client({ connectionString: world.mirror.database.url });
    await client.connect();
    await client.query(
      "UPDATE webhook.subscription SET failing_since = now() - interval '25 hours', next_attempt = now()",
    );
    const before = receiver.attempts.length;
    await receiver.until(() => receiver.attempts.length > before, "an attempt while paused");
    await untilLogged(worker, "not delivered");
    await until(async () => {
      const [{ state, nextAttempt }] = (await list()) as [Listed];
      return state === "paused" && Date.parse(nextAttempt as string) - Date.now() > 2 * 3_600_000;
    }, "the pause of hours");
    await client.end();
    receiver.manner = "take";
    await register(receiver.url);
    await receiver.untilTaken(size);
    await until(async () => (await list())[0]!["nextIndex"] === size, "the delivery to be written down");
    expect((await list())[0]).to.include({ state: "active", failures: 0 });
  });

  it("are sent anew from an index that the service names", async () => {
    const before = receiver.attempts.length;
    await register(receiver.url, { from: 2 });
    await receiver.until(() => receiver.attempts.length > before, "a delivery");
    expect(receiver.attempts[before]!.from).to.equal(2);
  });

  it("keep addresses out of every log, and end in order", async () => {
    expect(worker.log()).to.include("delivered").and.not.include("/hook");
    expect(await worker.stop()).to.equal(0);
  });
});
