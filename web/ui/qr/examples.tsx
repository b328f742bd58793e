import type { Example } from "../example.ts";
import { PrintFoot } from "./qr.tsx";

export const examples: Example[] = [
  {
    name: "only on paper",
    render: () => <PrintFoot address="https://prongsai.example.go.th/p/TH-2568-91001-000001-58" />,
  },
];
