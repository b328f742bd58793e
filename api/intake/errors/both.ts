import type { Texts } from "../../../sdk/errors.ts";

type Triple = [what: string, why: string, mend: string];

/** What, why and how to mend, in both languages. */
export const both = (th: Triple, en: Triple): Texts => ({
  th: { what: th[0], why: th[1], mend: th[2] },
  en: { what: en[0], why: en[1], mend: en[2] },
});
