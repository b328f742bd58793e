import type { Details, Texts } from "../errors.ts";

/** Errors of reaching the ledger. */
export const chainTexts = {
  DEPLOYMENT_CONTRACT_UNKNOWN: ({ name }: Details): Texts => ({
    th: {
      what: `ไม่พบสัญญา ${name} ในรายการติดตั้งของบัญชี`,
      why: "คำอธิบายการติดตั้งไม่มีที่อยู่ของสัญญานี้ หรือที่อยู่ไม่ถูกต้อง",
      mend: "ใช้คำอธิบายการติดตั้งที่ครบถ้วนของบัญชีนี้ แล้วลองใหม่",
    },
    en: {
      what: `The deployment does not list the contract ${name}.`,
      why: "Its description has no address for this contract, or one that is malformed.",
      mend: "Use the complete deployment description of this ledger.",
    },
  }),
  RPC_UNREACHABLE: ({ url, reason }: Details): Texts => ({
    th: {
      what: `ติดต่อบัญชีที่ ${url} ไม่ได้`,
      why: `การเชื่อมต่อล้มเหลว (${reason})`,
      mend: "ตรวจสอบอินเทอร์เน็ตและที่อยู่ แล้วลองใหม่ หรือเลือกที่อยู่อื่น",
    },
    en: {
      what: `The ledger at ${url} cannot be reached.`,
      why: `The connection failed (${reason}).`,
      mend: "Check the network and the address and try again, or choose another address.",
    },
  }),
  RPC_TIMEOUT: ({ url, milliseconds }: Details): Texts => ({
    th: {
      what: `บัญชีที่ ${url} ไม่ตอบภายในเวลาที่กำหนด`,
      why: `รอแล้ว ${Number(milliseconds) / 1000} วินาที`,
      mend: "ลองใหม่อีกครั้ง หรือเลือกที่อยู่อื่น",
    },
    en: {
      what: `The ledger at ${url} did not answer in time.`,
      why: `It was given ${Number(milliseconds) / 1000} seconds.`,
      mend: "Try again, or choose another address.",
    },
  }),
  RPC_HTTP: ({ url, status }: Details): Texts => ({
    th: {
      what: `บัญชีที่ ${url} ไม่รับคำขอ`,
      why: `ระบบปลายทางตอบด้วยรหัส HTTP ${status}`,
      mend: "ตรวจสอบที่อยู่ ถ้าถูกต้องแล้วให้รอสักครู่แล้วลองใหม่",
    },
    en: {
      what: `The ledger at ${url} did not accept the request.`,
      why: `It answered with HTTP status ${status}.`,
      mend: "Check the address; if it is right, wait a little and try again.",
    },
  }),
  RPC_MALFORMED: ({ url, reason }: Details): Texts => ({
    th: {
      what: `คำตอบจาก ${url} ไม่ใช่คำตอบของบัญชี`,
      why: `คำตอบไม่เป็นไปตาม JSON-RPC 2.0 (${reason})`,
      mend: "ตรวจสอบว่าที่อยู่นี้เป็นของบัญชีจริง",
    },
    en: {
      what: `What ${url} answered is not a ledger's answer.`,
      why: `It does not follow JSON-RPC 2.0 (${reason}).`,
      mend: "Check that this is the address of a ledger.",
    },
  }),
  RPC_REFUSED: ({ method, rpcCode, rpcMessage }: Details): Texts => ({
    th: {
      what: `บัญชีปฏิเสธคำขอ ${method}`,
      why: `ระบบปลายทางแจ้งว่า “${rpcMessage}” (รหัส ${rpcCode})`,
      mend: "ตรวจสอบคำขอ ถ้าเป็นการบันทึกข้อมูลให้ดูเหตุผลที่สัญญาปฏิเสธ",
    },
    en: {
      what: `The ledger refused ${method}.`,
      why: `It says: “${rpcMessage}” (code ${rpcCode}).`,
      mend: "Check the request; for a write, see why the contract refused it.",
    },
  }),
} satisfies Record<string, (details: Details) => Texts>;
