import type { Example } from "../example.ts";
import { Figure, Figures } from "./figure.tsx";

export const examples: Example[] = [
  {
    name: "large, small, count, none",
    render: () => (
      <Figures>
        <Figure
          label="ได้รับงบประมาณ"
          satang="1234567890055"
          asOf={1732842300}
          source="ที่มา: สมุดบัญชีกลาง"
          definition="appropriated"
        />
        <Figure label="จ่ายแล้วสุทธิ" satang="148000" />
        <Figure label="โครงการ" amount="250 โครงการ" />
        <Figure label="ราคากลาง" />
      </Figures>
    ),
  },
];
