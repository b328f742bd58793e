import type { Service } from "../define/service.ts";
import { text } from "../define/text.ts";
import { appointmentBooked } from "./appointments.ts";
import { complaintClosed, complaintFiled } from "./complaints.ts";
import { days } from "./days.ts";
import { inquiryAnswered } from "./inquiries.ts";
import { reportFiled, reportStateChanged } from "./reports.ts";

export const policeChatbot: Service = {
  name: "th.go.police.chatbot",
  agency: {
    code: 92001,
    name: text(["สถานีตำรวจนครบาลตัวอย่าง (สาธิต)", "Example Metropolitan Police Station (demonstration)"]),
    province: 10,
  },
  title: text(["ผู้ช่วยตอบคำถามของสถานีตำรวจ", "Police-station chatbot"]),
  purpose: text([
    "ตรวจได้ว่าการแจ้งความทุกเรื่องได้รับการติดต่อกลับและเดินหน้าตามเวลาที่สัญญาไว้หรือไม่ เรื่องใดถูกยุติเพราะเหตุใด ระบบตอบคำถามรุ่นใดตอบเอง เรื่องใดส่งต่อเจ้าหน้าที่ และเรื่องร้องเรียนต่อสถานีใครเป็นผู้พิจารณา",
    "Whether every report moves within the time promised, why a report was closed, which version of the chatbot answered alone and when an officer stepped in, and who reviewed complaints about the station itself.",
  ]),
  heartbeatSeconds: 21_600,
  maximumMergeDelaySeconds: 600,
  actions: [
    inquiryAnswered,
    reportFiled,
    reportStateChanged,
    appointmentBooked,
    complaintFiled,
    complaintClosed,
  ],
  follows: {
    "report.filed": [null],
    "appointment.booked": ["report.filed"],
    "report.stateChanged": ["report.filed", "appointment.booked", "report.stateChanged"],
    "complaint.filed": [null],
    "complaint.closed": ["complaint.filed"],
  },
  days,
};
