import type { Example } from "../example.ts";
import { Button } from "./button.tsx";

export const examples: Example[] = [
  {
    name: "primary, secondary, plain, disabled",
    render: () => (
      <p>
        <Button kind="primary">ค้นหา</Button> <Button>ล้างเงื่อนไข</Button> <Button kind="plain">คัดลอก</Button>{" "}
        <Button disabled>หน้าถัดไป</Button>
      </p>
    ),
  },
];
