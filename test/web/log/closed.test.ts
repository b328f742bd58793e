import { expect } from "chai";
import { HDNodeWallet, toUtf8Bytes } from "ethers";
import { registrar } from "../../../scripts/demo/cast.ts";
import { services as catalogue } from "../../../sdk/log/catalogue/index.ts";
import { keyIdOf } from "../../../sdk/log/http-signature/index.ts";
import { obstacleOf } from "../../../web/explorer/log/obstacle.ts";
import { en } from "../../../web/i18n/en/index.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { startApi } from "../../support/api.ts";
import type { ApiFixture } from "../../support/api.ts";
import { startDemo } from "../../support/demo-fixture.ts";
import { LOGGED } from "../../support/log/demo-log.ts";
import { tellDays } from "../../support/log/logged.ts";
import { act, ServiceLog, writerKey } from "../../support/log/service-log.ts";
import { startMirror } from "../../support/mirror.ts";
import { reader } from "../pages/support/browser.ts";
import { getPage } from "../pages/support/get-page.ts";
import { violations } from "../support/axe.ts";

type Closed = keyof typeof en.service.closed & keyof typeof en.services.status;
const wallet = (words: string) => HDNodeWallet.fromSeed(toUtf8Bytes(words.padEnd(64, ".")));

describe("pages: services that take no entries", function () {
  this.timeout(240_000);
  const named = new Map<Closed | "working", ServiceLog>();
  let api: ApiFixture;
  let stop: (() => Promise<void>) | undefined;

  before(async () => {
    const demo = await startDemo();
    await demo.chain.setClock(null);
    const keeps = async (what: Closed, method: string, args: (log: ServiceLog) => unknown[]) => {
      const log = named.get(what)!;
      const agent = what === "suspended" ? registrar : wallet(`test ${what} keeper`);
      await act(demo, agent, "ActionLog", method, [log.id, ...args(log)]);
    };
    const kinds = [
      "working",
      "noGateway",
      "noCheckpointKey",
      "noSubmissionKey",
      "suspended",
      "retired",
    ] as const;
    const others = catalogue.filter(({ name }) => !(name in LOGGED));
    for (const [at, what] of kinds.entries()) {
      const service = others[at]!;
      const keepers = { keeper: wallet(`test ${what} keeper`), gateway: wallet(`test ${what} gateway`) };
      const log = new ServiceLog(demo, service, keepers);
      named.set(what, log);
      await log.register(0);
      await log.grow(tellDays(service, "2026-07-07", 3).records.slice(0, 1));
    }
    await keeps("noGateway", "endGateway", () => [wallet("test noGateway gateway").address]);
    await keeps("noCheckpointKey", "endKey", ({ signer }) => [keyIdOf(signer.key.publicKey)]);
    await keeps("noSubmissionKey", "endKey", ({ service }) => [keyIdOf(writerKey(service.name))]);
    await keeps("suspended", "suspendService", () => []);
    await keeps("retired", "retireService", () => []);
    const mirror = await startMirror(demo);
    api = await startApi({ mirror });
    stop = async () => {
      await api.stop();
      await mirror.stop();
      await demo.stop();
    };
  });
  after(() => stop?.());

  const address = (what: Closed | "working") => `/services/${named.get(what)!.service.name}`;

  for (const [prefix, { service, services }] of [
    ["", th],
    ["/en", en],
  ] as const)
    for (const what of ["noGateway", "noCheckpointKey", "noSubmissionKey", "suspended", "retired"] as const)
      it(`say so plainly, why and since when: ${what} (${prefix || "/"})`, async () => {
        const { text } = await getPage(api, `${prefix}${address(what)}`);
        expect(text).to.include(services.status[what]);
        expect(text).to.include(service.closed[what]).and.include(service.closed.since);
        expect(text).to.include(service.closed.stays);
        for (const other of [services.status.working, services.status.logging])
          expect(text).to.not.include(other);
      });

  it("stand beside one that takes them, of which none of this is said", async () => {
    const { text } = await getPage(api, `/en${address("working")}`);
    expect(text).to.include(en.services.status.working).and.not.include(en.service.closed.stays);
  });

  it("are marked in the list of services, and their pages can be used by everybody", async () => {
    const { page, context } = await reader(api.url);
    await page.goto("/en/services");
    for (const [what, { service }] of named) {
      const row = page.getByRole("row").filter({ hasText: service.title.en });
      expect(await row.innerText(), what).to.include(en.services.status[what]);
    }
    await page.goto(address("noGateway"));
    await page.getByText(th.service.closed.noGateway).waitFor();
    expect(await violations(page)).to.deep.equal([]);
    await context.close();
  });

  describe("by their windows alone", () => {
    const window = { validFrom: "2026-01-01T00:00:00Z", validUntil: "2026-12-31T23:59:59Z", endedAt: null };
    const at = (instant: string) => Date.parse(instant) / 1_000;
    const keys = [
      { ...window, use: "CHECKPOINT" },
      { ...window, use: "SUBMISSION" },
    ] as const;

    it("take entries from the first to the last second of each window", () => {
      const registered = { gateways: [window], keys };
      for (const instant of [window.validFrom, "2026-06-01T00:00:00Z", window.validUntil])
        expect(obstacleOf(registered, at(instant)), instant).to.equal(null);
      expect(obstacleOf(registered, at(window.validUntil) + 1)).to.deep.equal({
        what: "noGateway",
        since: at(window.validUntil) + 1,
      });
      expect(obstacleOf(registered, at(window.validFrom) - 1)).to.deep.equal({
        what: "noGateway",
        since: null,
      });
    });

    it("take none from the second on at which one is ended early, unless another is in force", () => {
      const ended = { ...window, endedAt: "2026-06-01T00:00:00Z" };
      const since = at(ended.endedAt);
      expect(obstacleOf({ gateways: [ended], keys }, since - 1)).to.equal(null);
      expect(obstacleOf({ gateways: [ended], keys }, since)).to.deep.equal({ what: "noGateway", since });
      expect(obstacleOf({ gateways: [ended, window], keys }, since)).to.equal(null);
      const lapsed = [keys[0], { ...ended, use: "SUBMISSION" }] as const;
      expect(obstacleOf({ gateways: [window], keys: lapsed }, since)).to.deep.equal({
        ...{ what: "noSubmissionKey", since },
      });
      expect(obstacleOf({ gateways: [window], keys: [keys[1]] }, since)).to.deep.equal({
        ...{ what: "noCheckpointKey", since: null },
      });
    });
  });
});
