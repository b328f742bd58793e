import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { forms } from "../../../sdk/log/files/forms.ts";
import { formatReceipt } from "../../../sdk/log/receipt/index.ts";
import type { Receipt } from "../../../sdk/log/receipt/index.ts";
import { stepTexts } from "../../../sdk/log/verify/index.ts";
import { toBase64 } from "../../../sdk/log/checkpoint/base64.ts";
import { qrCodes, receiptCodes } from "../../../web/explorer/pages/receipt/codes.ts";
import { en } from "../../../web/i18n/en/index.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { violations } from "../support/axe.ts";
import { reader } from "../pages/support/browser.ts";
import { filled } from "./support/filled.ts";

const { receipt: texts } = th;
const INDEX = 3;
const ROOT = resolve(import.meta.dirname, "../../..");

/** Pastes a text and presses the button. */
async function paste(page: Page, text: string, words = texts): Promise<void> {
  await page.getByLabel(words.text).fill(text);
  await page.getByRole("button", { name: words.check }).click();
}

/** What was found: the heading of the outcome. */
const outcome = async (page: Page, title: string) =>
  page.getByRole("main").getByText(title, { exact: true }).waitFor();

describe("pages: check a receipt", function () {
  this.timeout(180_000);

  async function open(path = "/check-receipt") {
    const { url } = await filled();
    const opened = await reader(url);
    await opened.page.goto(path);
    await opened.page
      .getByText(path.startsWith("/en") ? en.receipt.readyOffline : texts.readyOffline)
      .waitFor();
    return opened;
  }

  it("holds by the ledger, in the words of the record, and asks nobody but the ledger and this site", async () => {
    const { logs } = await filled();
    const { page, context, asked, complaints } = await open();
    asked.length = 0;
    await paste(page, formatReceipt(await logs.busy.receipt(INDEX)));
    await outcome(page, texts.result.holdsTitle);
    const steps = await page.locator("ol li strong").allInnerTexts();
    expect(steps.every((step) => step.endsWith(th.verify.step.holds))).to.equal(true);
    for (const code of [
      "RECORD_LEAF",
      "LEAF_INCLUDED",
      "CHECKPOINT_SIGNED",
      "RECEIPT_ANCHOR_TRUSTED",
    ] as const)
      expect(steps.join("\n")).to.include(stepTexts[code].title.th);
    expect(new Set(asked)).to.deep.equal(new Set(["POST /rpc", "POST /graphql"]));
    expect(complaints).to.deep.equal([]);
    expect(await violations(page)).to.deep.equal([]);
    await context.close();
  });

  it("takes a COSE receipt as a file and in base64, in English too, and hands out evidence", async () => {
    const { logs, mirror } = await filled();
    const bytes = await logs.busy.coseReceipt(INDEX);
    const file = join(mirror.demo.directory, "receipt.cose");
    writeFileSync(file, bytes);
    const { page, context } = await open("/en/check-receipt");
    await page.getByLabel(en.receipt.file).setInputFiles(file);
    await page.getByRole("button", { name: en.receipt.check }).click();
    await outcome(page, en.receipt.result.holdsTitle);
    expect(await page.locator("ol").last().innerText()).to.include(stepTexts.COSE_SIGNED.title.en);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: en.verify.evidence }).click();
    const evidence = JSON.parse(readFileSync(await (await download).path(), "utf8")) as {
      kind: string;
      report: { verdict: string };
      receipt: Receipt;
    };
    expect(evidence).to.include({ type: "prongsai-evidence", kind: "receipt", chainId: 31_337 });
    expect(evidence.report.verdict).to.equal("holds");
    expect(evidence.receipt.index).to.equal(INDEX);
    await paste(page, toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_"), en.receipt as never);
    await outcome(page, en.receipt.result.holdsTitle);
    await context.close();
  });

  it("says nothing of the file before as soon as another is chosen", async () => {
    const { logs } = await filled();
    const { page, context } = await open();
    await paste(page, formatReceipt(await logs.busy.receipt(INDEX)));
    await outcome(page, texts.result.holdsTitle);
    const other = Buffer.from(formatReceipt(await logs.busy.receipt(INDEX + 1)));
    const file = { name: "other.json", mimeType: "application/json", buffer: other };
    await page.getByLabel(texts.file).setInputFiles(file);
    await page.getByRole("heading", { name: texts.result.title }).waitFor({ state: "detached" });
    expect(await page.getByRole("main").innerText()).to.not.include(texts.result.holdsTitle);
    await page.getByRole("button", { name: texts.check }).click();
    await outcome(page, texts.result.holdsTitle);
    expect(await page.locator("pre").last().textContent()).to.include(`"index": ${INDEX + 1}`);
    await context.close();
  });

  it("hands out evidence that npm run verify checks again by the ledger, whatever the file says", async () => {
    const { logs, mirror } = await filled();
    const { page, context } = await open();
    const receipt = await logs.busy.receipt(INDEX);
    const evidenceOf = async (one: Receipt, title: string) => {
      await paste(page, formatReceipt(one));
      await outcome(page, title);
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: th.verify.evidence }).click();
      return readFileSync(await (await download).path(), "utf8");
    };
    const verify = (content: string) => {
      const file = join(mirror.demo.directory, "evidence.json");
      writeFileSync(file, content);
      const args = ["scripts/verify.ts", file, "--rpc", mirror.demo.chain.rpcUrl];
      return spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
    };
    const good = await evidenceOf(receipt, texts.result.holdsTitle);
    const agrees = verify(good);
    expect([agrees.status, agrees.stderr]).to.deep.equal([0, ""]);
    expect(agrees.stdout).to.include("AGREES");
    const { root } = receipt.anchor;
    const other = verify(good.replaceAll(root, `0x${"ab".repeat(32)}`));
    expect(other.status, "a root that the file makes up").to.equal(1);
    const record = { ...receipt.record!, type: "complaint.rated" };
    const bad = await evidenceOf({ ...receipt, record }, texts.result.failsTitle);
    const differs = verify(bad);
    expect(differs.status).to.equal(1);
    expect(differs.stdout).to.include("✘ receipt: RECORD_LEAF");
    await context.close();
  });

  it("works without a connection once the page is there: good receipts are good as far as can be said, false ones false", async () => {
    const { logs } = await filled();
    const { page, context } = await open();
    await context.setOffline(true);
    const receipt = await logs.busy.receipt(INDEX);
    await paste(page, formatReceipt(receipt));
    await outcome(page, texts.result.signedTitle);
    expect(await page.getByRole("main").innerText())
      .to.include(texts.result.signedTold)
      .and.include(texts.step.noNetwork);
    const record = { ...receipt.record!, ts: "2020-01-01T00:00:00.000Z" };
    await paste(page, formatReceipt({ ...receipt, record }));
    await outcome(page, texts.result.failsTitle);
    await context.setOffline(false);
    await paste(page, formatReceipt(receipt));
    await outcome(page, texts.result.holdsTitle);
    await context.setOffline(true);
    await paste(page, formatReceipt(receipt));
    await page.getByText(texts.result.signedRemembered).waitFor();
    await context.close();
  });

  const forged: [string, (receipt: Receipt) => Receipt, keyof typeof stepTexts | null][] = [
    [
      "an altered record",
      (one) => ({ ...one, record: { ...one.record!, type: "complaint.rated" } }),
      "RECORD_LEAF",
    ],
    ["another place", (one) => ({ ...one, index: one.index + 1 }), "LEAF_INCLUDED"],
    [
      "a witness that never was",
      (one) => ({ ...one, cosigners: [{ ...one.cosigners[0]!, agency: 91001 }] }),
      "RECEIPT_WITNESSES",
    ],
    ["a block that has no such head", (one) => ({ ...one, anchor: { ...one.anchor, block: 1 } }), null],
    [
      "a time that was not",
      (one) => ({ ...one, anchor: { ...one.anchor, blockTime: 5 } }),
      "RECEIPT_ANCHOR_TRUSTED",
    ],
  ];
  for (const [name, change, code] of forged) {
    it(`does not hold with ${name}, and says which step does not`, async () => {
      const { logs } = await filled();
      const { page, context } = await open();
      await paste(page, formatReceipt(change(await logs.busy.receipt(INDEX))));
      await outcome(page, texts.result.failsTitle);
      const failed = await page.getByText(`: ${th.verify.step.fails}`).allInnerTexts();
      if (code) expect(failed.join("\n")).to.include(stepTexts[code].title.th);
      const said = await page.getByRole("main").innerText();
      if (!code) expect(said).to.include("อย่าเชื่อใบรับนี้");
      expect(said).to.include(th.states.code.replace("{{code}}", code ?? "LOG_RECEIPT_HEAD"));
      await context.close();
    });
  }

  it("has a code for each of them that docs/errors.md lists", () => {
    const documented = readFileSync(new URL("../../../docs/errors.md", import.meta.url), "utf8");
    for (const code of Object.values({ ...receiptCodes, ...qrCodes }))
      expect(documented).to.include(`| \`${code}\` |`);
  });

  it("says what is no receipt, what is broken, and when nothing was brought", async () => {
    const { page, context } = await open();
    const alert = page.getByRole("alert");
    await page.getByRole("button", { name: texts.check }).click();
    await alert.getByText(texts.nothing).waitFor();
    expect(await alert.innerText()).to.include("LOG_RECEIPT_NOTHING");
    const whole = formatReceipt(await (await filled()).logs.busy.receipt(INDEX));
    const twice = whole.replace('"record":', '"record":{"type":"another"},"record":');
    for (const [text, said, code] of [
      ["ไม่ใช่ใบรับ", texts.unknownForm, "LOG_RECEIPT_FORM"],
      ["https://ledger.example/services", texts.isAddress, "LOG_RECEIPT_ADDRESS"],
      ['{"name":"ทะเบียนอื่น"}', texts.otherFile, "LOG_RECEIPT_OTHER"],
      ['{"type":"prongsai-log-trust","version":1}', texts.otherFile, "LOG_RECEIPT_OTHER"],
      [twice, forms.once.th, "LOG_FILE_MALFORMED"],
      ["https://ledger.example/", texts.isAddress, "LOG_RECEIPT_ADDRESS"],
      ["{", "$", "LOG_FILE_MALFORMED"],
      ['{"type":"prongsai-log-receipt","version":1}', "$.inclusion", "LOG_FILE_MALFORMED"],
    ] as const) {
      await paste(page, text);
      await alert.getByText(said).waitFor();
      expect(await alert.innerText()).to.include(th.states.code.replace("{{code}}", code));
      expect(
        await alert.evaluate((box) => box.contains(document.activeElement) || box === document.activeElement),
      ).to.be.true;
    }
    expect(await violations(page)).to.deep.equal([]);
    await context.close();
  });
});
