import type { Example } from "../example.ts";
import { MoneyFlow } from "./money-flow.tsx";
import type { Flow } from "./sums.ts";

const none: Flow = {
  approved: "0",
  carriedIn: "0",
  adjIn: "0",
  adjOut: "0",
  carriedOut: "0",
  allotted: "0",
  committed: "0",
  requested: "0",
  paid: "0",
  returned: "0",
};

const year: Flow = {
  ...none,
  approved: "1855000000",
  allotted: "1625000000",
  committed: "1297500000",
  requested: "56000000",
  paid: "934000000",
  returned: "4500000",
};

export const examples: Example[] = [
  { name: "a year under way", render: () => <MoneyFlow flow={year} /> },
  {
    name: "money moved, and carried into the next year",
    render: () => <MoneyFlow flow={{ ...year, adjIn: "20000000", carriedOut: "272000000" }} />,
  },
  { name: "nothing yet", render: () => <MoneyFlow flow={none} /> },
];
