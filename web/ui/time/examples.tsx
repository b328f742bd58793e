import type { Example } from "../example.ts";
import { Day, Moment } from "./time.tsx";

export const examples: Example[] = [
  { name: "a day", render: () => <Day at="2024-11-29" /> },
  { name: "a day of an instant, in Bangkok", render: () => <Day at="2024-11-28T18:00:00Z" /> },
  { name: "an instant", render: () => <Moment at="2024-11-29T07:05:00Z" /> },
];
