import type { ContractErrorTexts } from "../contract-text.ts";

/** Errors of AgencyRegistry and Directory. */
export const registryErrors: ContractErrorTexts = {
  AgencyRegistryCodeOutOfRange: {
    th: ["รหัสหน่วยงาน {code} ใช้ไม่ได้", "รหัสหน่วยงานต้องอยู่ระหว่าง 1 ถึง 99999", "ตรวจสอบรหัสหน่วยงาน 5 หลัก แล้วส่งใหม่"],
    en: [
      "The agency code {code} cannot be used.",
      "Agency codes go from 1 to 99999.",
      "Check the five-digit agency code and send it again.",
    ],
  },
  AgencyRegistryProvinceUnknown: {
    th: [
      "ไม่มีจังหวัดรหัส {province}",
      "รหัสจังหวัดเป็นเลขตาม ISO 3166-2:TH ตั้งแต่ 10 ถึง 96",
      "ใช้รหัสจังหวัดที่ถูกต้อง เช่น 10 สำหรับกรุงเทพมหานคร",
    ],
    en: [
      "There is no province {province}.",
      "Provinces are numbered by ISO 3166-2:TH, from 10 to 96.",
      "Use the province's number, such as 10 for Bangkok.",
    ],
  },
  AgencyRegistryNameMissing: {
    th: [
      "หน่วยงานรหัส {code} ยังไม่มีชื่อครบสองภาษา",
      "ทุกหน่วยงานต้องมีชื่อภาษาไทยและภาษาอังกฤษ",
      "ระบุชื่อทางการทั้งสองภาษา แล้วส่งใหม่",
    ],
    en: [
      "The agency {code} lacks a name.",
      "Every agency has an official name in Thai and in English.",
      "Give both names and send it again.",
    ],
  },
  AgencyRegistryAgencyExists: {
    th: [
      "มีหน่วยงานรหัส {code} อยู่แล้ว",
      "รหัสหน่วยงานหนึ่งรหัสใช้กับหน่วยงานเดียวตลอดไป",
      "ตรวจสอบรหัส หากต้องการแก้ชื่อให้ใช้คำสั่งเปลี่ยนชื่อหน่วยงาน",
    ],
    en: [
      "An agency {code} is enrolled already.",
      "A code stands for one agency for ever.",
      "Check the code; to correct a name, rename the agency.",
    ],
  },
  AgencyRegistryAgencyUnknown: {
    th: ["ไม่พบหน่วยงานรหัส {code}", "หน่วยงานนี้ยังไม่ได้ขึ้นทะเบียน", "ตรวจสอบรหัส หรือขอให้นายทะเบียนขึ้นทะเบียนหน่วยงานก่อน"],
    en: [
      "There is no agency {code}.",
      "It has not been enrolled.",
      "Check the code, or ask the registrar to enrol the agency first.",
    ],
  },
  AgencyRegistryAgencyInactive: {
    th: [
      "หน่วยงานรหัส {code} ถูกระงับอยู่",
      "เจ้าหน้าที่ของหน่วยงานที่ถูกระงับทำรายการไม่ได้",
      "ติดต่อนายทะเบียนเพื่อขอยกเลิกการระงับ",
    ],
    en: [
      "The agency {code} is suspended.",
      "Officers of a suspended agency cannot act.",
      "Ask the registrar to reinstate the agency.",
    ],
  },
  AgencyRegistryAgencyActive: {
    th: [
      "หน่วยงานรหัส {code} ไม่ได้ถูกระงับ",
      "ยกเลิกการระงับได้เฉพาะหน่วยงานที่ถูกระงับอยู่",
      "ไม่ต้องดำเนินการ หรือตรวจสอบรหัสหน่วยงาน",
    ],
    en: [
      "The agency {code} is not suspended.",
      "Only a suspended agency can be reinstated.",
      "Nothing needs to be done, or the code is wrong.",
    ],
  },
  AgencyRegistryAccountMissing: {
    th: ["ยังไม่ได้ระบุบัญชีลงนามของเจ้าหน้าที่", "เจ้าหน้าที่ทุกคนต้องมีบัญชีลงนามของตนเอง", "ระบุที่อยู่ของบัญชีลงนาม แล้วส่งใหม่"],
    en: [
      "The officer's account is missing.",
      "Every officer signs with an account of their own.",
      "Give the address of the account and send it again.",
    ],
  },
  AgencyRegistryPersonTagMissing: {
    th: [
      "บัญชี {account} ยังไม่มีรหัสแทนตัวบุคคล",
      "ระบบใช้รหัสแทนตัวบุคคลแยกหน้าที่ระหว่างคน โดยไม่บันทึกข้อมูลส่วนบุคคล",
      "ให้หน่วยงานสุ่มรหัสแทนตัวบุคคล แล้วส่งใหม่",
    ],
    en: [
      "The account {account} has no person tag.",
      "Duties are kept apart by person, and the tag stands for the person without personal data.",
      "Let the agency draw a random person tag and send it again.",
    ],
  },
  AgencyRegistryDutiesInvalid: {
    th: ["ชุดหน้าที่ {duties} ใช้ไม่ได้", "ต้องมีอย่างน้อยหนึ่งหน้าที่ และเป็นหน้าที่ที่ระบบรู้จักเท่านั้น", "เลือกหน้าที่ใหม่ แล้วส่งอีกครั้ง"],
    en: [
      "The set of duties {duties} cannot be given.",
      "It needs at least one duty, and none that the ledger does not know.",
      "Choose the duties again and send them.",
    ],
  },
  AgencyRegistryValidityEmpty: {
    th: [
      "ช่วงเวลาปฏิบัติหน้าที่ {validFrom:time} ถึง {validUntil:time} ใช้ไม่ได้",
      "วันสิ้นสุดต้องไม่อยู่ก่อนวันเริ่มต้น",
      "แก้วันเริ่มต้นหรือวันสิ้นสุด แล้วส่งใหม่",
    ],
    en: [
      "The term from {validFrom:time} to {validUntil:time} cannot be used.",
      "A term cannot end before it begins.",
      "Correct the beginning or the end and send it again.",
    ],
  },
  AgencyRegistryOfficerExists: {
    th: [
      "บัญชี {account} ขึ้นทะเบียนไปแล้ว",
      "บัญชีลงนามหนึ่งบัญชีขึ้นทะเบียนได้ครั้งเดียวตลอดไป ลายมือชื่อเดิมจึงไม่เปลี่ยนความหมาย",
      "ใช้บัญชีลงนามใหม่สำหรับวาระหรือหน่วยงานใหม่",
    ],
    en: [
      "The account {account} is registered already.",
      "An account is registered once for ever, so that an old signature never changes its meaning.",
      "Use a new account for a new term or another agency.",
    ],
  },
  AgencyRegistryOfficerUnknown: {
    th: [
      "บัญชี {account} ไม่ใช่ของเจ้าหน้าที่ที่ขึ้นทะเบียน",
      "เฉพาะเจ้าหน้าที่ที่ขึ้นทะเบียนแล้วจึงทำรายการได้",
      "ตรวจสอบว่าลงนามด้วยบัญชีที่ถูกต้อง หรือขอขึ้นทะเบียนก่อน",
    ],
    en: [
      "The account {account} belongs to no registered officer.",
      "Only registered officers can act.",
      "Check that you sign with the right account, or have it registered first.",
    ],
  },
  AgencyRegistryOfficerRevoked: {
    th: [
      "การขึ้นทะเบียนของบัญชี {account} ถูกเพิกถอนแล้ว",
      "บัญชีที่ถูกเพิกถอนทำรายการไม่ได้อีก",
      "ใช้บัญชีลงนามอื่นที่ขึ้นทะเบียนไว้ หรือติดต่อนายทะเบียน",
    ],
    en: [
      "The registration of {account} was revoked.",
      "A revoked account can never act again.",
      "Use another registered account, or ask the registrar.",
    ],
  },
  AgencyRegistryOfficerNotInForce: {
    th: [
      "บัญชี {account} ไม่อยู่ในวาระปฏิบัติหน้าที่",
      "วาระคือ {validFrom:time} ถึง {validUntil:time} แต่ขณะนี้คือ {blockTime:time}",
      "ทำรายการภายในวาระ หรือขอขึ้นทะเบียนวาระใหม่",
    ],
    en: [
      "The account {account} is not in its term of office.",
      "The term runs from {validFrom:time} to {validUntil:time}; it is now {blockTime:time}.",
      "Act within the term, or have a new term registered.",
    ],
  },
  AgencyRegistryAuditorNotIndependent: {
    th: [
      "บุคคลนี้เป็นทั้งผู้ตรวจสอบและผู้ปฏิบัติงานไม่ได้",
      "หน้าที่ที่มีอยู่คือ {held:duties} หน้าที่ที่ขอคือ {requested:duties} (รหัสแทนตัวบุคคล {personTag})",
      "มอบหน้าที่ตรวจสอบให้บุคคลอื่น หรือเพิกถอนหน้าที่เดิมก่อน",
    ],
    en: [
      "This person cannot be auditor and hold an agency duty.",
      "They hold: {held:duties}; requested: {requested:duties} (person tag {personTag}).",
      "Give the auditor's duty to another person, or revoke the other duties first.",
    ],
  },
  AgencyRegistryDutyMissing: {
    th: [
      "บัญชี {account} ไม่มีหน้าที่ทำรายการนี้",
      "หน้าที่ที่มีคือ {held:duties} แต่ต้องมีอย่างน้อยหนึ่งในนี้: {needed:duties}",
      "ให้เจ้าหน้าที่ที่มีหน้าที่นั้นลงนาม",
    ],
    en: [
      "The account {account} lacks the duty for this.",
      "It holds: {held:duties}; needed is one of: {needed:duties}.",
      "Let an officer with that duty sign.",
    ],
  },
  AgencyRegistryOtherAgency: {
    th: [
      "บัญชี {account} เป็นของหน่วยงานรหัส {agency}",
      "รายการนี้เป็นของหน่วยงานรหัส {concerned} เจ้าหน้าที่ทำรายการแทนหน่วยงานอื่นไม่ได้",
      "ให้เจ้าหน้าที่ของหน่วยงานรหัส {concerned} ลงนาม",
    ],
    en: [
      "The account {account} acts for the agency {agency}.",
      "This concerns the agency {concerned}, and nobody acts for another agency.",
      "Let an officer of the agency {concerned} sign.",
    ],
  },
  DirectoryNameMissing: {
    th: ["ยังไม่ได้ระบุชื่อสัญญา", "รายการในสารบบต้องมีชื่อ", "ระบุชื่อสัญญา แล้วส่งใหม่"],
    en: [
      "The contract's name is missing.",
      "Every entry of the directory has a name.",
      "Give the name and send it again.",
    ],
  },
  DirectoryNoCode: {
    th: ["ไม่มีสัญญาอยู่ที่ {target}", "ที่อยู่นี้ไม่มีโปรแกรมของสัญญา", "ติดตั้งสัญญาก่อน หรือตรวจสอบที่อยู่"],
    en: [
      "There is no contract at {target}.",
      "The address holds no code.",
      "Deploy the contract first, or check the address.",
    ],
  },
  DirectoryAlreadyListed: {
    th: ["ที่อยู่ {target} อยู่ในสารบบแล้ว", "บันทึกไว้เป็น {name:text} รุ่นที่ {version}", "ไม่ต้องดำเนินการ หรือตรวจสอบที่อยู่"],
    en: [
      "The address {target} is listed already.",
      "It stands there as {name:text} version {version}.",
      "Nothing needs to be done, or the address is wrong.",
    ],
  },
  DirectoryUnknown: {
    th: ["ไม่พบ {name:text} รุ่นที่ {version} ในสารบบ", "ยังไม่มีการประกาศชื่อหรือรุ่นนี้", "ตรวจสอบชื่อและเลขรุ่น"],
    en: [
      "The directory has no {name:text} version {version}.",
      "This name or version was never published.",
      "Check name and version.",
    ],
  },
  DirectoryRetired: {
    th: [
      "{name:text} รุ่นที่ {version} เลิกใช้แล้ว",
      "เลิกใช้ได้ครั้งเดียว ข้อมูลเดิมยังอ่านได้",
      "ไม่ต้องดำเนินการ หรือตรวจสอบเลขรุ่น",
    ],
    en: [
      "{name:text} version {version} is retired already.",
      "A version is retired once; it stays readable.",
      "Nothing needs to be done, or the version is wrong.",
    ],
  },
};
