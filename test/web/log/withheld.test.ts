import { expect } from "chai";
import { HDNodeWallet, toUtf8Bytes } from "ethers";
import { globSync, renameSync } from "node:fs";
import { join } from "node:path";
import { findService } from "../../../sdk/log/catalogue/index.ts";
import { en } from "../../../web/i18n/en/index.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { startApi } from "../../support/api.ts";
import type { ApiFixture } from "../../support/api.ts";
import { startDemo } from "../../support/demo-fixture.ts";
import { tellDays } from "../../support/log/logged.ts";
import { ServiceLog } from "../../support/log/service-log.ts";
import { startMirror } from "../../support/mirror.ts";
import { reader } from "../pages/support/browser.ts";
import { getPage } from "../pages/support/get-page.ts";
import { violations } from "../support/axe.ts";

const NAME = "th.go.forest.sensors";
const languages = [
  ["", th],
  ["/en", en],
] as const;

const wallet = (words: string) => HDNodeWallet.fromSeed(toUtf8Bytes(words.padEnd(64, ".")));

describe("pages: a service that had one entry confirmed and published nothing of it", function () {
  this.timeout(180_000);
  let api: ApiFixture;
  let stop: (() => Promise<void>) | undefined;

  before(async () => {
    const demo = await startDemo();
    const service = findService(NAME)!;
    const log = new ServiceLog(demo, service, {
      ...{ keeper: wallet("test withheld keeper"), gateway: wallet("test withheld gateway") },
    });
    await demo.chain.setClock(null);
    await log.register(0);
    const blocks = () => globSync("blocks/*/*", { cwd: join(demo.directory, "documents") });
    const before = new Set(blocks());
    await log.grow(tellDays(service, "2026-07-07", 1).records.slice(0, 1));
    const published = blocks().filter((file) => !before.has(file));
    expect(published.length).to.be.greaterThan(1);
    for (const [at, file] of published.entries())
      renameSync(join(demo.directory, "documents", file), join(demo.directory, `withheld-${at}`));
    const mirror = await startMirror(demo);
    api = await startApi({ mirror });
    stop = async () => {
      await api.stop();
      await mirror.stop();
      await demo.stop();
    };
  });
  after(() => stop?.());

  for (const [prefix, { services, service }] of languages) {
    it(`is not said to work as promised, nor to have confirmed nothing (${prefix || "/"})`, async () => {
      const { text } = await getPage(api, `${prefix}/services/${NAME}`);
      expect(text).to.include(services.status.withheld).and.include(services.status.logging);
      expect(text).to.include(service.noneShown);
      expect(text).to.not.include(services.status.working);
      expect(text).to.not.include(service.actions.noneYet);
      expect(text).to.not.include(service.activity.none);
      const filtered = await getPage(api, `${prefix}/services/${NAME}?from=2024-01-01`);
      expect(filtered.text).to.include(service.actions.none);
    });
  }

  it("is marked in the list of services, whose latest entry is not said to be none", async () => {
    const { page, context } = await reader(api.url, { width: 390 });
    await page.goto("/services");
    const row = page.getByRole("row").filter({ hasText: findService(NAME)!.title.th });
    await row.getByText(th.services.status.withheld).waitFor();
    expect(await row.innerText())
      .to.include(th.services.notShown)
      .and.not.include(th.services.status.working);
    await context.close();
  });

  for (const [prefix, texts] of languages) {
    it(`is caught where the reader wants to copy its log (${prefix || "/"})`, async () => {
      const { page, context } = await reader(api.url);
      await page.goto(`${prefix}/catch-us?service=${NAME}`);
      await page.getByRole("button", { name: texts.catching.load }).click();
      await page.getByText(texts.catching.withheld).waitFor();
      const said = await page.getByRole("main").innerText();
      expect(said).to.include("DOCUMENT_UNAVAILABLE").and.include(texts.states.mend);
      expect(said).to.not.include("503");
      const mend = /[\u0e00-\u0e7f]/;
      const alert = await page.getByRole("alert").innerText();
      if (texts === th) expect(alert).to.match(mend);
      else expect(alert).to.not.match(mend);
      expect(await violations(page)).to.deep.equal([]);
      await context.close();
    });
  }

  it("is spoken of in the singular", async () => {
    const { page, context } = await reader(api.url);
    await page.goto(`/en/catch-us?service=${NAME}`);
    const said = await page.getByRole("main").innerText();
    expect(said).to.include("(1 entry)").and.include("of 1 confirmed entry");
    expect(said).to.not.match(/\b1 (confirmed )?entries/);
    await context.close();
  });
});
