import type { Example } from "../example.ts";
import { longName } from "../long-name.ts";
import { Breadcrumbs } from "./breadcrumbs.tsx";

export const examples: Example[] = [
  {
    name: "three levels",
    render: () => (
      <Breadcrumbs crumbs={[{ text: "เทศบาลตำบลดอนสาธิต", to: "/agency/91001" }, { text: longName }]} />
    ),
  },
];
