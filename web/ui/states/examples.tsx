import type { Example } from "../example.ts";
import { Empty, Failed, Loading, PlaceLost, Stale } from "./states.tsx";

const noop = () => undefined;

export const examples: Example[] = [
  { name: "loading", render: () => <Loading /> },
  { name: "empty", render: () => <Empty filtered /> },
  { name: "offline", render: () => <Failed problem={{ code: "OFFLINE", offline: true }} retry={noop} /> },
  {
    name: "error with its own explanation",
    render: () => (
      <Failed
        problem={{
          code: "PAGE_TOO_LARGE",
          offline: false,
          what: "ขอข้อมูลครั้งละ 5,000 รายการไม่ได้",
          why: "ระบบให้ครั้งละไม่เกิน 1,000 รายการ",
          mend: "ขอไม่เกิน 1,000 รายการ หรือดาวน์โหลดทั้งชุด",
        }}
        retry={noop}
      />
    ),
  },
  { name: "place in a list that is none", render: () => <PlaceLost code="CURSOR_MALFORMED" /> },
  { name: "stale", render: () => <Stale retry={noop} /> },
];
