import { expect } from "chai";
import fc from "fast-check";
import { toIsoDate } from "../../sdk/calendar-date.ts";
import { formatDate, formatShortDay } from "../../sdk/format-date.ts";
import { parseDate } from "../../sdk/thai-date.ts";
import { toThaiDigits } from "../../sdk/thai-digits.ts";
import { codeOf } from "./support/code-of.ts";

describe("reading dates", function () {
  this.timeout(30_000);
  const readings: [string, string][] = [
    ["29 พ.ย. 67", "2024-11-29"],
    ["29 พ.ย.67", "2024-11-29"],
    ["29พย67", "2024-11-29"],
    ["29 พฤศจิกายน 2567", "2024-11-29"],
    ["๒๙ พฤศจิกายน ๒๕๖๗", "2024-11-29"],
    ["วันศุกร์ที่ ๒๙ พฤศจิกายน พ.ศ. ๒๕๖๗", "2024-11-29"],
    ["29 เดือนพฤศจิกายน พ.ศ. 2567", "2024-11-29"],
    ["29-พ.ย.-2567", "2024-11-29"],
    ["29/11/2567", "2024-11-29"],
    ["๒๙/๑๑/๖๗", "2024-11-29"],
    ["29-11-2567", "2024-11-29"],
    ["29.11.2024", "2024-11-29"],
    ["1/2/2568", "2025-02-01"],
    ["29 November 2024", "2024-11-29"],
    ["29 Nov 2024", "2024-11-29"],
    ["1 ม.ค. ค.ศ. 2020", "2020-01-01"],
    ["2024-11-29", "2024-11-29"],
    ["2567-11-29", "2024-11-29"],
    ["2024-11-29 00:00:00", "2024-11-29"],
    ["2024-11-29T17:00:00Z", "2024-11-30"],
    ["2024-11-29T16:59:59.999Z", "2024-11-29"],
    ["2024-11-30T00:30:00+0900", "2024-11-29"],
    ["29 ก.พ. 2567", "2024-02-29"],
    ["29 ก.พ. 2543", "2000-02-29"],
    ["01 ม.ค. 00", "1957-01-01"],
    ["31 ธ.ค. 99", "2056-12-31"],
  ];
  for (const [input, iso] of readings) {
    it(`reads “${input}” as ${iso}`, () => expect(toIsoDate(parseDate(input))).to.equal(iso));
  }

  const refusals: [string, string][] = [
    ["", "DATE_EMPTY"],
    [" \u200B", "DATE_EMPTY"],
    ["-", "DATE_NOT_READABLE"],
    ["พฤศจิกายน 2567", "DATE_NOT_READABLE"],
    ["29 พฤศจิกา 2567", "DATE_NOT_READABLE"],
    ["29/11", "DATE_NOT_READABLE"],
    ["29 พ.ย. 567", "DATE_NOT_READABLE"],
    ["45000", "DATE_NOT_READABLE"],
    ["31 เม.ย. 2567", "DATE_IMPOSSIBLE"],
    ["29 ก.พ. 2566", "DATE_IMPOSSIBLE"],
    ["29 ก.พ. 2643", "DATE_IMPOSSIBLE"],
    ["0 ม.ค. 2567", "DATE_IMPOSSIBLE"],
    ["32/1/2567", "DATE_IMPOSSIBLE"],
    ["11/29/2567", "DATE_IMPOSSIBLE"],
    ["2024-02-30", "DATE_IMPOSSIBLE"],
    ["29/11/3024", "DATE_YEAR_UNCLEAR"],
    ["29/11/1700", "DATE_YEAR_UNCLEAR"],
    ["29 พ.ย. พ.ศ. 2024", "DATE_YEAR_UNCLEAR"],
    ["29 พ.ย. ค.ศ. 67", "DATE_YEAR_UNCLEAR"],
    ["29 พ.ย. ค.ศ. 2567", "DATE_YEAR_UNCLEAR"],
  ];
  for (const [input, code] of refusals) {
    it(`refuses “${input}” with ${code}`, () => expect(codeOf(() => parseDate(input))).to.equal(code));
  }

  it("knows every month by its full and its short name", () => {
    const short = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split(" ");
    short.forEach((name, index) => {
      const date = parseDate(`1 ${name} 2567`);
      expect(date).to.deep.equal({ y: 2024, m: index + 1, d: 1 });
      expect(parseDate(formatDate(date, "th"))).to.deep.equal(date);
    });
  });

  it("writes days without their year for charts", () => {
    expect(formatShortDay("29 พ.ย. 2567", "th")).to.equal("29 พ.ย.");
    expect(formatShortDay({ y: 2024, m: 1, d: 1 }, "en")).to.equal("1 Jan");
    // Half past midnight in Bangkok is the day before in Greenwich.
    expect(formatShortDay(Date.UTC(2024, 11, 31, 17, 30) / 1000, "th")).to.equal("1 ม.ค.");
  });

  it("reads back every day it writes, in Thai numerals too", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1860-01-01"), max: new Date("2150-01-01"), noInvalidDate: true }),
        (day) => {
          const written = formatDate(day, "th");
          expect(formatDate(parseDate(written), "th")).to.equal(written);
          expect(parseDate(toThaiDigits(written))).to.deep.equal(parseDate(written));
        },
      ),
    );
  });
});
