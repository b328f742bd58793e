import type { Details, Texts } from "../../sdk/errors.ts";

type MakeTexts = (details: Details) => Texts;
type Words = readonly [what: string, why: string, mend: string];

const both = ([what, why, mend]: Words, [whatEn, whyEn, mendEn]: Words): Texts => ({
  th: { what, why, mend },
  en: { what: whatEn, why: whyEn, mend: mendEn },
});

/** Errors of the mirror; each is listed in docs/errors.md. */
export const indexerTexts = {
  INDEX_CHAIN_UNREACHABLE: ({ method, reason }) =>
    both(
      ["อ่านบล็อกเชนไม่ได้ในขณะนี้", `คำขอ ${method} ล้มเหลว: ${reason}`, "ระบบจะลองใหม่เอง ถ้ายังไม่หายให้ตรวจ RPC_URL"],
      [
        "The chain cannot be read now.",
        `The request ${method} failed: ${reason}`,
        "It is tried again by itself; if that does not help, check RPC_URL.",
      ],
    ),
  INDEX_CHAIN_REFUSED: ({ method, reason }) =>
    both(
      [`บล็อกเชนไม่ยอมตอบคำขอ ${method}`, `เหตุผลที่แจ้ง: ${reason}`, "ใช้เครื่องบริการบล็อกเชนที่ตอบคำขอนี้ได้"],
      [`The chain refuses ${method}.`, `It says: ${reason}`, "Use a node that answers this request."],
    ),
  INDEX_ANSWER_INCONSISTENT: ({ from, to, reason }) =>
    both(
      [`คำตอบของบล็อกเชนสำหรับบล็อก ${from}–${to} ขัดแย้งกันเอง`, `${reason}`, "ใช้เครื่องบริการบล็อกเชนเครื่องอื่น"],
      [
        `What the node answered for blocks ${from} to ${to} contradicts itself.`,
        `${reason}`,
        "It was asked again several times; use another node.",
      ],
    ),
  INDEX_JOURNAL_DIFFERS: ({ contract, block, count, chainCount, root, chainRoot }) =>
    both(
      [
        `บันทึกของ ${contract} ที่อ่านได้ไม่ตรงกับสัญญา ณ บล็อก ${block}`,
        `อ่านได้ ${count} รายการ ราก ${root} แต่สัญญาแจ้ง ${chainCount} รายการ ราก ${chainRoot}: มีรายการขาด ซ้ำ ผิดลำดับ หรือถูกแก้`,
        "ใช้เครื่องบริการบล็อกเชนเครื่องอื่น ระบบหยุดไว้และไม่เขียนสิ่งใดจนกว่าจะตรงกัน",
      ],
      [
        `The journal of ${contract} as read differs from the contract's at block ${block}.`,
        `Read: ${count} entries with root ${root}; the contract says ${chainCount} entries with root ${chainRoot}. An event is missing, duplicated, altered or out of order.`,
        "Use another node; nothing of these blocks was written.",
      ],
    ),
  INDEX_EVENT_UNKNOWN: ({ contract, topic, block }) =>
    both(
      [
        `ไม่รู้จักเหตุการณ์ ${topic} ของ ${contract} ในบล็อก ${block}`,
        "สัญญาใหม่กว่าโปรแกรมนี้",
        "ปรับปรุงโปรแกรมแล้วเริ่มใหม่",
      ],
      [
        `The event ${topic} of ${contract} in block ${block} is not known.`,
        "The contract is newer than this program.",
        "Update the program and start it again.",
      ],
    ),
  INDEX_EVENT_MALFORMED: ({ event, block, logIndex, reason }) =>
    both(
      [`อ่านเหตุการณ์ ${event} (บล็อก ${block} ลำดับ ${logIndex}) ไม่ได้`, `${reason}`, "แจ้งผู้ดูแลระบบพร้อมข้อความนี้"],
      [
        `The event ${event} (block ${block}, log ${logIndex}) cannot be read.`,
        `${reason}`,
        "Tell the operators and give them this text.",
      ],
    ),
  INDEX_ROW_MISSING: ({ table, key }) =>
    both(
      [`ไม่พบแถว ${key} ในตาราง ${table}`, "เหตุการณ์อ้างถึงสิ่งที่ยังไม่เคยบันทึก", "ลบดัชนีแล้วให้ระบบสร้างใหม่จากบล็อกเชน"],
      [
        `The row ${key} of ${table} is not there.`,
        "An event names something that no earlier event made.",
        "Let the mirror be built anew from the chain.",
      ],
    ),
  INDEX_LOCKED: () =>
    both(
      ["มีตัวทำดัชนีอื่นกำลังทำงานกับฐานข้อมูลนี้", "ฐานข้อมูลหนึ่งมีผู้เขียนได้รายเดียว", "หยุดตัวเดิมก่อน หรือใช้ฐานข้อมูลอื่น"],
      [
        "Another indexer writes to this database.",
        "A mirror has one writer.",
        "Stop the other one, or use another database.",
      ],
    ),
  INDEX_OTHER_CHAIN: ({ expected, found }) =>
    both(
      [
        "RPC_URL ไม่ใช่บล็อกเชนของบัญชีนี้",
        `คำอธิบายการติดตั้งระบุเลข ${expected} แต่พบ ${found}`,
        "แก้ RPC_URL หรือแฟ้มคำอธิบายการติดตั้ง",
      ],
      [
        "RPC_URL is another chain than the ledger's.",
        `The deployment description names chain ${expected}, the node says ${found}.`,
        "Correct RPC_URL or the deployment description.",
      ],
    ),
  INDEX_CHAIN_RESET: () =>
    both(
      ["บล็อกเชนเริ่มใหม่ทั้งหมด", "ไม่มีบล็อกใดตรงกับที่ดัชนีเคยอ่าน", "ระบบจะเริ่มใหม่และสร้างดัชนีใหม่เอง"],
      [
        "The chain was begun anew.",
        "Not one block is left of those that the mirror was read from.",
        "The indexer starts again and builds the mirror anew by itself.",
      ],
    ),
  INDEX_ROLLED_BACK: ({ from, to }) =>
    both(
      [
        `ดัชนีถอยจากบล็อก ${from} ไปบล็อก ${to}`,
        `บล็อกเชนไม่มีบล็อกหลังบล็อก ${to} ที่ดัชนีเคยอ่านแล้ว หรือมีบล็อกอื่นแทน`,
        "ถ้าไม่ได้ย้อนบล็อกเชนโดยตั้งใจ ให้ตรวจบันทึกของบล็อกเชน ธุรกรรมที่หายไปต้องส่งใหม่",
      ],
      [
        `The mirror went back from block ${from} to block ${to}.`,
        `The chain has the blocks after ${to} no more that the mirror had read, or has others in their place.`,
        "Unless the chain was put back on purpose, look at its record; transactions that are gone have to be sent again.",
      ],
    ),
  INDEX_CHAIN_SHORTER: ({ block, head }) =>
    both(
      [
        `บล็อกเชนสั้นกว่าที่ดัชนีเคยอ่าน: บล็อกล่าสุดคือ ${head} แต่ดัชนีอ่านถึง ${block}`,
        `บล็อก ${Number(head) + 1}–${block} ซึ่งเคยยืนยันแล้วไม่อยู่ในบล็อกเชน: บันทึกของบล็อกเชนถูกตัดหรือกู้คืนจากสำเนาเก่า หรือเครื่องบริการบล็อกเชนยังรับบล็อกไม่ครบ`,
        "ถ้าไม่ได้กู้คืนโดยตั้งใจ ให้หยุดระบบ แล้วกู้คืน DATA_DIR/chain จากสำเนาที่ครบถ้วนก่อนเขียนสิ่งใดเพิ่ม มิฉะนั้นดัชนีของบล็อกเชนในเครื่องจะถอยตามเอง",
      ],
      [
        `The chain is shorter than what the mirror had read: its newest block is ${head}, the mirror had read up to ${block}.`,
        `Blocks ${Number(head) + 1} to ${block}, once acknowledged, are not on the chain: its record was cut or restored from an older copy, or the node has not caught up.`,
        "Unless it was restored on purpose, stop the instance and restore DATA_DIR/chain from a copy that has everything before anything more is written; otherwise the mirror of the embedded chain goes back by itself.",
      ],
    ),
  INDEX_FINALITY_BROKEN: ({ block, known, found }) =>
    both(
      [
        `บล็อกเชนเปลี่ยนบล็อก ${block} ที่เป็นที่สุดแล้ว`,
        `ดัชนีอ่านไว้ ${known} แต่ขณะนี้แจ้ง ${found}: เครื่องบริการบล็อกเชนไม่น่าเชื่อถือ หรือเครือข่ายถูกแก้ย้อนหลัง`,
        "เก็บหลักฐาน ถามเครื่องบริการบล็อกเชนเครื่องอื่น ระบบหยุดไว้และไม่แก้สิ่งใด",
      ],
      [
        `The chain gives another block ${block} than the final one.`,
        `The mirror was read from ${known}, the node now says ${found}: either the node lies or the network's past was rewritten.`,
        "Keep the evidence and ask another node; the mirror stays as it was.",
      ],
    ),
  INDEX_REBUILD: ({ reason }) =>
    both(
      ["กำลังสร้างดัชนีใหม่จากบล็อกเชน", `${reason}`, "ไม่ต้องทำสิ่งใด ดูความคืบหน้าได้ในบันทึกของตัวทำดัชนี"],
      [
        "The mirror is being built anew from the chain.",
        `${reason}`,
        "Nothing need be done; the indexer's log tells how far it is.",
      ],
    ),
  INDEX_MIRROR_GONE: ({ reason }) =>
    both(
      ["ตารางของดัชนีไม่อยู่ในฐานข้อมูลแล้ว", `${reason}`, "ไม่ต้องทำสิ่งใด ระบบจะสร้างดัชนีใหม่จากบล็อกเชนเอง"],
      [
        "The mirror's tables are not in the database any more.",
        `${reason}`,
        "Nothing need be done; the indexer builds the mirror anew from the chain by itself.",
      ],
    ),
  INDEX_NOT_DEPLOYED: ({ contract, address }) =>
    both(
      [
        `ไม่มีสัญญา ${contract} ที่ ${address}`,
        "บล็อกเชนนี้ไม่มีบัญชีตามคำอธิบายการติดตั้ง",
        "ใช้คำอธิบายการติดตั้งของบล็อกเชนนี้ หรือแก้ RPC_URL",
      ],
      [
        `There is no contract ${contract} at ${address}.`,
        "The ledger of the deployment description is not on this chain.",
        "Use the deployment description of this chain, or correct RPC_URL.",
      ],
    ),
  INDEX_DATABASE_UNREACHABLE: ({ reason }) =>
    both(
      [
        "ใช้ฐานข้อมูลของดัชนีไม่ได้ในขณะนี้",
        `${reason}`,
        "ระบบจะลองใหม่เอง ถ้ายังไม่หายให้ตรวจ DATABASE_URL และเครื่องบริการฐานข้อมูล",
      ],
      [
        "The mirror's database cannot be used now.",
        `${reason}`,
        "It is tried again by itself; if that does not help, check DATABASE_URL and the server.",
      ],
    ),
  INDEX_DATABASE_FULL: ({ reason }) =>
    both(
      ["ฐานข้อมูลของดัชนีไม่มีที่ว่าง", `${reason}`, "เพิ่มที่ว่างให้เครื่องบริการฐานข้อมูล แล้วระบบจะทำต่อเอง"],
      [
        "The mirror's database has no space left.",
        `${reason}`,
        "Make space for the database server; the indexer then goes on by itself.",
      ],
    ),
  INDEX_DATABASE_READ_ONLY: ({ reason }) =>
    both(
      ["ฐานข้อมูลของดัชนีเขียนไม่ได้", `${reason}`, "ให้ DATABASE_URL ชี้ไปยังเครื่องหลักที่เขียนได้ แล้วระบบจะทำต่อเอง"],
      [
        "The mirror's database takes no writes.",
        `${reason}`,
        "Let it take writes, or let DATABASE_URL name the primary server; the indexer then goes on by itself.",
      ],
    ),
  INDEX_IMPORT_DIFFERS: ({ batch, what, anchored, read }) =>
    both(
      [
        `แฟ้มที่นำเข้าชุดที่ ${batch} ไม่ตรงกับที่บันทึกไว้บนบล็อกเชน`,
        `${what}: บล็อกเชนระบุ ${anchored} แต่อ่านได้ ${read}`,
        "ระบบไม่แสดงข้อมูลชุดนี้ ผู้ตรวจสอบควรเทียบแฟ้มกับต้นทาง และให้ผู้นำเข้านำเข้าใหม่",
      ],
      [
        `The imported file of batch ${batch} is not what was anchored.`,
        `${what}: the chain says ${anchored}, the file gives ${read}.`,
        "None of its rows are shown; compare the file with its source, and have it imported anew.",
      ],
    ),
  INDEX_LOG_ENTRY: ({ service, index, reason }) =>
    both(
      [
        `รายการที่ ${index} ของบันทึก ${service} ไม่ใช่รายการตามแบบของบันทึก`,
        `เหตุผล: ${reason}`,
        "ระบบไม่แสดงรายการที่ยืนยันพร้อมกัน แจ้งหน่วยงานเจ้าของบริการให้ตรวจตัวรับรายการ",
      ],
      [
        `Entry ${index} of the log ${service} is no record of that service.`,
        `The reason: ${reason}.`,
        "None of the entries anchored with it are shown; the agency that answers for the service has to look at its intake.",
      ],
    ),
  INDEX_IMPORT_OUT_OF_RANGE: ({ batch }) =>
    both(
      [`แฟ้มที่นำเข้าชุดที่ ${batch} มีจำนวนที่ใหญ่เกินกว่าจะเก็บได้`, "ผลรวมของราคาเกิน 64 บิต", "ตรวจแฟ้มกับต้นทาง"],
      [
        `The imported file of batch ${batch} holds numbers that cannot be kept.`,
        "Sums of its prices need more than 64 bits.",
        "Compare the file with its source.",
      ],
    ),
  VERIFY_RUNNING: () =>
    both(
      ["มีการตรวจสอบอื่นกำลังทำงานกับฐานข้อมูลนี้", "ตรวจสอบได้ทีละครั้ง", "รอให้ครั้งก่อนเสร็จ"],
      [
        "Another verification runs on this database.",
        "Each builds the mirror a second time in the same place.",
        "Wait until it has ended.",
      ],
    ),
  VERIFY_NO_MIRROR: () =>
    both(
      ["ไม่มีดัชนีในฐานข้อมูลนี้", "ตัวทำดัชนียังไม่เคยทำงานที่นี่", "ตรวจ DATABASE_URL หรือเริ่มระบบก่อน"],
      [
        "There is no mirror in this database.",
        "No indexer has ever run here.",
        "Check DATABASE_URL, or start the instance first.",
      ],
    ),
  VERIFY_OTHER_VERSION: () =>
    both(
      ["ดัชนีนี้สร้างโดยโปรแกรมรุ่นอื่น", "ตารางไม่เหมือนกับของรุ่นนี้", "เริ่มตัวทำดัชนีรุ่นนี้ หรือตรวจสอบด้วยรุ่นเดียวกับดัชนี"],
      [
        "The mirror was built by another version of this program.",
        "Its tables are not those of this version.",
        "Start this version's indexer, or verify with the version that built the mirror.",
      ],
    ),
  VERIFY_OTHER_LEDGER: ({ what, mirror, chain }) =>
    both(
      [
        "ดัชนีและบล็อกเชนเป็นคนละบัญชี",
        `${what}: ดัชนีระบุ ${mirror} แต่บล็อกเชนระบุ ${chain}`,
        "ตรวจ RPC_URL, DATABASE_URL และคำอธิบายการติดตั้ง",
      ],
      [
        "Mirror and chain are different ledgers.",
        `${what}: the mirror says ${mirror}, the chain says ${chain}.`,
        "Check RPC_URL, DATABASE_URL and the deployment description.",
      ],
    ),
  INDEX_SETTING: ({ name, wanted, wantedTh }) =>
    both(
      [`ค่า ${name} ขาดหายหรือใช้ไม่ได้`, `ค่านี้ต้องเป็น${wantedTh}`, `กำหนด ${name} ให้ถูกต้องแล้วเริ่มใหม่`],
      [`${name} is missing or cannot be used.`, `It must be ${wanted}.`, `Set ${name} so and start again.`],
    ),
} satisfies Record<string, MakeTexts>;

export type IndexerErrorCode = keyof typeof indexerTexts;
