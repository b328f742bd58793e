import { both } from "./both.ts";
import type { MakeTexts } from "./both.ts";

/** Settings, the folder of everything that is kept, and the processes that `npm start` runs. */
export const startTexts = {
  SETTING_PORT: ({ value }) =>
    both(
      [
        `PORT คือ “${value}” ซึ่งไม่ใช่หมายเลขพอร์ต`,
        "ต้องเป็นจำนวนเต็มตั้งแต่ 1 ถึง 65535",
        "กำหนดให้ถูกต้อง เช่น PORT=8080 หรือลบค่านี้ออก",
      ],
      [
        `PORT is “${value}”, which is not a TCP port.`,
        "It must be a whole number from 1 to 65535.",
        "Give one, such as PORT=8080, or unset it.",
      ],
    ),
  // The value itself may hold a password and is not repeated.
  SETTING_URL: ({ name, wanted }) =>
    both(
      [
        `${name} ไม่ใช่ที่อยู่ตามแบบ ${wanted}`,
        "ส่วนต้นเป็นแบบอื่น หรือข้อความไม่ใช่ที่อยู่ ระบบไม่แสดงค่าที่กำหนดไว้เพราะอาจมีรหัสผ่าน",
        `แก้ ${name} ให้ถูกต้อง หรือลบค่านี้ออกเพื่อใช้ส่วนที่มากับระบบ`,
      ],
      [
        `${name} is not an address of the form ${wanted}.`,
        "The scheme is another one, or the text is no address. The value is not repeated, because it may hold a password.",
        `Correct ${name}, or unset it to use the embedded part.`,
      ],
    ),
  SETTING_LOG_LEVEL: ({ value, wanted }) =>
    both(
      [
        `LOG_LEVEL คือ “${value}” ซึ่งไม่มีระดับนี้`,
        `ต้องเป็นค่าใดค่าหนึ่งใน ${wanted}`,
        "กำหนดให้ถูกต้อง เช่น LOG_LEVEL=info หรือลบค่านี้ออก",
      ],
      [
        `LOG_LEVEL is “${value}”, and there is no such level.`,
        `It must be one of ${wanted}.`,
        "Give one, such as LOG_LEVEL=info, or unset it.",
      ],
    ),
  START_USAGE: ({ word }) =>
    both(
      [
        `npm start ไม่รับคำต่อท้าย แต่มี “${word}”`,
        "คำต่อท้ายไม่มีผลใด ระบบกำหนดค่าด้วยตัวแปรสภาพแวดล้อม",
        "กำหนดเป็นตัวแปร เช่น PORT=9000 npm start ดูค่าทั้งหมดใน docs/operations.md",
      ],
      [
        `npm start takes no arguments, and “${word}” is one.`,
        "It would not have been heeded: settings are read from the environment.",
        "Set it by environment, such as PORT=9000 npm start; docs/operations.md lists every setting.",
      ],
    ),
  DATA_DIR_UNUSABLE: ({ dataDir, reason }) =>
    both(
      [
        `เก็บข้อมูลใน ${dataDir} ไม่ได้`,
        `ไม่ใช่โฟลเดอร์ สร้างไม่ได้ หรือผู้ใช้นี้ไม่มีสิทธิ์เขียน (${reason})`,
        "กำหนด DATA_DIR เป็นโฟลเดอร์ที่เขียนได้ หรือที่สร้างได้",
      ],
      [
        `Nothing can be kept in ${dataDir}.`,
        `It is no folder, cannot be made, or may not be written by this user (${reason}).`,
        "Give a DATA_DIR that is a folder in which you may write, or that can be made.",
      ],
    ),
  INSTANCE_RUNNING: ({ dataDir }) =>
    both(
      [
        `มีระบบอื่นกำลังทำงานกับ ${dataDir}`,
        "ถ้าเริ่มอีกระบบ จะมีสองระบบเขียนบล็อกเชนและฐานข้อมูลเดียวกัน",
        "หยุดระบบนั้น หรือกำหนด DATA_DIR และ PORT ให้ระบบนี้ต่างหาก",
      ],
      [
        `Another instance runs on ${dataDir}.`,
        "Two of them would write to one chain and one database.",
        "Stop the other one, or give this one a DATA_DIR and a PORT of its own.",
      ],
    ),
  INSTANCE_NOT_RUNNING: ({ dataDir }) =>
    both(
      [
        `ไม่มีระบบทำงานกับ ${dataDir}`,
        "ยังไม่ได้สั่ง npm start ที่นั่น หรือระบบยังไม่แสดงตารางที่อยู่",
        "สั่ง npm start ในหน้าต่างคำสั่งอื่นด้วย DATA_DIR เดียวกัน แล้วรอตารางที่อยู่",
      ],
      [
        `No instance runs on ${dataDir}.`,
        "npm start is not running there, or has not printed its table yet.",
        "Run npm start in another terminal with the same DATA_DIR, and wait for its table of addresses.",
      ],
    ),
  PORT_IN_USE: ({ port }) =>
    both(
      [
        `พอร์ต ${port} ถูกใช้อยู่`,
        "มีโปรแกรมอื่นรับคำขอที่พอร์ตนี้",
        "หยุดโปรแกรมนั้น หรือกำหนด PORT เป็นเลขอื่น เช่น PORT=9000 npm start",
      ],
      [
        `Port ${port} is in use.`,
        "Another program listens there.",
        "Stop that program, or give another PORT, such as PORT=9000 npm start.",
      ],
    ),
  HOST_UNUSABLE: ({ host, reason }) =>
    both(
      [
        `เปิดรับคำขอที่ HOST “${host}” ไม่ได้`,
        `ระบบแจ้งว่า ${reason}`,
        "กำหนด HOST เป็นที่อยู่ของเครื่องนี้ เช่น 127.0.0.1 หรือลบค่านี้ออก",
      ],
      [
        `Nothing can be served at HOST “${host}”.`,
        `The reason given is: ${reason}`,
        "Set HOST to an address of this machine, such as 127.0.0.1, or unset it.",
      ],
    ),
  SERVICE_FAILED: ({ name, how, log }) =>
    both(
      [
        `กระบวนการ ${name} จบลงตั้งแต่เริ่ม (${how})`,
        "สาเหตุอยู่ในบันทึกการทำงานของกระบวนการ",
        `อ่าน ${log} แล้วแก้ตามสาเหตุ`,
      ],
      [
        `The ${name} ended at its start (${how}).`,
        "Its log says why.",
        `Read ${log} and mend what it names.`,
      ],
    ),
  DEMO_SERVICES_FAILED: ({ reason }) =>
    both(
      [
        "บริการสาธิตหยุดทำงาน",
        `ขาดค่าที่ต้องกำหนด หรือตัวรับรายการไม่รับสิ่งที่ส่ง (${reason})`,
        "อ่าน services.log ใน DATA_DIR แล้วเริ่มระบบใหม่",
      ],
      [
        "The demonstration's services ended.",
        `A setting is missing, or the log's gateway refused what they hand in (${reason}).`,
        "Read services.log in DATA_DIR, then start again.",
      ],
    ),
  BUILD_FAILED: ({ output }) =>
    both(
      [
        "สร้างสัญญา รหัสโปรแกรม หรือหน้าเว็บไม่สำเร็จ",
        "ท้ายข้อความของตัวแปลโปรแกรมอยู่ใต้คำอธิบายภาษาอังกฤษ",
        "แก้ต้นฉบับโปรแกรม คำสั่ง npm run build แสดงข้อความทั้งหมด",
      ],
      [
        "Contracts, generated code or pages could not be built.",
        `The compiler said at its end:\n${output}`,
        "Mend the sources; npm run build shows everything.",
      ],
    ),
} satisfies Record<string, MakeTexts>;
