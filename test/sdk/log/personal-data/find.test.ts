import { expect } from "chai";
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { ProngsaiError } from "../../../../sdk/errors.ts";
import { findPersonalData, refusePersonalData } from "../../../../sdk/log/personal-data/index.ts";
import { kindsIn, lookCloser } from "../../../../sdk/log/personal-data/kinds.ts";
import { isSuspicious } from "../../../../sdk/log/personal-data/suspicion.ts";
import {
  citizenNumber,
  email,
  embedded,
  juristicNumber,
  phone,
  separated,
  signedCitizenNumber,
  signedPhone,
} from "./disguises.ts";
import { sampleRecord } from "../record/sample.ts";

const CITIZEN = "1101700203450";

describe("personal data in records", function () {
  this.timeout(60_000);

  it("a citizen number is found in every disguise", () => {
    fc.assert(
      fc.property(embedded(citizenNumber.chain(separated)), (text) => {
        expect(kindsIn(text), text).to.include("citizenNumber");
      }),
      { numRuns: 20_000 },
    );
  });

  it("a telephone number is found as people write it", () => {
    fc.assert(
      fc.property(embedded(phone), (text) => {
        expect(kindsIn(text), text).to.include("phone");
      }),
      { numRuns: 10_000 },
    );
  });

  for (const [kind, text] of [
    ["phone", signedPhone],
    ["citizenNumber", signedCitizenNumber],
  ] as const)
    it(`a ${kind} is found in its usual groups whatever sign parts them`, () => {
      fc.assert(
        fc.property(embedded(text), (embeddedText) => {
          expect(kindsIn(embeddedText), embeddedText).to.include(kind);
        }),
        { numRuns: 10_000 },
      );
    });

  it("an e-mail address is found, also with Thai letters and a full-width @", () => {
    fc.assert(
      fc.property(embedded(email.map((text) => ` ${text} `)), (text) => {
        expect(kindsIn(text), text).to.include("email");
      }),
      { numRuns: 10_000 },
    );
  });

  it("the number of a juristic person is nobody's", () => {
    fc.assert(
      fc.property(juristicNumber, fc.constantFrom("", " ", "-"), (digits, gap) => {
        const text = digits.replace(/^(.)(.{4})(.{5})(.{2})(.)$/, ["$1", "$2", "$3", "$4", "$5"].join(gap));
        expect(kindsIn(`ผู้ขาย ${text}`), text).to.deep.equal([]);
      }),
      { numRuns: 5_000 },
    );
  });

  it("what the first look lets pass, the closer look lets pass too", () => {
    const mixed = fc
      .array(
        fc.constantFrom(
          ..."0123456789๐๙８໑०¹ -._()[]/|,:;+@ .aกa0x\u200b\u00ad\u2009\u0336",
          "66",
          "081",
          "/234/",
          "co.th",
          CITIZEN,
        ),
        {
          maxLength: 30,
        },
      )
      .map((parts) => parts.join(""));
    const times = fc.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z[ 0-9]?$/);
    fc.assert(
      fc.property(fc.oneof(mixed, times, fc.string({ unit: "binary", maxLength: 40 })), (text) => {
        if (!isSuspicious(text)) expect(lookCloser(text), text).to.deep.equal([]);
      }),
      { numRuns: 30_000 },
    );
  });

  const found: [string, string][] = [
    [CITIZEN, "citizenNumber"],
    ["๑-๑๐๑๗-๐๐๒๐๓-๔๕-๐", "citizenNumber"],
    ["１１０１７００２０３４５０", "citizenNumber"],
    ["เลข1101700203450ค่ะ", "citizenNumber"],
    ["ID1101700203450X", "citizenNumber"],
    ["1 1 0 1 7 0 0 2 0 3 4 5 0", "citizenNumber"],
    ["081-234-5678", "phone"],
    ["081-23-45678", "phone"],
    ["08 123 45678", "phone"],
    ["0812345-678", "phone"],
    ["0-812-345-678", "phone"],
    ["โทร ๐๘๑๒๓๔๕๖๗๘", "phone"],
    ["(02) 123-4567", "phone"],
    ["0-2123-4567 ต่อ 12", "phone"],
    ["044-123-456", "phone"],
    ["+66 81 234 5678", "phone"],
    ["+66 (0)81-234-5678", "phone"],
    ["081/234/5678", "phone"],
    ["081／234／5678", "phone"],
    ["๐๘๑/๒๓๔/๕๖๗๘", "phone"],
    ["0๘1/２34/๕6７8", "phone"],
    ["081·234·5678", "phone"],
    ["081‧234‧5678", "phone"],
    ["081\u2009234\u20095678", "phone"],
    ["0\u200b8\u200b\u200b\u200b\u200b\u200b1\u200b2345678", "phone"],
    ["0\u00ad\u00ad\u00ad\u00ad\u00ad812345678", "phone"],
    ["0\ufe0f\u20e38\ufe0f\u20e31\ufe0f\u20e32345678", "phone"],
    ["⓪⑧①②③④⑤⑥⑦⑧", "phone"],
    ["⁰⁸¹²³⁴⁵⁶⁷⁸", "phone"],
    ["໐໘໑໒໓໔໕໖໗໘", "phone"],
    ["[081] 234-5678", "phone"],
    ["081 / 234 / 5678", "phone"],
    ["081,234,5678", "phone"],
    ["+66/81/234/5678", "phone"],
    ["นัด 29/11/2569, 081/234/5678, ห้อง 4", "phone"],
    ["1/1017/00203/45/0", "citizenNumber"],
    ["1|1017|00203|45|0", "citizenNumber"],
    ["66-81-234-5678", "phone"],
    ["66812345678", "phone"],
    ["ส่งถึง 66812345678 แล้ว", "phone"],
    ["0012345678909", "citizenNumber"],
    ["0-5001-89123-45-7", "citizenNumber"],
    ["1\n1017\n00203\n45\n0", "citizenNumber"],
    ["1\r\n1017\r\n00203\r\n45\r\n0", "citizenNumber"],
    ["081\n234\n5678", "phone"],
    ["somchai.jaidee@example.com", "email"],
    ["somchai＠example.co.th", "email"],
    ["ผู้ใช้@ตัวอย่าง.ไทย", "email"],
    ["somchai @ example.com", "email"],
    ["someone@example.xn--o3cw4hค่ะ", "email"],
  ];
  for (const [text, kind] of found) {
    it(`finds ${kind} in “${text}”`, () => expect(kindsIn(text)).to.deep.equal([kind]));
  }

  const clean = [
    "1101700203452",
    "01101700203450",
    "11017002034500",
    "0105536000315",
    "0994000165676",
    "0000012345678",
    `0x${CITIZEN}${"0".repeat(51)}`,
    `${"a".repeat(51)}${CITIZEN}`,
    "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy",
    "f4791110-1700-4203-8451-081234567890",
    "2026-11-24T03:04:05.678Z",
    "2026-11-24T10:04:05+07:00",
    "2026-11-24 10:04:05",
    "TH-2568-25007-000123-44",
    "67119900001",
    "เลขที่สัญญา 023-60-0014",
    "กค 0405.2/ว 119 ลงวันที่ 24 พฤศจิกายน 2569",
    "พิกัด 13.756331, 100.501765",
    "1,101,700,203,451 บาท",
    "148000 สตางค์",
    "203.146.237.138",
    "triage-2.3.11",
    "w4rqn",
    "5 @ 10.50 บาท",
    "pkg@1.2.3",
    "ประชุม @ ห้อง 2",
    "@somchai",
    "สายด่วน 1599 หรือ 191",
    "081-234-5678-9",
    "7440-001-0001/60",
    "2026/11/29",
    "29/11/2569 09:30:15",
    "2026/11/29, 2026/11/30, 2026/12/01",
    "2026-11-29/2026-12-05",
    "สัญญาเลขที่ 081/123/2569",
    "คำขอที่ 02/1234/2569",
    "มท 0812.3/4567",
    "นร 0506/12345",
    "0,3,1,0,2,0,0,1,4,7",
    "06/10/12/14/16",
    "08:12:34.5678",
    "1,081,234,567.00 บาท",
    "1,021,234,567 บาท",
    "12345/2569 29/11/2569",
    "13.756331,100.501762",
  ];
  for (const text of clean) {
    it(`finds nothing in “${text}”`, () => expect(kindsIn(text)).to.deep.equal([]));
  }

  it("is named by kind and path, in members' names and numbers too, and never repeated", () => {
    const record = sampleRecord({
      data: {
        note: [`โทร 0812345678 ${CITIZEN}`],
        deep: { a: "x@example.com" },
        [`k${CITIZEN}`]: 1,
        n: Number(CITIZEN),
        less: -Number(CITIZEN),
        mobile: 66812345678,
        amount: 66123456789,
      },
    });
    const findings = findPersonalData(record);
    expect(findings).to.deep.equal([
      { kind: "citizenNumber", path: "$.data.note[0]" },
      { kind: "phone", path: "$.data.note[0]" },
      { kind: "email", path: "$.data.deep.a" },
      { kind: "citizenNumber", path: "$.data[*]" },
      { kind: "citizenNumber", path: "$.data.n" },
      { kind: "citizenNumber", path: "$.data.less" },
      { kind: "phone", path: "$.data.mobile" },
    ]);
    expect(() => refusePersonalData(record))
      .to.throw(ProngsaiError)
      .that.satisfies(
        (error: ProngsaiError) =>
          error.code === "LOG_PERSONAL_DATA" &&
          error.details["path"] === "$.data.note[0]" &&
          !JSON.stringify([error, error.message, error.texts]).includes(CITIZEN),
      );
  });

  const ascii = Buffer.from(CITIZEN).toString("hex");
  const padded: [string, string][] = [
    ["zeros before it", CITIZEN.padStart(64, "0")],
    ["zeros behind it", CITIZEN.padEnd(64, "0")],
    ["zeros around it", CITIZEN.padStart(38, "0").padEnd(64, "0")],
    ["letters before it", CITIZEN.padStart(64, "f")],
    ["itself, over and over", CITIZEN.repeat(5).slice(0, 64)],
    ["zeros, in ASCII codes", ascii.padEnd(64, "0")],
    ["spaces, in ASCII codes", ascii.padEnd(64, "20")],
    ["itself, in ASCII codes", ascii.repeat(3).slice(0, 64)],
    ["zeros to 20 bytes", CITIZEN.padStart(40, "0")],
    ["zeros to 64 bytes", CITIZEN.padStart(128, "0")],
  ];
  for (const [name, word] of padded)
    it(`is found when it stands for a commitment, padded with ${name}`, () => {
      const hash = `0x${word}`;
      const record = sampleRecord({
        subject: hash,
        actor: { pseudonym: hash },
        payload: { commit: hash, alg: "pl1", ref: "x" },
        data: { root: hash, note: `ราก ${word.toUpperCase()} ของวันนี้` },
      });
      const paths = ["$.subject", "$.actor.pseudonym", "$.data.root", "$.data.note", "$.payload.commit"];
      expect(findPersonalData(record)).to.deep.equal(paths.map((path) => ({ kind: "paddedNumber", path })));
    });

  it("is not in a hundred thousand random words", () => {
    const words = Array.from({ length: 100_000 }, () => `0x${randomBytes(32).toString("hex")}`);
    expect(findPersonalData(words)).to.deep.equal([]);
  });

  it("is not in an ordinary record", () => {
    expect(findPersonalData(sampleRecord())).to.deep.equal([]);
    expect(() => refusePersonalData(sampleRecord())).to.not.throw();
  });

  it("a text made to be slow is read in one pass", () => {
    for (const text of [
      "a".repeat(8_000) + "@",
      "0-".repeat(4_000),
      "@a.".repeat(2_600),
      "0 ".repeat(4_000),
      "0/".repeat(4_000),
      "0/8,1:".repeat(1_300),
      "१/".repeat(4_000),
      "0\u0336".repeat(4_000),
      "a@".repeat(4_000),
    ]) {
      const before = performance.now();
      kindsIn(text);
      // Reading it quadratically takes seconds; a busy machine needs milliseconds.
      expect(performance.now() - before).to.be.lessThan(1_000);
    }
  });
});
