import { enumOf } from "../define/choices.ts";
import { quantity, units } from "../define/numbers.ts";

export const hazard = enumOf(["ภัย", "hazard"], {
  flood: ["น้ำท่วม", "flooding"],
  drought: ["ภัยแล้ง", "drought"],
  storm: ["พายุ", "a storm"],
  pest: ["ศัตรูพืช", "pests"],
  disease: ["โรคพืช", "plant disease"],
  cold: ["อากาศหนาวจัด", "severe cold"],
});

export const crop = enumOf(["พืช", "crop"], {
  rice: ["ข้าว", "rice"],
  maize: ["ข้าวโพด", "maize"],
  cassava: ["มันสำปะหลัง", "cassava"],
  sugarcane: ["อ้อย", "sugar cane"],
  vegetables: ["ผัก", "vegetables"],
  fruit: ["ไม้ผล", "fruit trees"],
  rubber: ["ยางพารา", "rubber"],
  oilPalm: ["ปาล์มน้ำมัน", "oil palm"],
});

/** In full ngan (400 m²): enough for the amount, too coarse for a plot. */
export const areaNgan = quantity(
  ["พื้นที่ (งานเต็ม 4 งาน = 1 ไร่)", "area (full ngan, 4 = 1 rai)"],
  units.ngan,
  [1, 40_000],
);
