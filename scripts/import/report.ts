import { absentColumns } from "../../sdk/import/egp/columns.ts";
import { flagText, quarantineText } from "../../sdk/import/index.ts";
import type { Anchored } from "./anchor.ts";
import type { ImportPlan, ImportProgress } from "./plan.ts";

const stages = { hash: "fingerprint", keep: "reading", check: "reading back" } as const;

/** One line that is written over while the import runs. */
export function progressLine({ stage, bytes, totalBytes, rows }: ImportProgress): string {
  const percent = stage === "check" || totalBytes === 0 ? "" : ` ${Math.floor((bytes / totalBytes) * 100)} %`;
  return `${stages[stage]}${percent}${rows > 0 ? `, ${rows.toLocaleString("en")} rows` : ""}`;
}

function counts<Code extends string>(
  title: string,
  found: Readonly<Partial<Record<Code, number>>>,
  texts: Readonly<Record<Code, { th: string; en: string }>>,
): string[] {
  const lines = (Object.entries(found) as [Code, number][]).map(
    ([code, count]) => `  ${String(count).padStart(9)}  ${code}  ${texts[code].th} / ${texts[code].en}`,
  );
  return lines.length > 0 ? [title, ...lines] : [];
}

/** What was imported, for a terminal. */
export function importReport(plan: ImportPlan, anchored: Anchored | null): string {
  const { summary, file, sourceSha256 } = plan;
  const { rowsRead, imported, quarantined } = summary;
  const unknown = summary.columns.unknown.join(", ");
  const absent = plan.format === "egp" ? absentColumns(summary.columns.known) : [];
  const same = file.sha256 === sourceSha256;
  return [
    `rows read ${rowsRead} = imported ${imported} + quarantined ${quarantined}`,
    `projects ${summary.projects}, contracts ${summary.contracts}, suppliers withheld ${summary.suppliersWithheld}`,
    ...(absent.length > 0 ? [`ไม่มีคอลัมน์ / columns that are not there, left empty: ${absent.join(", ")}`] : []),
    ...(unknown ? [`unknown columns, kept: ${unknown}`] : []),
    ...counts("quarantine", summary.quarantineReasons, quarantineText),
    ...counts("flags", summary.flags, flagText),
    `source  sha256 ${sourceSha256}`,
    `kept    sha256 ${file.sha256}${same ? " (the source itself: nothing had to be withheld)" : ""}`,
    `        ${file.cid}, ${file.size} bytes`,
    `rows    Merkle root ${Buffer.from(summary.merkleRoot).toString("hex")}, rules ${plan.parserVersion}`,
    ...(anchored
      ? [
          `batch   ${anchored.batchId}${anchored.transaction ? ` in ${anchored.transaction}` : ", anchored before"}`,
          ...(anchored.replacedBy
            ? [`        ชุดที่ ${anchored.replacedBy} แทนที่แล้ว / batch ${anchored.replacedBy} has replaced it`]
            : []),
        ]
      : []),
  ].join("\n");
}
