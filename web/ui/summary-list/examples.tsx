import type { Example } from "../example.ts";
import { longName } from "../long-name.ts";
import { SummaryList } from "./summary-list.tsx";

export const examples: Example[] = [
  {
    name: "with a name of 80 characters without a space",
    render: () => (
      <SummaryList
        facts={[
          { term: "หน่วยงาน", value: longName },
          { term: "จังหวัด", value: "กรุงเทพมหานคร" },
          { term: "ปีงบประมาณ", value: "2568" },
        ]}
      />
    ),
  },
];
