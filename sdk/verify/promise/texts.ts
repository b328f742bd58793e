import type { Locale } from "../../errors.ts";
import type { FoundBreach, PromiseVerdict } from "./judge.ts";

const iso = (seconds: number) => new Date(seconds * 1_000).toISOString();

function breachText({ breach, index, reported }: FoundBreach): { th: string; en: string } {
  const record = reported
    ? { th: "มีการแจ้งไว้ในสมุดบัญชีกลางแล้ว", en: "This is on record." }
    : { th: "ยังไม่มีผู้แจ้งไว้ในสมุดบัญชีกลาง", en: "Nobody has put this on record yet." };
  const what =
    breach === "DeadlineMissed"
      ? {
          th: `เลยกำหนดแล้วยังไม่มีรายการที่ ${index}`,
          en: `The deadline is over and entry ${index} is not anchored.`,
        }
      : {
          th: `รายการที่ ${index} ในสมุดบัญชีกลางไม่ใช่รายการที่สัญญาไว้`,
          en: `Entry ${index} on the ledger is not the one that was promised.`,
        };
  return { th: `${what.th} ${record.th}`, en: `${what.en} ${record.en}` };
}

function said(verdict: PromiseVerdict): { th: string; en: string } {
  switch (verdict.state) {
    case "notPromised":
      return {
        th: "ไม่ใช่คำสัญญาของบริการนี้: ผู้ลงนามไม่ใช่จุดรับรายการของบริการในเวลานั้น จึงเอาผิดกับผู้ใดไม่ได้",
        en: `This is no promise of the service: ${verdict.signer ?? "nobody"} signed it, who was no gateway of it then, so nobody can be held to it.`,
      };
    case "open":
      return {
        th: `ยังไม่ครบกำหนด: สมุดบัญชีกลางมี ${verdict.anchored} รายการ กำหนดคือ ${iso(verdict.deadline)} ตรวจใหม่หลังจากนั้น`,
        en: `Not due yet: the ledger has ${verdict.anchored} entries, and the deadline is ${iso(verdict.deadline)}. Check again after it.`,
      };
    case "overdue":
      return {
        th: `เลยกำหนด ${iso(verdict.deadline)} ตามนาฬิกาของเครื่องนี้แล้ว และสมุดบัญชีกลางมีเพียง ${verdict.anchored} รายการ แต่ไม่มีชุดบันทึกใหม่ตั้งแต่ ${iso(verdict.now)} ชุดบันทึกถัดไปจะตัดสิน และการแจ้งผิดสัญญาจะทำให้เกิดชุดบันทึกนั้น`,
        en: `By this machine's clock the deadline, ${iso(verdict.deadline)}, is over, and the ledger has ${verdict.anchored} entries only. But it has made no block since ${iso(verdict.now)}: the next one decides, and a report makes it.`,
      };
    case "keptTooLate":
      return {
        th: `ผิดสัญญา และมีการแจ้งไว้ในสมุดบัญชีกลางแล้ว: ไม่ได้ยืนยันรายการภายในกำหนด รายการเพิ่งอยู่ในที่ที่สัญญาไว้หลังจากนั้น ช้าไป ${verdict.late} วินาที (ชุดบันทึกที่ ${verdict.block})`,
        en: `Broken, and on record: it was not anchored in time. Every entry stands where it was promised since then, ${verdict.late} s late (block ${verdict.block}).`,
      };
    case "kept":
      return verdict.late > 0
        ? {
            th: `ทำตามสัญญาแล้วแต่ช้าไป ${verdict.late} วินาที (ชุดบันทึกที่ ${verdict.block}) ความล่าช้าที่สิ้นสุดแล้วแจ้งไว้ไม่ได้อีก แต่ทุกคนตรวจเห็นได้จากเวลาของชุดบันทึก`,
            en: `Kept, but ${verdict.late} s late (block ${verdict.block}). Lateness that has ended can be reported no more; everybody can see it by the block's time.`,
          }
        : {
            th: `ทำตามสัญญาแล้ว: ทุกรายการอยู่ในที่ที่สัญญาไว้ (ชุดบันทึกที่ ${verdict.block})`,
            en: `Kept: every entry stands where it was promised (block ${verdict.block}).`,
          };
    case "withheld": {
      const so = verdict.isReported
        ? { th: "ผิดสัญญา และมีการแจ้งไว้ในสมุดบัญชีกลางแล้ว", en: "Broken, and on record" }
        : { th: "ยังไม่มีใครบอกได้ว่าทำตามสัญญาหรือไม่", en: "Nobody can say yet whether it was kept" };
      const { index, block } = verdict;
      return {
        th: `${so.th}: สมุดบัญชีกลางยืนยันรายการในลำดับที่ ${index} แล้ว (ชุดบันทึกที่ ${block}) แต่เนื้อหาที่ต้องเผยแพร่ขอไม่ได้หรือไม่ตรงกับสมุดบัญชีกลาง ลองขอจากแหล่งเอกสารอื่น และโปรดเก็บคำตอบนี้ไว้ เมื่อเนื้อหาปรากฏ คำตอบนี้คือหลักฐาน`,
        en: `${so.en}: the ledger has confirmed an entry in place ${index} (block ${block}), but what had to be published of it cannot be had, or does not fit the ledger. Ask another source of documents, and keep the answer: once the content appears, it is the proof.`,
      };
    }
    case "broken": {
      const texts = verdict.breaches.map(breachText);
      return {
        th: `ผิดสัญญา: ${texts.map(({ th }) => th).join(" ")}`,
        en: `Broken: ${texts.map(({ en }) => en).join(" ")}`,
      };
    }
  }
}

/** What was found, in plain words. */
export const verdictText = (verdict: PromiseVerdict, locale: Locale): string => said(verdict)[locale];
