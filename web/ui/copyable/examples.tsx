import type { Example } from "../example.ts";
import { Copyable } from "./copyable.tsx";

export const examples: Example[] = [
  { name: "project code", render: () => <Copyable value="TH-2568-91001-000001-28" /> },
  {
    name: "fingerprint",
    render: () => <Copyable value="0x8f3c5a4be1d0972c6b5fd3a17e90c4428b7e6d5a1f2c3b4d5e6f708192a3b4c5" />,
  },
];
