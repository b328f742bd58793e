import { expect } from "chai";
import { th } from "../../../web/i18n/th/index.ts";
import { runningApi } from "../../api/support/running.ts";
import { getPage } from "./support/get-page.ts";

describe("pages: on paper", function () {
  this.timeout(120_000);

  for (const path of [
    "/reported",
    `/reported?province=${encodeURIComponent("เชียงใหม่")}`,
    "/p/TH-2568-91001-000001-58",
  ])
    it(`say where exactly this is found again: ${decodeURIComponent(path)}`, async () => {
      const api = await runningApi();
      const { text } = await getPage(api, path);
      const [, address] = new RegExp(`${th.shell.print.permalink} ?: (\\S+)`).exec(text) ?? [];
      expect(address).to.equal(api.url + path);
    });
});
