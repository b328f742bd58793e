import type { Example } from "../example.ts";
import { longName } from "../long-name.ts";
import { BarChart } from "./bar-chart.tsx";

const data = {
  unit: "งบประมาณ (ล้านบาท)",
  bars: [
    { label: longName, value: 12.35, shown: "12.35" },
    { label: "เทศบาลตำบลแม่ริม", value: 4.9, shown: "4.90" },
    { label: "กรมทางหลวง", value: 0.2, shown: "0.20" },
  ],
};

export const examples: Example[] = [
  {
    name: "bars with a long name",
    render: () => <BarChart data={data} sentence="หน่วยงานแรกได้งบประมาณมากกว่าสองหน่วยงานหลังรวมกัน" />,
  },
];
