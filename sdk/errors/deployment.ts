import type { Details, Texts } from "../errors.ts";

/** Errors of the file that describes where a ledger stands. */
export const deploymentTexts = {
  DEPLOYMENT_FILE_UNREADABLE: ({ file, reason }: Details): Texts => ({
    th: {
      what: `อ่านแฟ้ม ${file} ซึ่งบอกที่อยู่ของสมุดบัญชีกลางไม่ได้`,
      why: `ระบบแจ้งว่า ${reason}`,
      mend: "npm start เก็บแฟ้มนี้ไว้ที่ DATA_DIR/deployment-‹เลขเครือข่าย›.json กระบวนการอื่นกำหนดด้วย DEPLOYMENT ตรวจว่ามีแฟ้มและอ่านได้",
    },
    en: {
      what: `The file ${file}, which describes where the ledger stands, cannot be read.`,
      why: `The reason given is: ${reason}`,
      mend: "npm start keeps it as DATA_DIR/deployment-‹chain id›.json; other processes are told by DEPLOYMENT. See that it is there and can be read.",
    },
  }),
  DEPLOYMENT_FILE_MALFORMED: ({ file, member }: Details): Texts => ({
    th: {
      what: `แฟ้ม ${file} ไม่ใช่คำบอกที่อยู่ของสมุดบัญชีกลาง`,
      why: `แฟ้มต้องเป็น JSON ที่มี chainId, deploymentId และ contracts ส่วนที่ไม่มีหรือผิดรูปแบบคือ ${member}`,
      mend: "ใช้แฟ้มที่ระบบเขียนไว้ตอนติดตั้งสมุดบัญชีกลาง โดยไม่แก้ไข",
    },
    en: {
      what: `The file ${file} is no description of where a ledger stands.`,
      why: `It must be JSON with chainId, deploymentId and contracts. What is missing or malformed: ${member}.`,
      mend: "Use the file that was written when the ledger was deployed, unchanged.",
    },
  }),
} satisfies Record<string, (details: Details) => Texts>;
