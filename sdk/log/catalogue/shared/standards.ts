import type { Field } from "../define/field.ts";
import { quantity } from "../define/numbers.ts";
import type { Unit } from "../define/numbers.ts";

/** The time that the service promises. */
export const promised = (unit: Unit, maximum: number) =>
  quantity(["เวลาที่สัญญาไว้", "time promised"], unit, [1, maximum]);

/**
 * The time it took, in full units: 0 means less than one. May exceed what was promised: a broken promise must be
 * loggable.
 */
export function taken(unit: Unit, maximum: number): Field<number> {
  const field = quantity(["เวลาที่ใช้จริง", "time taken"], unit, [0, maximum]);
  return {
    ...field,
    write: (value, locale) => {
      if (value > 0) return field.write(value, locale);
      return `${locale === "th" ? "ไม่ถึง" : "less than"} ${field.write(1, locale)}`;
    },
  };
}
