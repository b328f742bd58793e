import { formatBahtNumber } from "../../../sdk/money.ts";
import type { Example } from "../example.ts";
import { longName } from "../long-name.ts";
import type { Column } from "./columns.ts";
import { DataTable } from "./data-table.tsx";

type Row = { title: string; agency: string; budget: bigint };

const rows: Row[] = [
  { title: longName, agency: "เทศบาลตำบลแม่ริม", budget: 4_999_900_00n },
  {
    title: "ซื้อวัสดุคอมพิวเตอร์ จำนวน 1 รายการ",
    agency: "สำนักงานปลัดกระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์",
    budget: 1_480_00n,
  },
  { title: "ซื้อน้ำมันเบรก จำนวน ๒ รายการ", agency: "เทศบาลตำบลแม่ริม", budget: 1_230_00n },
];

const columns: Column<Row>[] = [
  {
    key: "title",
    header: "โครงการ",
    kind: "text",
    cell: (row) => row.title,
    value: (row) => row.title,
    sortable: true,
  },
  { key: "agency", header: "หน่วยงาน", kind: "text", cell: (row) => row.agency, value: (row) => row.agency },
  {
    key: "budget",
    header: "งบประมาณ (บาท)",
    kind: "amount",
    cell: (row) => formatBahtNumber(row.budget),
    value: (row) => row.budget,
    sortable: true,
  },
];

export const examples: Example[] = [
  {
    name: "three rows",
    render: () => (
      <DataTable
        caption="โครงการที่มีวงเงินสูงสุด"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.title}
        fileName="projects"
      />
    ),
  },
  {
    name: "no rows",
    render: () => (
      <DataTable caption="โครงการที่เลยกำหนด" columns={columns} rows={[]} rowKey={(row) => row.title} />
    ),
  },
];
