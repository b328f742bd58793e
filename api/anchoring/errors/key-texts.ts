import { both } from "../../intake/errors/both.ts";
import type { Details } from "../../../sdk/errors.ts";

/** Settings and keys of whoever anchors. */
export const keyTexts = {
  LOG_ANCHOR_SETTING: ({ name, wanted, wantedTh }: Details) =>
    both(
      [
        `ค่า ${name} ขาดหายหรือใช้ไม่ได้`,
        `ค่านี้ต้องเป็น${wantedTh} กระบวนการยืนยันบันทึกจึงเริ่มไม่ได้`,
        `กำหนด ${name} ตาม docs/operations.md`,
      ],
      [
        `The setting ${name} is missing or cannot be used.`,
        `It must be ${wanted}; logs cannot be anchored otherwise.`,
        `Set ${name} as docs/operations.md says.`,
      ],
    ),
  LOG_ANCHOR_NO_CHECKPOINT_KEY: ({ service }: Details) =>
    both(
      [
        `ไม่มีกุญแจลงนามหัวบันทึกของบริการ ${service}`,
        "ไม่มีแฟ้มชื่อบริการนี้ในโฟลเดอร์ LOG_CHECKPOINT_KEYS บันทึกของบริการจึงยังยืนยันไม่ได้",
        `วางแฟ้ม ${service}.key ในโฟลเดอร์นั้น ภายในกำหนดของคำมั่นที่ให้ไว้`,
      ],
      [
        `There is no key for the checkpoints of the service ${service}.`,
        "The folder LOG_CHECKPOINT_KEYS has no file of that name, so the log cannot be anchored.",
        `Put the file ${service}.key there before the promises' deadline.`,
      ],
    ),
  LOG_ANCHOR_KEY_NOT_IN_FORCE: ({ service, keyId }: Details) =>
    both(
      [
        `กุญแจลงนามหัวบันทึกของบริการ ${service} ไม่มีผลใช้บังคับ`,
        `กุญแจ ${keyId} ไม่ได้ขึ้นทะเบียนเป็นกุญแจหัวบันทึกของบริการ หรือพ้นช่วงเวลาที่ใช้ได้ ลายเซ็นจึงไม่มีใครเชื่อ`,
        "ให้เจ้าหน้าที่ของหน่วยงานขึ้นทะเบียนกุญแจด้วย addKey หรือใช้แฟ้มกุญแจที่ขึ้นทะเบียนแล้ว",
      ],
      [
        `The checkpoint key of the service ${service} is not in force.`,
        `The key ${keyId} is not registered for the service's checkpoints, or its time is over; nobody would believe its signature.`,
        "Have an officer of the agency register it (addKey), or use the registered key's file.",
      ],
    ),
} satisfies Record<string, (details: Details) => unknown>;
