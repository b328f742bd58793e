import { enumOf } from "../define/choices.ts";

/** Vocabularies that several services use. */
export const channel = enumOf(["ช่องทาง", "channel"], {
  chat: ["แชต", "chat"],
  web: ["เว็บไซต์", "website"],
  app: ["แอปพลิเคชัน", "app"],
  phone: ["โทรศัพท์", "telephone"],
  counter: ["เคาน์เตอร์", "counter"],
});

export const language = enumOf(["ภาษา", "language"], {
  th: ["ภาษาไทย", "Thai"],
  en: ["ภาษาอังกฤษ", "English"],
  zh: ["ภาษาจีน", "Chinese"],
  my: ["ภาษาเมียนมา", "Burmese"],
  km: ["ภาษาเขมร", "Khmer"],
  lo: ["ภาษาลาว", "Lao"],
});

export const alertLevel = enumOf(["ระดับ", "level"], {
  watch: ["เฝ้าระวัง", "watch"],
  warning: ["เตือนภัย", "warning"],
  danger: ["อันตราย", "danger"],
});
