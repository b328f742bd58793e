import { both } from "./both.ts";
import type { MakeTexts } from "./both.ts";

/** The embedded chain, another one that RPC_URL names, and the ledger that is deployed on it. */
export const chainTexts = {
  RPC_UNREACHABLE: ({ host, reason }) =>
    both(
      [
        `บล็อกเชนที่ ${host} ไม่ตอบ`,
        `การเชื่อมต่อล้มเหลว หรือสิ่งที่ตอบไม่ใช่คำตอบของบล็อกเชน (${reason})`,
        "ตรวจ RPC_URL และตรวจว่าบล็อกเชนทำงานอยู่ ถ้าไม่กำหนด RPC_URL ระบบใช้บล็อกเชนที่มากับระบบ",
      ],
      [
        `The chain at ${host} does not answer.`,
        `The connection failed, or what answers is no chain (${reason}).`,
        "Check RPC_URL, and that the chain runs; without RPC_URL the embedded chain is used.",
      ],
    ),
  CHAIN_IN_USE: ({ directory }) =>
    both(
      [
        `มีกระบวนการอื่นใช้บล็อกเชนใน ${directory} อยู่`,
        "ผู้เขียนสองรายจะทำให้บันทึกเสียหาย",
        "หยุดกระบวนการนั้น หรือเลือก DATA_DIR อื่น",
      ],
      [
        `Another process runs the chain in ${directory}.`,
        "Two writers would spoil the record.",
        "Stop the other process, or choose another DATA_DIR.",
      ],
    ),
  CHAIN_LOG_CORRUPT: ({ path, line }) =>
    both(
      [
        `บรรทัดที่ ${line} ของ ${path} เสียหาย และยังมีบรรทัดที่ครบถ้วนตามหลัง`,
        "จานบันทึกเสียหาย หรือมีผู้แก้สิ่งที่บันทึกไว้",
        "กู้คืนแฟ้มจากสำเนาสำรอง หรือย้าย DATA_DIR ออกเพื่อเริ่มบล็อกเชนสาธิตใหม่",
      ],
      [
        `Line ${line} of ${path} is damaged, and whole lines follow it.`,
        "The disk or somebody changed what was recorded.",
        "Restore the file from a backup; to begin a new demonstration chain instead, move DATA_DIR away.",
      ],
    ),
  CHAIN_LOG_FORMAT: ({ path }) =>
    both(
      [
        `${path} ไม่ได้เขียนโดยโปรแกรมรุ่นนี้`,
        "โปรแกรมรุ่นนี้ไม่รู้จักบรรทัดแรกของแฟ้ม",
        "เริ่มด้วยโปรแกรมรุ่นที่เขียนแฟ้มนี้ หรือย้าย DATA_DIR ออกเพื่อเริ่มบล็อกเชนสาธิตใหม่",
      ],
      [
        `${path} was not written by this version.`,
        "Its first line is not one that this version knows.",
        "Start with the version that wrote it, or move DATA_DIR away to begin a new demonstration chain.",
      ],
    ),
  CHAIN_REPLAY_DIFFERS: ({ found, recorded }) =>
    both(
      [
        `ทำธุรกรรมที่บันทึกไว้ซ้ำแล้วได้บล็อก ${found} แต่ที่บันทึกไว้คือบล็อก ${recorded}`,
        "บันทึกไม่ครบ หรือโปรแกรมเป็นคนละรุ่น",
        "กู้คืน DATA_DIR/chain จากสำเนาสำรอง หรือเริ่มด้วยโปรแกรมรุ่นที่เขียนบันทึกนี้ ระบบไม่ได้แก้แฟ้มที่บันทึกไว้",
      ],
      [
        `Replaying the recorded transactions gave block ${found}, but block ${recorded} was recorded.`,
        "The record is incomplete, or the engine is another version.",
        "Restore DATA_DIR/chain from a backup, or start with the version that wrote it; the recorded file was not changed.",
      ],
    ),
  CHAIN_CLOCK_BACKWARDS: ({ clock, last }) =>
    both(
      [
        `ตั้งนาฬิกาของบล็อกเชนย้อนไปที่ ${clock} ไม่ได้`,
        `บล็อกล่าสุดมีเวลา ${last} (วินาที Unix) และเวลาบนบล็อกเชนไม่ย้อนกลับ`,
        "ตั้งเวลาที่หลังกว่านั้น",
      ],
      [
        `The chain's clock cannot be set back to ${clock}.`,
        `The last block's time is ${last} (Unix seconds), and time on a chain never runs backwards.`,
        "Set a later time.",
      ],
    ),
  CHAIN_FAILED: ({ how, log }) =>
    both(
      [
        `กระบวนการของบล็อกเชนจบลง (${how})`,
        "สาเหตุอยู่ในบันทึกการทำงานของกระบวนการ",
        `อ่าน ${log} แล้วเริ่มใหม่ สิ่งที่ยืนยันแล้วไม่สูญหาย`,
      ],
      [
        `The chain process ended (${how}).`,
        "Its log says why.",
        `Read ${log}, then start again; nothing acknowledged is lost.`,
      ],
    ),
  DEPLOYMENT_MISSING: ({ chainId, demonstration }) =>
    both(
      [
        `ไม่รู้จักสมุดบัญชีกลางบนเครือข่ายหมายเลข ${chainId}`,
        `ระบบติดตั้งให้เองเฉพาะบนเครือข่ายสาธิต (หมายเลข ${demonstration}) เพราะกุญแจสาธิตเป็นที่รู้กันทั่วไป`,
        `วางแฟ้มคำอธิบายการติดตั้งไว้ที่ DATA_DIR/deployment-${chainId}.json`,
      ],
      [
        `No ledger is known on chain ${chainId}.`,
        `Only the demonstration chain (${demonstration}) gets one by itself, because its keys are public.`,
        `Put the ledger's deployment description at DATA_DIR/deployment-${chainId}.json.`,
      ],
    ),
  DEPLOYMENT_GONE: ({ file, chainId }) =>
    both(
      [
        `ไม่มีสมุดบัญชีกลางตาม ${file} บนเครือข่ายหมายเลข ${chainId} ของ RPC_URL`,
        "RPC_URL เป็นบล็อกเชนอื่น หรือบล็อกเชนนั้นเริ่มใหม่ทั้งหมด",
        "ตรวจ RPC_URL ถ้าเริ่มบล็อกเชนใหม่โดยตั้งใจ ให้ย้ายแฟ้มนี้ออก",
      ],
      [
        `The ledger that ${file} describes is not on chain ${chainId} of RPC_URL.`,
        "RPC_URL names another chain, or that chain was begun anew.",
        "Check RPC_URL; if that chain was begun anew on purpose, move the file away.",
      ],
    ),
  DEPLOYMENT_STEP_FAILED: ({ what, reason }) =>
    both(
      [
        `การติดตั้งหยุดที่ขั้น: ${what}`,
        `บล็อกเชนแจ้งว่า ${reason}`,
        "แก้ตามที่แจ้ง แล้วติดตั้งใหม่ด้วยบัญชีที่ยังไม่เคยใช้ สัญญาที่ติดตั้งค้างไว้ไม่อยู่ในรายการใด",
      ],
      [
        `The deployment ended at: ${what}.`,
        `The chain says: ${reason}`,
        "Mend what it names and deploy again with a fresh account; the unfinished contracts are listed nowhere.",
      ],
    ),
} satisfies Record<string, MakeTexts>;
