import type { th } from "./th/index.ts";

/** The Thai original; every other language has the same keys. */
export type Original = typeof th;

/** Same keys with any texts. Where Thai has one form for every number (`…_other`), English adds the singular (`…_one`). */
export type Translation<T> = {
  [Key in keyof T]: T[Key] extends string ? string : Translation<T[Key]>;
} & { [Key in keyof T as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]: string };

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: Original };
  }
}
