import { expect } from "chai";
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { askedOrigin } from "../../../api/intake/http/origin.ts";
import { schemaCid } from "../../../sdk/log/catalogue/schema-document.ts";
import { alertPushed } from "../../../sdk/log/catalogue/accessible-information/alerts.ts";
import { newSubmitter, startIntakeWorld } from "../../support/log/intake-world.ts";
import { record, submit } from "../../support/log/submitting.ts";

const PUBLIC = "https://ledger.example.go.th";
const SERVICE = "th.go.example.origin";

describe("the address over which a request is signed", () => {
  const origin = (host: string | undefined, remoteAddress: string | undefined, publicUrl?: string) =>
    askedOrigin({ headers: { host }, socket: { remoteAddress } as IncomingMessage["socket"] }, publicUrl);

  it("is the one that its Host names where there is no public one", () => {
    expect(origin("10.0.0.7:8080", "10.0.0.9")).to.equal("http://10.0.0.7:8080");
    expect(origin(undefined, "10.0.0.9")).to.equal("http://");
  });

  it("is the public one, whatever the Host says", () => {
    for (const host of [
      "ledger.example.go.th",
      "other.example",
      "localhost:8080",
      "localhost.example",
      undefined,
    ])
      expect(origin(host, "203.0.113.4", PUBLIC), host).to.equal(PUBLIC);
    expect(origin("ledger.example.go.th", "127.0.0.1", PUBLIC), "through a proxy here").to.equal(PUBLIC);
    expect(origin("localhost:8080", undefined, PUBLIC)).to.equal(PUBLIC);
  });

  it("is this machine's for what runs on it and asks by that name", () => {
    for (const [host, from] of [
      ["localhost:8080", "127.0.0.1"],
      ["127.0.0.1:8080", "::ffff:127.0.0.1"],
      ["[::1]:8080", "::1"],
    ] as const)
      expect(origin(host, from, PUBLIC)).to.equal(`http://${host}`);
  });
});

describe("an intake with PUBLIC_URL", function () {
  this.timeout(120_000);

  it("takes what was signed over its address on this machine, too", async () => {
    const desk = await newSubmitter("desk");
    const world = await startIntakeWorld(
      async (keeper) => {
        await keeper.register(SERVICE);
        await keeper.addKey(SERVICE, desk);
        await keeper.define(SERVICE, alertPushed.type, alertPushed.schema);
      },
      { PUBLIC_URL: PUBLIC },
    );
    try {
      const alert = { type: alertPushed.type, data: alertPushed.examples[0] };
      const one = record(SERVICE, desk.label, 1, schemaCid(alertPushed), alert as object);
      const sending = {
        ...{ service: SERVICE, submitter: desk, records: [one], idempotencyKey: randomUUID() },
        url: world.api.url,
      };
      const got = await submit(sending);
      expect(got.status, got.text).to.equal(201);
      const feed = await (await fetch(`${world.api.url}/robots.txt`)).text();
      expect(feed).to.include(`${PUBLIC}/`);
    } finally {
      await world.stop();
    }
  });
});
