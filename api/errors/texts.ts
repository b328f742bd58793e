import type { Details, Texts } from "../../sdk/errors.ts";

type Triple = [what: string, why: string, mend: string];

const both = (th: Triple, en: Triple): Texts => ({
  th: { what: th[0], why: th[1], mend: th[2] },
  en: { what: en[0], why: en[1], mend: en[2] },
});

/** What the API refuses by itself, by code. */
export const apiTexts = {
  BAD_REQUEST: () =>
    both(
      [
        "คำขอนี้ไม่ใช่คำขอ GraphQL ที่รับได้",
        "ต้องส่งคำถามเดียวต่อครั้ง ด้วย GET หรือ POST คำสั่งที่บันทึกส่งได้ด้วย POST เท่านั้น ข้อความภาษาอังกฤษบอกว่าขาดสิ่งใด",
        'ส่ง POST เป็น JSON เช่น {"query": "{ _meta { block } }"}',
      ],
      [
        "This is no GraphQL request that is taken.",
        "One question a request, by GET or POST; what writes goes by POST alone. The message says what is missing.",
        'Send a POST with JSON such as {"query": "{ _meta { block } }"}.',
      ],
    ),
  GRAPHQL_PARSE_FAILED: () =>
    both(
      [
        "อ่านคำถามนี้ไม่ได้",
        "ไม่ใช่ภาษา GraphQL ที่ถูกต้อง หรือยาวเกินกำหนด ข้อความภาษาอังกฤษบอกตำแหน่ง",
        "แก้คำถามตรงตำแหน่งนั้น",
      ],
      [
        "The query cannot be read.",
        "It is no GraphQL, or has too many tokens; the message says where.",
        "Correct the query at that place.",
      ],
    ),
  GRAPHQL_VALIDATION_FAILED: () =>
    both(
      [
        "คำถามนี้ไม่ตรงกับสคีมาหรือเกินขีดจำกัด",
        "ข้อความภาษาอังกฤษบอกชื่อช่องข้อมูล หรือขีดจำกัดของความลึก ชื่อแทน หรือคำสั่งกำกับ",
        "เทียบกับ api/schema.graphql หรือแบ่งเป็นหลายคำถาม",
      ],
      [
        "The query does not fit the schema or the limits.",
        "The message names the field, or the limit of depth, aliases or directives.",
        "Compare it with api/schema.graphql, or split it.",
      ],
    ),
  SCALAR_MALFORMED: ({ scalar, input }: Details) =>
    both(
      [`“${input}” ไม่ใช่ค่าชนิด ${scalar}`, "รูปแบบไม่ตรงกับที่กำหนด", "ดูคำอธิบายของชนิดข้อมูลนี้ในเอกสาร API แล้วแก้ค่า"],
      [
        `“${input}” is not a ${scalar}.`,
        "It does not have the form of this type.",
        "See the type's description in the schema and correct the value.",
      ],
    ),
  PAGE_SIZE: ({ limit, value }: Details) =>
    both(
      [
        `ขอ ${value} รายการต่อหน้าไม่ได้`,
        `หนึ่งหน้ามีได้ 1 ถึง ${limit} รายการ`,
        `ขอไม่เกิน ${limit} รายการ แล้วอ่านหน้าถัดไปด้วย after หรือใช้การส่งออกเป็นแฟ้ม`,
      ],
      [
        `A page of ${value} cannot be given.`,
        `A page has 1 to ${limit} entries.`,
        `Ask for at most ${limit} and go on with after, or use an export.`,
      ],
    ),
  CURSOR_MALFORMED: () =>
    both(
      [
        "ตัวชี้หน้าถัดไปใช้ไม่ได้",
        "ตัวชี้นี้ไม่ได้มาจากรายการเดียวกัน หรือถูกตัดทอน",
        "เริ่มอ่านใหม่จากหน้าแรก โดยใช้ endCursor ของคำตอบตามที่ได้มา",
      ],
      [
        "The cursor cannot be used.",
        "It does not come from the same list, or it was shortened.",
        "Start from the first page and pass endCursor exactly as it was given.",
      ],
    ),
  AS_OF_UNAVAILABLE: ({ value, first, last }: Details) =>
    both(
      [`ไม่มีข้อมูล ณ บล็อก ${value}`, `ดัชนีตอบได้ตั้งแต่บล็อก ${first} ถึง ${last}`, "เลือกบล็อกในช่วงนั้น หรือรอให้ดัชนีตามทัน"],
      [
        `There is no answer as of block ${value}.`,
        `The index answers from block ${first} to ${last}.`,
        "Choose a block in that range, or wait for the index to get there.",
      ],
    ),
  QUERY_TOO_SHORT: ({ least }: Details) =>
    both(
      ["คำค้นสั้นเกินไป", `ต้องมีอย่างน้อย ${least} ตัวอักษร`, "พิมพ์คำค้นให้ยาวขึ้น"],
      ["The search is too short.", `It needs at least ${least} characters.`, "Type a longer word."],
    ),
  QUERY_TOO_LONG: ({ most }: Details) =>
    both(
      ["คำค้นยาวเกินไป", `มีได้ไม่เกิน ${most} ตัวอักษร`, "ใช้คำค้นที่สั้นลง"],
      ["The search is too long.", `It may have at most ${most} characters.`, "Use a shorter one."],
    ),
  MIRROR_UNAVAILABLE: () =>
    both(
      ["ขณะนี้อ่านดัชนีไม่ได้", "ฐานข้อมูลดัชนียังไม่พร้อมหรือขาดการเชื่อมต่อ", "รอสักครู่แล้วลองใหม่"],
      [
        "The index cannot be read now.",
        "Its database is not ready, or the connection is lost.",
        "Wait a moment and try again.",
      ],
    ),
  MIRROR_INCOMPLETE: ({ agency }: Details) =>
    both(
      [
        `ดัชนีขาดข้อมูลหน่วยงานรหัส ${agency} ซึ่งบันทึกอื่นอ้างถึง`,
        "แถวข้อมูลหายไปจากฐานข้อมูลดัชนี ข้อมูลบนบล็อกเชนไม่ได้เปลี่ยนไป",
        "โปรดแจ้งผู้ดูแลระบบให้สั่ง npm run verify เพื่อดูว่าขาดแถวใด แล้วสร้างดัชนีใหม่จากบล็อกเชน",
      ],
      [
        `The index lacks agency ${agency}, which another record names.`,
        "A row is missing in its database. The ledger itself has not changed.",
        "Tell the operator: npm run verify names the missing row; the index is built anew from the chain.",
      ],
    ),
  TOO_SLOW: ({ seconds }: Details) =>
    both(
      [
        "คำขอนี้ใช้เวลานานเกินไป",
        `คำขอหนึ่งครั้งใช้เวลาได้ไม่เกิน ${seconds} วินาที`,
        "กรองให้แคบลง ขอน้อยรายการลง หรือไม่ขอจำนวนรวม",
      ],
      [
        "The request took too long.",
        `One request may take ${seconds} seconds.`,
        "Narrow the filter, ask for fewer entries, or leave out the total count.",
      ],
    ),
  QUERY_TOO_LARGE: ({ limit, value }: Details) =>
    both(
      [
        `คำถามนี้ขอข้อมูลได้ถึง ${value} รายการ`,
        `คำถามหนึ่งขอได้ไม่เกิน ${limit} รายการ โดยนับรายการที่ซ้อนในรายการด้วย`,
        "ลดจำนวนต่อหน้า (first) แยกเป็นหลายคำถาม หรือใช้การส่งออกเป็นแฟ้ม",
      ],
      [
        `The query may ask for ${value} objects.`,
        `One query may ask for ${limit}, lists within lists counted.`,
        "Ask for smaller pages (first), split it into several queries, or use an export.",
      ],
    ),
  TOO_MANY_STREAMS: ({ limit }: Details) =>
    both(
      [
        "เปิดการติดตามไว้มากเกินไป",
        `เปิดพร้อมกันได้ไม่เกิน ${limit} รายการ`,
        "ปิดรายการที่ไม่ใช้แล้ว หรือรวมหลายการติดตามเป็นรายการเดียว แล้วลองใหม่",
      ],
      [
        "Too many subscriptions are open.",
        `${limit} can be open at the same time.`,
        "Close those that are not needed, or follow with one subscription, and try again.",
      ],
    ),
  CHAIN_UNAVAILABLE: () =>
    both(
      ["ขณะนี้ถามบล็อกเชนไม่ได้", "เครื่องบริการบล็อกเชนไม่ตอบ", "รอสักครู่แล้วลองใหม่ หรือถามเครื่องบริการอื่น"],
      [
        "The chain cannot be asked now.",
        "The node does not answer.",
        "Wait a moment and try again, or ask another node.",
      ],
    ),
  API_SETTING: ({ name, wanted, wantedTh }: Details) =>
    both(
      [`ค่า ${name} ขาดหายหรือใช้ไม่ได้`, `ค่านี้ต้องเป็น${wantedTh}`, `กำหนด ${name} ให้ถูกต้องแล้วเริ่มใหม่`],
      [`${name} is missing or cannot be used.`, `It must be ${wanted}.`, `Set ${name} so and start again.`],
    ),
  API_OCID_PREFIX: ({ value }: Details) =>
    both(
      [
        `ใช้ “${value}” เป็นคำนำหน้า ocid ไม่ได้`,
        "คำนำหน้าที่ Open Contracting Partnership ออกให้คือ ocds- ตามด้วยอักษรเล็กหรือตัวเลขหกตัว",
        "กำหนด OCID_PREFIX ให้เป็นคำนำหน้าที่จดทะเบียนไว้ หรือลบค่านี้ออก",
      ],
      [
        `“${value}” cannot be a prefix of ocids.`,
        "The Open Contracting Partnership gives out ocds- with six small letters or digits after it.",
        "Set OCID_PREFIX to the prefix that you registered, or unset it.",
      ],
    ),
  PORT_IN_USE: ({ port }: Details) =>
    both(
      [`พอร์ต ${port} ถูกใช้อยู่`, "มีโปรแกรมอื่นรับคำขอที่พอร์ตนี้", "หยุดโปรแกรมนั้น หรือกำหนด PORT เป็นเลขอื่น"],
      [
        `Port ${port} is in use.`,
        "Another program listens there.",
        "Stop that program, or give another PORT.",
      ],
    ),
  TOO_MANY_DAYS: ({ limit, value }: Details) =>
    both(
      [`ขอข้อมูล ${value} วันพร้อมกันไม่ได้`, `หนึ่งคำขอมีได้ไม่เกิน ${limit} วัน`, "แบ่งช่วงวันเป็นหลายคำขอ"],
      [
        `${value} days cannot be given at once.`,
        `One request may ask for ${limit} days.`,
        "Part the days over several requests.",
      ],
    ),
  ACTION_UNREAD: ({ service, index }: Details) =>
    both(
      [
        `รายการที่ ${index} ของ ${service} ยืนยันบนบัญชีแล้ว แต่ยังแสดงเนื้อหาไม่ได้`,
        "ยังหาเอกสารที่บริการต้องเผยแพร่ไม่พบ หรือกำลังอ่านอยู่",
        "รอสักครู่แล้วลองใหม่ หากนานเกินควรให้แจ้งหน่วยงานเจ้าของบริการ",
      ],
      [
        `Entry ${index} of ${service} is anchored, but its content cannot be shown now.`,
        "What the service must publish cannot be had, or is being read.",
        "Wait a moment and try again; if it takes long, tell the agency that answers for the service.",
      ],
    ),
  ACTION_CONTRADICTED: ({ service, index }: Details) =>
    both(
      [
        `รายการที่ ${index} ของ ${service} ยืนยันบนบัญชีแล้ว แต่แสดงเนื้อหาไม่ได้`,
        "เอกสารที่บริการเผยแพร่ไม่ตรงกับรากที่ยืนยันไว้บนบัญชี จึงไม่แสดงสิ่งใดจากเอกสารนั้น",
        "แจ้งหน่วยงานเจ้าของบริการ หลักฐานบนบัญชียังอยู่ครบ",
      ],
      [
        `Entry ${index} of ${service} is anchored, but its content cannot be shown.`,
        "What the service published does not give the anchored root, so nothing of it is shown.",
        "Tell the agency that answers for the service; what is on the chain stays as it is.",
      ],
    ),
  ACTION_LOST: ({ service, index }: Details) =>
    both(
      [
        `รายการที่ ${index} ของ ${service} ยืนยันบนบัญชีแล้ว แต่หายไปจากข้อมูลของระบบนี้`,
        "ระบบเคยอ่านรายการนี้ครบแล้ว มีผู้ลบหรือทำให้หายภายหลัง",
        "อ่านจากระบบของหน่วยงานอื่น และแจ้งผู้ดูแลระบบนี้ให้ตรวจด้วย npm run verify",
      ],
      [
        `Entry ${index} of ${service} is anchored, but it is gone from this mirror.`,
        "The mirror had read it; somebody removed or lost it afterwards.",
        "Read it from another instance, and tell the operator of this one to run npm run verify.",
      ],
    ),
  REPORTED_PROJECT_UNKNOWN: ({ key }: Details) =>
    both(
      [
        `ไม่มีโครงการที่นำเข้า “${key}”`,
        "ระบุได้ด้วยเลขของดัชนี หรือด้วยระบบที่มาและเลขที่โครงการ เช่น egp:67119524001 และ ณ บล็อกที่ถามอาจยังไม่มีโครงการนี้",
        "ตรวจเลขที่ หรือค้นหาจาก reportedProjects",
      ],
      [
        `There is no reported project “${key}”.`,
        "It is named by its id in the index, or by scheme and number such as egp:67119524001; at the block asked about it may not have been there.",
        "Check the number, or find it in reportedProjects.",
      ],
    ),
  RED_FLAG_RULE_UNKNOWN: ({ rule }: Details) =>
    both(
      [
        `ไม่มีกฎของสัญญาณเตือนชื่อ “${rule}”`,
        "ชื่อกฎต้องเป็นชื่อที่ประกาศไว้",
        "เลือกจากรายชื่อกฎในหน้า /flags หรือ redFlagRules ของ API",
      ],
      [
        `There is no red-flag rule “${rule}”.`,
        "Rules are known by their ids.",
        "Choose one that the page /flags, or redFlagRules of the API, lists.",
      ],
    ),
} satisfies Record<string, (details: Details) => Texts>;
