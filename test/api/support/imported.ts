import { parse } from "csv-parse/sync";
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { anchorPlan, importSigner, planImport } from "../../../scripts/import/index.ts";
import { startApi, type ApiFixture } from "../../support/api.ts";

const DATA = resolve(import.meta.dirname, "../../../data/egp");

/** A row as the file states it, amounts in baht; null stands as `-`. */
export interface Stated {
  number: string;
  title: string;
  type: string;
  agency: string;
  group: string;
  budget: string | null;
  reference: string | null;
  agreed: string | null;
  year: string;
  /** day as the file writes it */
  date: string;
  province: string;
  contract: string | null;
  taxId: string | null;
  winner: string | null;
}

const HEADER = `ลำดับ,รหัสโครงการ,ชื่อโครงการ,ชื่อประเภทโครงการ,ชื่อหน่วยงาน,ชื่อหน่วยงานย่อย,วิธีจัดซื้อฯ,กลุ่มวิธีจัดซื้อฯ,วันที่ประกาศ,งบประมาณ(บาท),ราคากลาง(บาท),ราคาตกลงซื้อ/จ้าง,ปีงบประมาณ,วันที่เกิดรายการ,จังหวัด,เลขที่สัญญา,เลขประจำตัวผู้เสียภาษี,ชื่อผู้ชนะ`;

const TOWN = "เทศบาลเมืองตัวอย่าง";
let next = 68010000000;
const stated = (changes: Partial<Stated>): Stated => ({
  number: String(next++),
  title: `จ้างซ่อมแซมทางเท้า ซอย ${next}`,
  type: "จ้างทำของ/จ้างเหมาบริการ",
  agency: TOWN,
  group: "คัดเลือก",
  budget: "90000",
  reference: "90000",
  agreed: "88000.25",
  year: "2568",
  date: "12 มี.ค. 68",
  province: "เชียงใหม่",
  contract: null,
  taxId: null,
  winner: null,
  ...changes,
});

const ONE_SUPPLIER = { agency: "โรงพยาบาลตัวอย่าง", taxId: "0105599000017", winner: "บริษัท ตัวอย่าง จำกัด" };

/** Rows that hold something for every filter and every rule over reported data. */
export const rows: readonly Stated[] = [
  stated({ agreed: "499000", budget: "600000", reference: "500000" }),
  stated({ agreed: "1200", budget: "1000", reference: "1000", group: "ประกาศเชิญชวนทั่วไป" }),
  stated({ agreed: "1100", budget: "2000", reference: "1000" }),
  stated({
    title: "จัดซื้อโต๊ะเรียน",
    agreed: "300000",
    budget: "300000",
    reference: "300000",
    date: "2 มิ.ย. 68",
  }),
  stated({
    title: "จัดซื้อโต๊ะเรียน",
    agreed: "300000",
    budget: "300000",
    reference: "300000",
    date: "9 มิ.ย. 68",
  }),
  stated({ title: "จ้างเหมาดูแลสวน", year: "2567", date: "5 ม.ค. 67" }),
  stated({ title: "จ้างเหมาดูแลสวน", date: "6 ม.ค. 68" }),
  ...Array.from({ length: 12 }, (_, i) =>
    stated({ agency: "องค์การบริหารส่วนตำบลตัวอย่าง", date: `${i + 3} ก.ย. 68`, province: "น่าน" }),
  ),
  ...Array.from({ length: 5 }, () => stated(ONE_SUPPLIER)),
  stated({ ...ONE_SUPPLIER, taxId: null, winner: null, agreed: "5000" }),
  // Two contracts of one project: its budget counts once, each price counts.
  stated({
    number: "68099999999",
    title: "ก่อสร้างอาคาร",
    budget: "1000000",
    agreed: "400000",
    contract: "1/2568",
  }),
  stated({
    number: "68099999999",
    title: "ก่อสร้างอาคาร",
    budget: "1000000",
    agreed: "350000",
    contract: "2/2568",
  }),
  stated({ budget: null, reference: null, agreed: null }),
  // The first batch reports this one too: the later batch counts.
  stated({
    number: "67119524001",
    title: "ซื้อวัสดุคอมพิวเตอร์ (แก้ไข)",
    budget: "2222.22",
    reference: "2222.22",
    agreed: "2000",
  }),
];

/** Lines that cannot be read, by the reason that is told, with what stands in the column complained of. */
export const broken: readonly [reason: string, change: (line: string[]) => void][] = [
  ["COLUMN_COUNT", (cells) => void cells.pop()],
  ["NUMBER_UNREADABLE", (cells) => void (cells[9] = "หนึ่งพัน")],
  ["NUMBER_NEGATIVE", (cells) => void (cells[11] = "-5.00")],
  ["DATE_UNREADABLE", (cells) => void (cells[13] = "31 ก.พ. 68")],
  ["CODE_MISSING", (cells) => void (cells[1] = "-")],
];

const cellsOf = (row: Stated, sequence: number): string[] => [
  String(sequence),
  row.number,
  row.title,
  row.type,
  row.agency,
  row.agency,
  "วิธีการจัดหา ประกาศเชิญชวนทั่วไป คัดเลือก เฉพาะเจาะจง",
  row.group,
  "-",
  row.budget ?? "-",
  row.reference ?? "-",
  row.agreed ?? "-",
  row.year,
  row.date,
  row.province,
  row.contract ?? "-",
  row.taxId ?? "-",
  row.winner ?? "-",
];

/** The sample that the demonstration imports, as its file states it. */
export function sample(): Stated[] {
  const [file] = globSync("*.csv", { cwd: DATA });
  const lines = parse(readFileSync(join(DATA, file!)), { bom: true, from_line: 2 }) as string[][];
  const value = (cell: string | undefined) => (cell === "-" ? null : (cell ?? null));
  return lines.map((cells) => ({
    number: cells[1]!,
    title: cells[2]!,
    type: cells[3]!,
    agency: cells[4]!,
    group: cells[7]!,
    budget: value(cells[9]),
    reference: value(cells[10]),
    agreed: value(cells[11]),
    year: cells[12]!,
    date: cells[13]!,
    province: cells[14]!,
    contract: null,
    taxId: null,
    winner: null,
  }));
}

/** Satang of an amount in baht as files write it. */
export function satang(baht: string | null): bigint {
  const [whole, part = ""] = (baht ?? "0").replaceAll(",", "").split(".");
  return BigInt(whole!) * 100n + BigInt(part.padEnd(2, "0"));
}

export interface ImportedApi extends ApiFixture {
  /** SHA-256 of the second file as published, hexadecimal. */
  readonly fileSha256: string;
  /** Number of the first broken line in it. */
  readonly firstBroken: number;
}

async function start(): Promise<ImportedApi> {
  const api = await startApi();
  const { demo, reaches } = api.mirror;
  const lines = rows.map(cellsOf);
  const bad = broken.map(([, change], i) => {
    const cells = cellsOf(stated({}), 900 + i);
    change(cells);
    return cells;
  });
  const text = `${[HEADER, ...[...lines, ...bad].map((cells) => cells.join(","))].join("\r\n")}\r\n`;
  const fileSha256 = createHash("sha256").update(text).digest("hex");
  const path = join(demo.directory, "second.csv");
  writeFileSync(path, text);
  const described = JSON.parse(readFileSync(join(DATA, "SOURCE.json"), "utf8")) as object;
  const source = join(demo.directory, "SOURCE.json");
  writeFileSync(source, JSON.stringify({ ...described, source_name: "ชุดที่สอง", sha256: fileSha256 }));
  const plan = await planImport({ format: "egp", path, source, documents: demo.documents });
  await anchorPlan(plan, demo.deployment, await importSigner(demo.provider, {}));
  const block = await demo.provider.getBlockNumber();
  await reaches(block);
  for (;;) {
    const { data } = await api.ask<{ importBatches: { nodes: { reading: string }[] } }>(
      "{ importBatches { nodes { reading } } }",
    );
    const nodes = data?.importBatches.nodes ?? [];
    if (nodes.length === 2 && nodes.every(({ reading }) => reading === "complete")) break;
  }
  return Object.assign(api, { fileSha256, firstBroken: rows.length + 2 });
}

let started: Promise<ImportedApi> | undefined;

/** One API over the demonstration with a second, richer file imported, for all files that only read; started at the first call. */
export function importedApi(): Promise<ImportedApi> {
  return (started ??= start());
}

after(async function () {
  this.timeout(30_000);
  const running = await started?.catch(() => undefined);
  await running?.stop();
});
