import type { Example } from "../example.ts";
import { Pagination } from "./pagination.tsx";

export const examples: Example[] = [
  {
    name: "first of a million",
    render: () => <Pagination shown={50} total={1_000_000} hasNext endCursor="b2Zmc2V0" />,
  },
];
