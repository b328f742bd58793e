import { expect } from "chai";
import { harmless } from "../../web/i18n/harmless.ts";

describe("web: words of others", () => {
  it("show what turns or imitates text by its name", () => {
    for (const code of [
      0x00, 0x07, 0x1b, 0x7f, 0x85, 0x61c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0xfeff,
    ])
      expect(harmless(`ก${String.fromCodePoint(code)}ข`)).to.equal(
        `ก⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩ข`,
      );
    expect(harmless("a\u{E0041}")).to.equal("a⟨U+E0041⟩");
  });

  it("stay as they are otherwise: Thai with breaks, emoji, other scripts, lines", () => {
    for (const text of [
      "เทศบาล\u200Bตำบล ๑๒๓",
      "👩‍🔧",
      "می\u200Cخواهم",
      "co\u00ADop",
      "a\tb\r\nc\u2028d",
      "עירייה",
      "“–…”",
    ])
      expect(harmless(text)).to.equal(text);
  });
});
