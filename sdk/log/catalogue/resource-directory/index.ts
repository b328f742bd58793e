import type { Service } from "../define/service.ts";
import { text } from "../define/text.ts";
import { days } from "./days.ts";
import { itemDeployed, itemListed, itemReturned, itemVerified, itemWithdrawn } from "./items.ts";
import { requestAccepted, requestDeclined, requestMatched, requestOpened } from "./requests.ts";

const atHome = ["item.listed", "item.verified", "item.returned"];

export const resourceDirectory: Service = {
  name: "th.go.disaster.resource-directory",
  agency: {
    code: 92010,
    name: text([
      "กรมป้องกันและบรรเทาสาธารณภัย (สาธิต)",
      "Department of Disaster Prevention and Mitigation (demonstration)",
    ]),
    province: 10,
  },
  title: text(["บัญชีทรัพยากรและความเชี่ยวชาญ", "Resources and expertise directory"]),
  purpose: text([
    "ตรวจได้ว่าเรือ เครื่องสูบน้ำ ทีมแพทย์ และทรัพยากรอื่นที่ขึ้นบัญชีไว้มีอยู่จริงหรือไม่ คำขอยามเกิดภัยได้รับการจับคู่และตอบภายในเวลาเท่าใด ถูกปฏิเสธเพราะเหตุใด ของไปถึงเมื่อใด และคืนครบหรือไม่",
    "Whether the boats, pumps, medical teams and other resources that are listed exist, how fast requests in a disaster are matched and answered, why they are declined, when help arrived, and whether everything came back.",
  ]),
  heartbeatSeconds: 86_400,
  maximumMergeDelaySeconds: 600,
  actions: [
    itemListed,
    itemVerified,
    itemWithdrawn,
    requestOpened,
    requestMatched,
    requestAccepted,
    requestDeclined,
    itemDeployed,
    itemReturned,
  ],
  follows: {
    "item.listed": [null],
    "item.verified": atHome,
    "item.deployed": atHome,
    "item.returned": ["item.deployed"],
    "item.withdrawn": atHome,
    "request.opened": [null],
    "request.matched": ["request.opened", "request.declined"],
    "request.accepted": ["request.matched"],
    "request.declined": ["request.matched"],
  },
  days,
};
