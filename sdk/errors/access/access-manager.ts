import type { ContractErrorTexts } from "../contract-text.ts";

/** Errors of OpenZeppelin's AccessManager, of the contracts it manages, and of OpenZeppelin's small helpers. */
export const accessManagerErrors: ContractErrorTexts = {
  AccessManagedUnauthorized: {
    th: [
      "บัญชี {caller} ไม่มีสิทธิสั่งรายการนี้",
      "รายการนี้สั่งได้เฉพาะบัญชีที่คณะสมาชิกให้สิทธิไว้",
      "ให้บัญชีที่มีสิทธิลงนาม หรือเสนอให้คณะสมาชิกให้สิทธิ",
    ],
    en: [
      "The account {caller} has no right to do this.",
      "Only accounts to which the consortium gave the role can.",
      "Let such an account sign, or propose to the consortium to give the role.",
    ],
  },
  AccessManagedRequiredDelay: {
    th: [
      "บัญชี {caller} สั่งรายการนี้ทันทีไม่ได้",
      "สิทธินี้ต้องแจ้งล่วงหน้า {delay} วินาที",
      "แจ้งกำหนดการไว้ก่อน แล้วสั่งเมื่อครบเวลา",
    ],
    en: [
      "The account {caller} cannot do this at once.",
      "The role has to announce it {delay} seconds before.",
      "Schedule it, and execute it after the delay.",
    ],
  },
  AccessManagedInvalidAuthority: {
    th: ["ตัวจัดการสิทธิ {authority} ใช้ไม่ได้", "ที่อยู่นั้นไม่มีสัญญา", "ระบุที่อยู่ของตัวจัดการสิทธิที่ติดตั้งแล้ว"],
    en: [
      "{authority} cannot be the access manager.",
      "There is no contract at that address.",
      "Give the address of a deployed access manager.",
    ],
  },
  AccessManagerAlreadyScheduled: {
    th: [
      "คำสั่ง {operationId} แจ้งกำหนดการไว้แล้ว",
      "แจ้งซ้ำไม่ได้จนกว่าจะดำเนินการ ถอน หรือพ้นกำหนด",
      "รอให้ครบเวลา แล้วสั่งดำเนินการ",
    ],
    en: [
      "The operation {operationId} is scheduled already.",
      "It cannot be scheduled again before it is executed, cancelled or expired.",
      "Wait for its delay, then execute it.",
    ],
  },
  AccessManagerBadConfirmation: {
    th: ["การยืนยันสละสิทธิไม่ตรงกับผู้สละสิทธิ", "ต้องยืนยันด้วยบัญชีของตนเอง", "ตรวจสอบบัญชีที่ใช้ยืนยัน แล้วส่งใหม่"],
    en: [
      "The confirmation is not of the account that gives up the role.",
      "A role is given up by its holder.",
      "Check the account and send it again.",
    ],
  },
  AccessManagerExpired: {
    th: ["คำสั่ง {operationId} พ้นกำหนดดำเนินการแล้ว", "คำสั่งที่แจ้งไว้มีอายุจำกัด", "แจ้งกำหนดการใหม่"],
    en: [
      "The operation {operationId} has expired.",
      "A scheduled operation must be executed in time.",
      "Schedule it again.",
    ],
  },
  AccessManagerInvalidInitialAdmin: {
    th: ["ผู้ดูแลเริ่มต้น {initialAdmin} ใช้ไม่ได้", "ต้องเป็นบัญชีที่มีอยู่จริง", "ระบุผู้ดูแลเริ่มต้นใหม่"],
    en: ["{initialAdmin} cannot be the first administrator.", "It must be an account.", "Give another one."],
  },
  AccessManagerLockedFunction: {
    th: ["เปลี่ยนสิทธิของคำสั่ง {selector} ไม่ได้", "คำสั่งนี้ล็อกไว้ตายตัว", "ไม่ต้องดำเนินการ"],
    en: [
      "The rights on the function {selector} cannot be changed.",
      "It is locked.",
      "Nothing can be done; choose another function.",
    ],
  },
  AccessManagerLockedRole: {
    th: ["เปลี่ยนสิทธิหมายเลข {roleId} ไม่ได้", "สิทธินี้ล็อกไว้ตายตัว", "เลือกสิทธิอื่น"],
    en: ["The role {roleId} cannot be changed.", "It is locked.", "Choose another role."],
  },
  AccessManagerNotReady: {
    th: ["ยังสั่งดำเนินการคำสั่ง {operationId} ไม่ได้", "ยังไม่ครบเวลาที่ต้องแจ้งล่วงหน้า", "รอให้ครบเวลา แล้วสั่งอีกครั้ง"],
    en: ["The operation {operationId} is not ready.", "Its delay is not over.", "Wait and execute it again."],
  },
  AccessManagerNotScheduled: {
    th: ["คำสั่ง {operationId} ยังไม่ได้แจ้งกำหนดการ", "คำสั่งนี้ต้องแจ้งล่วงหน้าก่อนดำเนินการ", "แจ้งกำหนดการก่อน"],
    en: ["The operation {operationId} is not scheduled.", "It has to be announced first.", "Schedule it."],
  },
  AccessManagerUnauthorizedAccount: {
    th: ["บัญชี {msgsender} ไม่มีสิทธิหมายเลข {roleId}", "รายการนี้ต้องใช้สิทธินั้น", "ให้บัญชีที่มีสิทธิลงนาม"],
    en: [
      "The account {msgsender} does not hold the role {roleId}.",
      "This needs that role.",
      "Let an account that holds it sign.",
    ],
  },
  AccessManagerUnauthorizedCall: {
    th: ["บัญชี {caller} ไม่มีสิทธิสั่ง {selector} ที่ {target}", "คณะสมาชิกไม่ได้ให้สิทธินี้ไว้", "ให้บัญชีที่มีสิทธิลงนาม"],
    en: [
      "The account {caller} has no right to call {selector} of {target}.",
      "The consortium did not give it.",
      "Let an account with the right sign.",
    ],
  },
  AccessManagerUnauthorizedCancel: {
    th: [
      "บัญชี {msgsender} ถอนคำสั่งนี้ไม่ได้",
      "คำสั่ง {selector} ที่ {target} เป็นของ {caller} ถอนได้เฉพาะเจ้าของ ผู้ดูแล หรือผู้พิทักษ์สิทธิ",
      "ให้เจ้าของคำสั่งหรือผู้ดูแลถอน",
    ],
    en: [
      "The account {msgsender} cannot cancel this operation.",
      "The call of {selector} of {target} is {caller}'s; only its owner, an administrator or the role's guardian can cancel it.",
      "Let one of them cancel it.",
    ],
  },
  AccessManagerUnauthorizedConsume: {
    th: ["ปลายทาง {target} ใช้คำสั่งที่แจ้งไว้นี้ไม่ได้", "ใช้ได้เฉพาะสัญญาที่คำสั่งระบุ", "ตรวจสอบสัญญาปลายทาง"],
    en: [
      "{target} cannot consume this operation.",
      "Only the contract that it names can.",
      "Check the target.",
    ],
  },
  AddressEmptyCode: {
    th: ["ไม่มีสัญญาอยู่ที่ {target}", "ที่อยู่นี้ไม่มีโปรแกรมของสัญญา", "ตรวจสอบที่อยู่ปลายทาง"],
    en: ["There is no contract at {target}.", "The address holds no code.", "Check the target."],
  },
  FailedCall: {
    th: ["คำสั่งภายในไม่สำเร็จ", "สัญญาปลายทางปฏิเสธโดยไม่แจ้งเหตุผล", "ตรวจสอบคำสั่งในข้อเสนอหรือกำหนดการ"],
    en: [
      "An inner call failed.",
      "Its target refused without a reason.",
      "Check the call in the proposal or schedule.",
    ],
  },
  InsufficientBalance: {
    th: ["เงินไม่พอสำหรับคำสั่งนี้", "มี {balance} หน่วย ต้องใช้ {needed} หน่วย", "ส่งคำสั่งโดยไม่แนบเงิน บัญชีนี้ไม่ใช้เงินคริปโต"],
    en: [
      "The balance does not suffice.",
      "There are {balance} units; {needed} are needed.",
      "Send the call without value; this ledger moves no coins.",
    ],
  },
  InvalidShortString: {
    th: ["ข้อความสั้นภายในสัญญาเสียรูป", "ชื่อหรือรุ่นของสัญญาบันทึกไว้ไม่ถูกต้อง", "แจ้งผู้ดูแลระบบ"],
    en: [
      "A short text inside the contract is malformed.",
      "Its name or version is stored wrongly.",
      "Tell the operators.",
    ],
  },
  StringTooLong: {
    th: ["ข้อความ “{str}” ยาวเกินไป", "ชื่อหรือรุ่นของสัญญายาวได้ไม่เกิน 31 ไบต์", "ใช้ชื่อที่สั้นลง"],
    en: [
      "The text “{str}” is too long.",
      "A contract's name or version has at most 31 bytes.",
      "Use a shorter one.",
    ],
  },
  SafeCastOverflowedUintDowncast: {
    th: ["จำนวน {value} ใหญ่เกินไป", "เก็บได้ไม่เกิน {bits} บิต", "ตรวจสอบจำนวนที่ส่งมา"],
    en: [
      "The number {value} is too large.",
      "It must fit in {bits} bits.",
      "Check the number that was sent.",
    ],
  },
};
