import { both } from "./both.ts";
import type { MakeTexts } from "./both.ts";

const anew = (name: unknown) =>
  `CREATE DATABASE ${String(name)} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'`;

/** The embedded PostgreSQL (PG_…), and what any PostgreSQL must be like (DB_…). */
export const databaseTexts = {
  PG_NO_BINARIES: ({ platform }) =>
    both(
      [
        `ไม่มีโปรแกรม PostgreSQL สำหรับเครื่องแบบ ${platform}`,
        "npm มีโปรแกรมนี้ให้เฉพาะเครื่องแบบที่ใช้กันทั่วไป",
        "ติดตั้ง PostgreSQL 15 ขึ้นไปเอง แล้วระบุใน DATABASE_URL",
      ],
      [
        `No PostgreSQL binaries are installed for ${platform}.`,
        "npm brings them for common platforms only.",
        "Install PostgreSQL 15 or newer yourself and name it in DATABASE_URL.",
      ],
    ),
  PG_NO_USER: ({ user }) =>
    both(
      [
        `สร้างผู้ใช้ “${user}” ของเครื่องไม่ได้`,
        "PostgreSQL ไม่ทำงานด้วยสิทธิ์ root ผู้ใช้ root จึงต้องมีผู้ใช้อื่นให้ PostgreSQL",
        `สั่งงานด้วยผู้ใช้ทั่วไป หรือสร้างผู้ใช้ “${user}” เอง`,
      ],
      [
        `The system user “${user}” could not be created.`,
        "PostgreSQL refuses to run as root, so root needs another user for it.",
        `Run as an ordinary user, or create the user “${user}” yourself.`,
      ],
    ),
  PG_UNREACHABLE: ({ user, paths }) =>
    both(
      [
        `ผู้ใช้ “${user}” ของ PostgreSQL เข้าถึง ${paths} ไม่ได้`,
        "PostgreSQL ไม่ทำงานด้วยสิทธิ์ root และโฟลเดอร์ที่อยู่เหนือขึ้นไปปิดไม่ให้ผู้ใช้อื่นเข้า",
        "สั่งงานด้วยผู้ใช้ทั่วไป หรือย้ายโปรแกรมและ DATA_DIR ไปยังที่ที่ผู้ใช้ทุกคนเข้าถึงได้",
      ],
      [
        `PostgreSQL's user “${user}” cannot reach ${paths}.`,
        "PostgreSQL refuses to run as root, and a folder above is closed to other users.",
        "Run as an ordinary user, or put the checkout and DATA_DIR where every user may go.",
      ],
    ),
  PG_IN_USE: ({ directory }) =>
    both(
      [
        `มีกระบวนการอื่นใช้ฐานข้อมูลใน ${directory} อยู่`,
        "เครื่องบริการสองเครื่องในโฟลเดอร์เดียวจะทำให้ข้อมูลเสียหาย",
        "หยุดกระบวนการนั้น หรือเลือก DATA_DIR อื่น",
      ],
      [
        `Another process runs the database in ${directory}.`,
        "Two servers on one folder would destroy it.",
        "Stop the other process, or choose another DATA_DIR.",
      ],
    ),
  PG_INIT_FAILED: ({ directory, reason }) =>
    both(
      [
        `สร้างฐานข้อมูลใน ${directory} ไม่ได้`,
        `initdb แจ้งว่า ${reason}`,
        "แก้ตามที่แจ้ง เช่นเพิ่มที่ว่างหรือให้สิทธิ์เขียน แล้วเริ่มใหม่ ไม่มีสิ่งใดค้างอยู่",
      ],
      [
        `The database could not be created in ${directory}.`,
        `initdb says: ${reason}`,
        "Mend that, such as free space or rights, then start again; nothing half-made is left.",
      ],
    ),
  PG_START_FAILED: ({ log, end }) =>
    both(
      [
        "PostgreSQL จบลงตั้งแต่เริ่ม",
        `ท้ายบันทึกการทำงานอยู่ใต้คำอธิบายภาษาอังกฤษ บันทึกทั้งหมดอยู่ใน ${log}`,
        "แก้ตามที่บันทึกแจ้ง แล้วเริ่มใหม่",
      ],
      [
        "PostgreSQL ended at its start.",
        `The whole log is ${log}; its end says:\n${end}`,
        "Mend what it names, then start again.",
      ],
    ),
  DB_UNREACHABLE: ({ address, reason, setting = "DATABASE_URL" }) =>
    both(
      [
        `เชื่อมต่อ PostgreSQL ที่ ${address} ไม่ได้`,
        `ที่อยู่ ชื่อผู้ใช้ หรือเครือข่ายไม่ถูกต้อง หรือเครื่องบริการปิดอยู่ (${reason})`,
        `ตรวจ ${setting} และตรวจว่าเครื่องบริการเปิดอยู่และให้ผู้ใช้นี้เข้าได้`,
      ],
      [
        `No connection to PostgreSQL at ${address}.`,
        `The address, the user or the network is wrong, or the server is down (${reason}).`,
        `Check ${setting}, and that the server runs and lets this user in.`,
      ],
    ),
  DB_VERSION: ({ version }) =>
    both(
      [
        `เครื่องบริการเป็น PostgreSQL รุ่น ${version}`,
        "ดัชนีใช้ความสามารถที่มีตั้งแต่ PostgreSQL 15",
        "ใช้ PostgreSQL 15 ขึ้นไป",
      ],
      [
        `The server is PostgreSQL ${version}.`,
        "The index uses what PostgreSQL 15 brought.",
        "Use PostgreSQL 15 or newer.",
      ],
    ),
  DB_ENCODING: ({ name, encoding }) =>
    both(
      [
        `ฐานข้อมูล “${name}” เข้ารหัสอักขระแบบ ${encoding}`,
        "ข้อความภาษาไทยต้องใช้ UTF8",
        `สร้างฐานข้อมูลใหม่: ${anew(name)}`,
      ],
      [
        `The database “${name}” is encoded in ${encoding}.`,
        "Thai text needs UTF8.",
        `Create it anew: ${anew(name)}`,
      ],
    ),
  DB_LOCALE_THAI: ({ name, ctype }) =>
    both(
      [
        `ฐานข้อมูล “${name}” ตั้งภาษา (LC_CTYPE) เป็น ${ctype}`,
        "ด้วยค่านี้ pg_trgm ไม่รู้จักอักษรไทย การค้นหาทุกครั้งจะไม่พบสิ่งใดโดยไม่มีข้อผิดพลาดแจ้ง",
        `สร้างฐานข้อมูลใหม่: ${anew(name)}`,
      ],
      [
        `The database “${name}” has LC_CTYPE ${ctype}.`,
        "With it pg_trgm sees no Thai letters: every search would be empty without any error.",
        `Create it anew: ${anew(name)}`,
      ],
    ),
  DB_EXTENSION: ({ extension }) =>
    both(
      [
        `ฐานข้อมูลไม่มีส่วนขยาย ${extension} และสร้างไม่ได้`,
        "ส่วนขยายนี้อยู่ในชุด contrib ของ PostgreSQL และผู้ใช้นี้อาจไม่มีสิทธิ์สร้าง",
        `ติดตั้งชุด contrib แล้วสั่ง CREATE EXTENSION ${extension} ด้วยผู้ใช้ที่มีสิทธิ์สูงสุด (superuser)`,
      ],
      [
        `The database has no extension ${extension}, and it could not be created.`,
        "It belongs to PostgreSQL's contrib modules, and this user may not be allowed to create it.",
        `Install contrib and run CREATE EXTENSION ${extension} as a superuser.`,
      ],
    ),
} satisfies Record<string, MakeTexts>;
