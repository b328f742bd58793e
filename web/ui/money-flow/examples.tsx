import type { Example } from "../example.ts";
import { MoneyFlow } from "./money-flow.tsx";

export const examples: Example[] = [
  {
    name: "a year under way",
    render: () => (
      <MoneyFlow
        flow={{
          appropriated: "1855000000",
          allotted: "1625000000",
          committed: "1297500000",
          requested: "56000000",
          paid: "934000000",
          returned: "4500000",
        }}
      />
    ),
  },
  {
    name: "nothing yet",
    render: () => (
      <MoneyFlow flow={{ appropriated: "0", allotted: "0", committed: "0", paid: "0", returned: "0" }} />
    ),
  },
];
