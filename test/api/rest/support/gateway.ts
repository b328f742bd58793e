import type { Gateway } from "../../../../api/gateway/gateway.ts";
import { ProngsaiError } from "../../../../sdk/errors.ts";

/** For tests that send no transactions: whoever does is told so. */
export const refusingGateway: Gateway = {
  submit: () => {
    const text = { what: "No gateway here.", why: "This test has none.", mend: "Use another." };
    return Promise.reject(new ProngsaiError("GATEWAY_ABSENT", { th: text, en: text }));
  },
};
