import type { Service } from "../define/service.ts";
import { text } from "../define/text.ts";
import { days } from "./days.ts";
import {
  complaintClassified,
  complaintCreated,
  complaintMerged,
  complaintRouted,
  complaintSupported,
} from "./intake.ts";
import { complaintRated, complaintReopened, complaintResolved, complaintStateChanged } from "./work.ts";

const atWork = ["complaint.routed", "complaint.supported", "complaint.stateChanged", "complaint.reopened"];

export const complaints: Service = {
  name: "th.go.bangkok.complaints",
  agency: {
    code: 92005,
    name: text(["กรุงเทพมหานคร (สาธิต)", "Bangkok Metropolitan Administration (demonstration)"]),
    province: 10,
  },
  title: text(["เรื่องร้องเรียนพร้อมภาพและพิกัด", "Complaints with photo and place"]),
  purpose: text([
    "ตรวจได้ว่าเรื่องร้องเรียนทุกเรื่องถูกส่งไปหน่วยใด ใช้เวลากี่วันจากที่สัญญาไว้ ถูกรวมหรือปิดเพราะเหตุใด ระบบหรือเจ้าหน้าที่เป็นผู้จัดประเภท ผู้ร้องเห็นว่าปัญหาหมดไปจริงหรือไม่ และไม่มีเรื่องใดหายไป",
    "To which department every complaint went, how long it took against the promise, why it was merged or closed, whether a model or a person classified it, whether those who complained say the trouble is gone, and that none disappeared.",
  ]),
  heartbeatSeconds: 21_600,
  maximumMergeDelaySeconds: 600,
  actions: [
    complaintCreated,
    complaintClassified,
    complaintRouted,
    complaintMerged,
    complaintSupported,
    complaintStateChanged,
    complaintResolved,
    complaintReopened,
    complaintRated,
  ],
  follows: {
    "complaint.created": [null],
    "complaint.classified": ["complaint.created"],
    "complaint.routed": ["complaint.classified", "complaint.routed"],
    "complaint.merged": ["complaint.classified"],
    "complaint.supported": ["complaint.routed", "complaint.supported"],
    "complaint.stateChanged": atWork,
    "complaint.resolved": atWork,
    "complaint.reopened": ["complaint.resolved", "complaint.rated"],
    "complaint.rated": ["complaint.resolved"],
  },
  days,
};
