/**
 * Titles that only people bear, then a name. A Thai name begins with a consonant or a leading vowel; what follows the
 * negative lookahead are ordinary words and places that begin with the same letters (นายก, นายอำเภอ, นางรอง, นาวา). Words
 * with which names begin as well (นายเรือ and นายเรืองชัย, นางนวล and นางนวลจันทร์) must end there.
 */
const CIVIL_TITLE =
  "(?:นางสาว|น\\.\\s?ส\\.(?!\\s?[พล]\\.)|นาง(?!เลิ้ง|พญา|เงือก|พยาบาล|แบบ|(?:รอง(?:พิทยาคม)?|ลือ|แล|นวล|ใน|รำ|ฟ้า(?:ภูฐาน|ฮังการี)?)(?![ก-๎]))" +
  "|นาย(?!ก(?:เทศ|รัฐมนตรี|สภา|อบ[ตจ.]|สมาคม|องค์|\\s|ฯ|เมือง|เหล่า)|อำเภอ|ทหาร|หน้า|จ้าง|ทะเบียน|แพทย์|สัตวแพทย์|สถานี|ตรวจ|ช่าง|ด่าน|แบบ|ท้าย" +
  "|(?:เรือ|พัน|พล|สิบ|ร้อย|เวร|ประกัน|ท่า)(?:(?![ก-๎])|ตำรวจ|ทหาร|พระ|จปร|ประจำ|อิสระ|อากาศ|เทียบ|เรือ(?!ง)))" +
  "|เด็กชาย|เด็กหญิง|ด\\.\\s?[ชญ]\\.)";
/** Ranks of the army, the navy, the air force and the police, written out and by their letters. */
const RANK =
  "(?:(?:ว่าที่\\s*)?(?:(?:ร้อย|พัน|จ่าสิบ|สิบ|พล)(?:ตำรวจ)?(?:ตรี|โท|เอก)|(?:นาวา|เรือ|พันจ่า|จ่า)(?:อากาศ)?(?:ตรี|โท|เอก)|ดาบตำรวจ|พลทหาร)" +
  "|(?:ว่าที่\\s*)?(?:พล\\.\\s?(?:[ตจ]\\.\\s?)?[ตทอ]\\.|[พรส]\\.\\s?[ตจ]\\.\\s?[ตทอ]\\.|จ\\.\\s?ส\\.\\s?[ตทอ]\\.|[พรสนจ]\\.\\s?[ตทอ]\\.|ด\\.\\s?ต\\.))";
/** Physicians bear their profession as a title; with a rank or a place of their service behind it, it is a post. */
const PHYSICIAN =
  "(?:นายแพทย์|แพทย์หญิง|นายสัตวแพทย์|สัตวแพทย์หญิง|ทันตแพทย์หญิง|เภสัชกรหญิง)" +
  "(?!\\s*(?:สาธารณสุข|ชำนาญ|เชี่ยวชาญ|ปฏิบัติ|ทรงคุณ|อาวุโส|ใหญ่|ประจำ|เวร|ผู้|และ|หรือ|โรงพยาบาล|สำนักงาน|ระดับ|จำนวน))";
/** Words of respect, learning and birth; ordinary words begin with คุณ too. */
const HONORIFIC =
  `(?:${PHYSICIAN}|` +
  "คุณ(?!ภาพ|ธรรม|วุฒิ|สมบัติ|ลักษณะ|ค่า|ประโยชน์|ประเสริฐ|ครู|พระ|ากร)|ดร\\.|[ทนพ]พ\\.|พญ\\.|ผศ\\.|รศ\\.|ศ\\.(?=\\s*ดร)|ม\\.\\s?[รล]\\.(?:\\s?ว\\.)?|หม่อม)";
const BEFORE_NAME =
  "(?<=^|[\\s()\\[\\]\"'“‘”’,:;/\\-–0-9๐-๙]|[0-9๐-๙]\\.|จ้าง|เหมา|ชื่อ|คือ|โดย|ให้|แก่|ราย|บุคคล|กับ|และ|ของ|จำกัด)";
/** Spaces, also those that are not seen. */
const GAP = "[\\s\\u200b-\\u200d\\ufeff]*";
const SPACE = "[ \\t\\u00a0]+";
const THAI_NAME = "[เ-ไ]?[ก-ฮ][ก-ฺเ-๎]*";
const NOT_SURNAME =
  "(?!หมู่|ตำบล|อำเภอ|จังหวัด|จำนวน|โดย|เพื่อ|วิธี|ประจำ|ตำแหน่ง|ระหว่าง|ตั้งแต่|ใน|ที่|ณ|สาย|ถึง|จำกัด|ต\\.|อ\\.|จ\\.|ม\\.)";
const SURNAME = `${SPACE}${NOT_SURNAME}${THAI_NAME}`;

const THAI_PERSON = new RegExp(
  `${BEFORE_NAME}(?:${CIVIL_TITLE}${GAP}${THAI_NAME}(?:${SURNAME})?|` +
    // Of ranks and words of respect it takes a surname too: roads, ships and schools bear them.
    `(?:${RANK}|${HONORIFIC})(?:${GAP}(?:${RANK}|${HONORIFIC}|${CIVIL_TITLE}|หญิง))*${GAP}${THAI_NAME}${SURNAME})`,
  "g",
);
const LATIN_PERSON =
  /\b(?:(?:M(?:r|rs|s|iss)|M(?:R|RS|ISS))(?:\.\s*|\s+)|MS\.\s*|MS\s+(?!OFFICE\b|WINDOWS\b|WORD\b|EXCEL\b|SQL\b)(?=\p{Lu}{2,}\s+\p{Lu}{2,}))\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)*|\bm(?:r|rs|s)\.\s*\p{L}{2,}(?: \p{L}{2,})?/gu;

/** The beginnings of all patterns; most texts have none of them. */
const MAY_BE_TITLED =
  /นา[ยง]|แพทย์|เภสัช|น\. ?ส|เด็ก|ด\. ?[ชญต]|ตรี|โท|เอก|ดาบ|พลทหาร|[พรสนจ]\. ?[ตทอจส]|พล\.|คุณ|[ดมศทนพ]ร?[.พญ]|ศ\.|หม่อม|\b[Mm](?:[Rr][Ss]?|[Ss]|[Ii][Ss][Ss])\b/;

const TITLE_FIRST = new RegExp(
  `^(?:${CIVIL_TITLE}|${RANK}|${HONORIFIC}|ว่าที่|คณะบุคคล|(?:Mr|Mrs|Ms|Miss|Dr)\\b)`,
  "i",
);

/** Whether a name begins as only natural persons' names do. */
export function beginsAsPerson(name: string): boolean {
  return TITLE_FIRST.test(name.trim());
}

/** The text with `mask` for names of natural persons that follow a title, a rank or a word of respect. */
export function maskTitledNames(text: string, mask: string): string {
  if (!MAY_BE_TITLED.test(text)) return text;
  return text.replace(THAI_PERSON, mask).replace(LATIN_PERSON, mask);
}
