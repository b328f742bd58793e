import { useMemo } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { Check } from "../../ui/verify/types.ts";

/**
 * A check that is fetched only when it is started, and keeps its identity while the claim stays the same. Nothing of
 * the checking weighs on a page that is only read.
 */
export function useLazyCheck<Claim>(
  claim: Claim,
  load: (texts: Texts, claim: Claim) => Promise<Check>,
): Check {
  const texts = useTexts();
  const key = JSON.stringify(claim, (_, value: unknown) => (typeof value === "function" ? undefined : value));
  return useMemo<Check>(
    () =>
      async function* (address, signal) {
        const check = await load(texts, claim);
        return yield* check(address, signal);
      },
    // The claim's content is what counts; its functions only write values.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key, texts.language],
  );
}
