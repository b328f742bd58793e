import { expect } from "chai";
import { ledger } from "../../support/ledger.ts";
import { itRefuses } from "../../support/log/refusals.ts";
import { actionTypeRefusals } from "./refusals/action-types.ts";
import { anchorRefusals } from "./refusals/anchors.ts";
import { keyRefusals } from "./refusals/keys.ts";
import { promiseRefusals } from "./refusals/promises.ts";
import { serviceRefusals } from "./refusals/services.ts";

/** Cannot happen. */
const never = [
  // Declared by OpenZeppelin: an authority without code (refused in test/contracts/budget/refusals.test.ts by the same
  // code), delays that the manager has errors of its own for, and names too long for the domain, which are constants.
  "AccessManagedInvalidAuthority",
  "AccessManagedRequiredDelay",
  "InvalidShortString",
  "StringTooLong",
];

describe("the action log refuses", () => {
  describe("services", () => itRefuses(serviceRefusals));
  describe("keys and gateways", () => itRefuses(keyRefusals));
  describe("action types", () => itRefuses(actionTypeRefusals));
  describe("anchors and cosignatures", () => itRefuses(anchorRefusals));
  describe("reports of broken promises", () => itRefuses(promiseRefusals));

  it("with every error that its contract declares", async () => {
    const tables = [serviceRefusals, keyRefusals, actionTypeRefusals, anchorRefusals, promiseRefusals];
    const refused = new Set([...tables.flat().map(({ error }) => error), ...never]);
    const { log } = await ledger();
    const declared = new Set<string>();
    log.interface.forEachError(({ name }) => declared.add(name));
    expect([...declared].filter((error) => !refused.has(error))).to.deep.equal([]);
    expect(declared.size).to.be.greaterThan(40);
  });
});
