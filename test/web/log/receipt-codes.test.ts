import { expect } from "chai";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Page } from "playwright-core";
import { toBase64 } from "../../../sdk/log/checkpoint/base64.ts";
import { formatReceipt } from "../../../sdk/log/receipt/index.ts";
import { findChromium } from "../../../scripts/platform/chromium.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { reader } from "../pages/support/browser.ts";
import { filled } from "./support/filled.ts";
import { qrPicture, qrVideo } from "./support/qr.ts";

const { receipt: texts } = th;
const INDEX = 3;

const outcome = (page: Page, title: string) =>
  page.getByRole("main").getByText(title, { exact: true }).waitFor();

async function openIn(page: Page): Promise<void> {
  await page.goto("/check-receipt");
  await page.getByText(texts.readyOffline).waitFor();
}

describe("pages: a receipt in a QR code", function () {
  this.timeout(180_000);

  const coded = async () => toBase64(await (await filled()).logs.busy.coseReceipt(INDEX));

  it("is read out of a picture in a browser without a decoder of its own, and checked", async () => {
    const { page, context, complaints } = await reader((await filled()).url);
    await openIn(page);
    await page.getByLabel(texts.qr.picture).setInputFiles(await qrPicture(await coded()));
    await outcome(page, texts.result.holdsTitle);
    expect(await page.getByLabel(texts.text).inputValue(), "the text can be seen").to.equal(await coded());
    expect(complaints).to.deep.equal([]);
    await context.close();
  });

  it("is read and checked without a connection once the page is there", async () => {
    const { logs, url } = await filled();
    const { page, context } = await reader(url);
    await openIn(page);
    await context.setOffline(true);
    const picture = page.getByLabel(texts.qr.picture);
    await picture.setInputFiles(await qrPicture(await coded()));
    await outcome(page, texts.result.signedTitle);
    const receipt = await logs.busy.receipt(INDEX);
    const false_ = { ...receipt, record: { ...receipt.record!, ts: "2020-01-01T00:00:00.000Z" } };
    await picture.setInputFiles(await qrPicture(formatReceipt(false_)));
    await outcome(page, texts.result.failsTitle);
    await context.close();
  });

  it("says what is no code, no picture, and the address of a page as printed pages have it", async () => {
    const { page, context } = await reader((await filled()).url);
    await openIn(page);
    const picture = page.getByLabel(texts.qr.picture);
    const blank = await page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 60 } });
    await picture.setInputFiles({ name: "blank.png", mimeType: "image/png", buffer: blank });
    await page
      .getByText(`${texts.qr.noCode} ${th.states.code.replace("{{code}}", "QR_CODE_ABSENT")}`)
      .waitFor();
    await picture.setInputFiles({ name: "x.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
    await page.getByText(texts.qr.noPicture).waitFor();
    await picture.setInputFiles(await qrPicture("https://prongsai.example.go.th/services/th.go.example/3"));
    await page.getByRole("alert").getByText(texts.isAddress).waitFor();
    await context.close();
  });

  it("is read through the camera, and says when there is none", async () => {
    const { mirror, url } = await filled();
    const video = join(mirror.demo.directory, "camera.y4m");
    writeFileSync(video, qrVideo(await coded()));
    const fake = ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${video}`];
    const browser = await chromium.launch({
      executablePath: findChromium()!,
      args: ["--no-sandbox", "--disable-gpu", "--use-fake-ui-for-media-stream", ...fake],
    });
    try {
      const page = await browser.newPage({ baseURL: url });
      await openIn(page);
      await page.getByRole("button", { name: texts.qr.camera }).click();
      await outcome(page, texts.result.holdsTitle);
      await page.getByRole("button", { name: texts.qr.camera }).waitFor();
    } finally {
      await browser.close();
    }
    const { page, context } = await reader(url);
    await openIn(page);
    await page.getByRole("button", { name: texts.qr.camera }).click();
    await page.getByText(texts.qr.noCamera).waitFor();
    await context.close();
  });
});

describe("pages: a receipt that was altered by one character", function () {
  this.timeout(180_000);

  /** Another character of the same kind: what is read stays of the same form wherever it can. */
  const other = (character: string) =>
    /\d/.test(character) ? String((Number(character) + 1) % 10) : character === "a" ? "b" : "a";

  it("never holds, wherever the character stands", async () => {
    const { logs, url } = await filled();
    const good = formatReceipt(await logs.busy.receipt(INDEX));
    const coded = toBase64(await logs.busy.coseReceipt(INDEX));
    const { page, context } = await reader(url);
    await openIn(page);
    const verdict = page
      .getByRole("alert")
      .or(page.getByRole("main").getByText(texts.result.failsTitle, { exact: true }))
      .or(page.getByRole("main").getByText(texts.result.holdsTitle, { exact: true }));
    const held: string[] = [];
    for (const [text, places] of [
      [good, 6],
      [coded, 3],
    ] as const) {
      for (let i = 0; i < places; i++) {
        let at = Math.floor(((i + 0.5) * text.length) / places);
        // Blanks between members say nothing.
        while (!/[0-9a-zA-Z]/.test(text[at]!)) at++;
        const altered = text.slice(0, at) + other(text[at]!) + text.slice(at + 1);
        await page.reload();
        await page.getByLabel(texts.text).fill(altered);
        await page.getByRole("button", { name: texts.check }).click();
        await verdict.first().waitFor();
        const said = await verdict.first().innerText();
        if (said === texts.result.holdsTitle) held.push(`${at}: ${text.slice(at - 40, at + 40)}`);
      }
    }
    expect(held).to.deep.equal([]);
    await context.close();
  });
});
