import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { anchorPlan, importSigner, planImport } from "../../../../scripts/import/index.ts";
import type { ApiFixture } from "../../../support/api.ts";

const SOURCE = resolve(import.meta.dirname, "../../../../data/egp/SOURCE.json");
const HEADER =
  "รหัสโครงการ,ชื่อโครงการ,ชื่อประเภทโครงการ,ชื่อหน่วยงาน,งบประมาณ(บาท),ราคากลาง(บาท),ราคาตกลงซื้อ/จ้าง,ปีงบประมาณ,วันที่เกิดรายการ,จังหวัด";

/** Publishes rows of e-GP as anybody may who imports a file, and waits until the API has read them all. */
export async function publish(
  { mirror: { demo }, ask }: ApiFixture,
  rows: readonly (readonly string[])[],
  described: Record<string, string> = {},
): Promise<{ batchId: number }> {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const text = [HEADER, ...rows.map((cells) => cells.map(quote).join(","))].join("\r\n") + "\r\n";
  const sha256 = createHash("sha256").update(text).digest("hex");
  const path = join(demo.directory, `${sha256}.csv`);
  writeFileSync(path, text);
  const source = join(demo.directory, `${sha256}.json`);
  const shipped = JSON.parse(readFileSync(SOURCE, "utf8")) as object;
  writeFileSync(source, JSON.stringify({ ...shipped, ...described, sha256 }));
  const plan = await planImport({ format: "egp", path, source, documents: demo.documents });
  await anchorPlan(plan, demo.deployment, await importSigner(demo.provider, {}));
  const query = `{ importBatches { nodes { batchId sourceSha256 reading } } }`;
  for (;;) {
    const { data } = await ask<{
      importBatches: { nodes: { batchId: number; sourceSha256: string; reading: string }[] };
    }>(query);
    const found = data?.importBatches.nodes.find(({ sourceSha256 }) => sourceSha256 === `0x${sha256}`);
    if (found?.reading === "complete") return { batchId: found.batchId };
    await pause(50);
  }
}
