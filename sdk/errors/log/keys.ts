import type { ContractErrorTexts } from "../contract-text.ts";

/** Errors of the register of services: keys and gateways. */
export const keyErrors: ContractErrorTexts = {
  ServiceRegistryWindowEmpty: {
    th: [
      "ช่วงเวลาที่ใช้ได้ไม่ถูกต้อง",
      "ใช้ได้ตั้งแต่ {validFrom:time} ถึง {validUntil:time} ขณะนี้ {blockTime:time} ช่วงเวลาต้องไม่กลับกันและต้องยังไม่หมด",
      "แก้วันเริ่มและวันสิ้นสุด แล้วส่งใหม่",
    ],
    en: [
      "The window of validity is empty.",
      "It goes from {validFrom:time} to {validUntil:time}, and it is {blockTime:time}; it must not be reversed or over.",
      "Correct the first and the last moment and send it again.",
    ],
  },
  ServiceRegistryKeyMalformed: {
    th: [
      "กุญแจสาธารณะ {publicKey} ผิดรูปแบบ",
      "Ed25519 (แบบ 0) ยาว 32 ไบต์ ส่วน P-256 (แบบ 1) ยาว 33 ไบต์และขึ้นต้นด้วย 02 หรือ 03 แบบที่แจ้งคือ {algorithm}",
      "ส่งออกกุญแจสาธารณะใหม่ในรูปแบบดังกล่าว",
    ],
    en: [
      "The public key {publicKey} is malformed.",
      "Ed25519 (algorithm 0) has 32 bytes; P-256 (1) has 33 and begins with 02 or 03. The algorithm given is {algorithm}.",
      "Export the public key again in this form.",
    ],
  },
  ServiceRegistryKeyUseUnfit: {
    th: [
      "กุญแจแบบ {algorithm} ใช้กับงานแบบ {use} ไม่ได้",
      "กุญแจที่ลงนามจุดตรวจของสมุดบันทึกต้องเป็น Ed25519",
      "สร้างกุญแจ Ed25519 สำหรับงานนี้",
    ],
    en: [
      "A key of algorithm {algorithm} does not fit the use {use}.",
      "Checkpoints are signed with Ed25519.",
      "Make an Ed25519 key for this use.",
    ],
  },
  ServiceRegistrySubmitterMalformed: {
    th: [
      "ป้ายผู้ส่ง {submitter} ใช้ไม่ได้",
      "กุญแจส่งรายการต้องมีป้าย 1–31 ตัวจาก a–z 0–9 และขีดกลาง ส่วนกุญแจจุดตรวจต้องไม่มีป้าย",
      "แก้ป้าย แล้วส่งใหม่",
    ],
    en: [
      "The submitter's label {submitter} cannot be used.",
      "A submission key has a label of 1 to 31 of a–z, 0–9 and hyphens; a checkpoint key has none.",
      "Correct the label and send it again.",
    ],
  },
  ServiceRegistryKeyExists: {
    th: ["บริการมีกุญแจ {keyId} อยู่แล้ว", "กุญแจหนึ่งดอกขึ้นทะเบียนได้ครั้งเดียว แม้หมดอายุแล้ว", "สร้างกุญแจใหม่"],
    en: [
      "The service has the key {keyId} already.",
      "A key is registered once, even when it has ended.",
      "Make a new key.",
    ],
  },
  ServiceRegistryKeyUnknown: {
    th: ["บริการไม่มีกุญแจ {keyId}", "ยังไม่ได้ขึ้นทะเบียนกุญแจนี้ให้บริการ", "ตรวจสอบหมายเลขกุญแจ"],
    en: [
      "The service has no key {keyId}.",
      "It was never registered for the service.",
      "Check the key's id.",
    ],
  },
  ServiceRegistryKeyEnded: {
    th: ["กุญแจ {keyId} เลิกใช้แล้ว", "เลิกใช้เมื่อ {endedAt:time}", "ไม่ต้องดำเนินการ"],
    en: ["The key {keyId} has ended.", "It ended at {endedAt:time}.", "Nothing needs to be done."],
  },
  ServiceRegistryGatewayMissing: {
    th: ["ยังไม่ได้ระบุบัญชีของจุดรับรายการ", "จุดรับรายการต้องมีบัญชีของตนเอง", "ระบุบัญชี แล้วส่งใหม่"],
    en: [
      "The gateway's account is missing.",
      "A gateway acts with an account of its own.",
      "Give the account and send it again.",
    ],
  },
  ServiceRegistryGatewayExists: {
    th: ["บัญชี {gateway} เป็นจุดรับรายการของบริการนี้อยู่แล้ว", "บัญชีหนึ่งขึ้นทะเบียนได้ครั้งเดียว แม้หมดอายุแล้ว", "ใช้บัญชีใหม่"],
    en: [
      "The account {gateway} is registered as a gateway of the service already.",
      "An account is registered once, even when it has ended.",
      "Use a new account.",
    ],
  },
  ServiceRegistryGatewayUnknown: {
    th: ["บัญชี {gateway} ไม่เคยเป็นจุดรับรายการของบริการนี้", "ยังไม่ได้ขึ้นทะเบียนบัญชีนี้ให้บริการ", "ตรวจสอบบัญชี"],
    en: [
      "The account {gateway} never was a gateway of the service.",
      "It was not registered for it.",
      "Check the account.",
    ],
  },
  ServiceRegistryGatewayEnded: {
    th: ["บัญชี {gateway} เลิกเป็นจุดรับรายการแล้ว", "เลิกเมื่อ {endedAt:time}", "ไม่ต้องดำเนินการ"],
    en: [
      "The account {gateway} is no gateway any more.",
      "It ended at {endedAt:time}.",
      "Nothing needs to be done.",
    ],
  },
  ServiceRegistryGatewayNotInForce: {
    th: [
      "บัญชี {gateway} ทำรายการแทนบริการนี้ไม่ได้ในขณะนี้",
      "เวลา {blockTime:time} อยู่นอกช่วงที่ขึ้นทะเบียนไว้ หรือไม่เคยขึ้นทะเบียน",
      "ให้เจ้าหน้าที่ของหน่วยงานขึ้นทะเบียนบัญชี หรือใช้บัญชีที่ยังไม่หมดอายุ",
    ],
    en: [
      "The account {gateway} cannot act for the service now.",
      "{blockTime:time} lies outside its window, or it was never registered.",
      "Let an officer of the agency register it, or use an account in force.",
    ],
  },
};
