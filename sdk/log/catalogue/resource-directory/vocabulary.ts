import { enumOf } from "../define/choices.ts";
import { quantity, units } from "../define/numbers.ts";

export const kind = enumOf(["ชนิด", "kind"], {
  boat: ["เรือท้องแบน", "boats"],
  pump: ["เครื่องสูบน้ำ", "pumps"],
  truck: ["รถบรรทุก", "trucks"],
  generator: ["เครื่องปั่นไฟ", "generators"],
  shelter: ["ศูนย์พักพิง", "shelters"],
  medicalTeam: ["ทีมแพทย์", "medical teams"],
  divers: ["ทีมประดาน้ำ", "diving teams"],
  engineers: ["ทีมวิศวกร", "teams of engineers"],
  interpreters: ["ล่าม", "interpreters"],
});

export const count = (th: string, en: string, least = 1) =>
  quantity([th, en], units.pieces, [least, 100_000]);
