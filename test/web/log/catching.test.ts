import { expect } from "chai";
import { findActionOf } from "../../../sdk/log/catalogue/index.ts";
import type { ActionRecord } from "../../../sdk/log/record/index.ts";
import { stepTexts } from "../../../sdk/log/verify/index.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { reader } from "../pages/support/browser.ts";
import { violations } from "../support/axe.ts";
import { filled } from "./support/filled.ts";

const { catching: texts } = th;
type Code = keyof typeof stepTexts;

/** Each lie, whether the fingerprint is written anew with it, and the steps that must not hold. */
const lies: [kind: keyof typeof texts.kinds, rewrite: boolean, codes: Code[]][] = [
  ["change", false, ["BUNDLE_ROOT", "BUNDLE_TILES"]],
  ["change", true, ["CHECKPOINT_SIGNED", "CHECKPOINT_ANCHORED"]],
  ["drop", false, ["BUNDLE_ROOT"]],
  ["reorder", false, ["BUNDLE_ROOT"]],
  ["reorder", true, ["CHECKPOINT_ANCHORED"]],
  ["backdate", false, ["BUNDLE_ROOT"]],
  ["backdate", true, ["CHECKPOINT_SIGNED", "CHECKPOINT_ANCHORED"]],
  ["forge", false, ["CHECKPOINT_SIGNED", "RECEIPT_ANCHOR_TRUSTED"]],
  ["shorten", false, ["NEVER_SHORTER", "NEWER_SIGNED"]],
];

/** One value differs from the truth, and is another one of the same closed list where the record has such a value. */
function expectBelievable([before = "", after = ""]: readonly string[]) {
  const [truth, told] = [before, after].map((text) => JSON.parse(text) as ActionRecord);
  const [member = "", ...more] = Object.keys(told!.data).filter(
    (name) => told!.data[name] !== truth!.data[name],
  );
  expect(more).to.deep.equal([]);
  const { fields } = findActionOf(told!)!;
  const choices = (name: string) => Object.keys(fields[name]?.values ?? {});
  // Which entry is the newest depends on the hour: some kinds of entries hold numbers only.
  if (Object.keys(truth!.data).some((name) => choices(name).length > 1))
    expect(choices(member)).to.include(told!.data[member]);
  else expect(told!.data).to.have.property(member).that.is.not.equal(truth!.data[member]);
}

describe("pages: how would you catch us lying", function () {
  this.timeout(240_000);

  async function open(name: string) {
    const { url } = await filled();
    const opened = await reader(url);
    const { page } = opened;
    await page.goto(`/catch-us?service=${name}`);
    await page.getByRole("button", { name: texts.load }).click();
    await page.getByRole("group", { name: texts.lie }).waitFor();
    return opened;
  }

  it("copies the true log, which holds, and catches every lie by the very step that it breaks", async () => {
    const { logs } = await filled();
    const { page, context, complaints } = await open(logs.busy.service.name);
    const truth = await page.locator("ol li strong").allInnerTexts();
    expect(truth.length).to.be.greaterThan(2);
    expect(truth.every((step) => step.endsWith(th.verify.step.holds))).to.equal(true);
    for (const [kind, rewrite, codes] of lies) {
      await page.getByRole("radio", { name: texts.kinds[kind].title }).check();
      const box = page.getByRole("checkbox", { name: texts.rewrite });
      if (await box.isVisible()) await box.setChecked(rewrite);
      await page.getByRole("button", { name: texts.tell }).click();
      const result = page.getByRole("region", { name: texts.result });
      const why = result.getByText(texts.whyOf[kind]);
      await why.waitFor();
      if (kind === "change") expectBelievable(await result.locator("pre").allTextContents());
      const failed = await result
        .getByRole("listitem")
        .filter({ hasText: `: ${th.verify.step.fails}` })
        .allInnerTexts();
      for (const code of codes)
        expect(failed.join("\n"), `${kind} ${rewrite}`).to.include(stepTexts[code].title.th);
    }
    expect(await violations(page)).to.deep.equal([]);
    expect(complaints).to.deep.equal([]);
    await context.close();
  });

  it("says so when a service has nothing to lie about, and when there is no such service", async () => {
    const { logs, url } = await filled();
    const { page, context } = await reader(url);
    await page.goto(`/catch-us?service=${logs.quiet.service.name}`);
    await page.getByText(texts.noneOf).waitFor();
    await page.goto("/catch-us?service=th.go.none");
    await page.getByText("ไม่มีบริการชื่อ th.go.none").waitFor();
    await context.close();
  });
});
