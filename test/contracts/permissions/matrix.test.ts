import { expect } from "chai";
import { contractNames, type ContractName } from "../../../scripts/deploy/plan.ts";
import { connection } from "../../support/ledger.ts";
import { expectations, NO_REASON } from "./expectations.ts";
import { actors, ended, suspended, world, type Actor, type World } from "./world.ts";

/** Errors that mean: this caller may not do that. Every other error means: not now, or not with these values. */
const lackOfRight = new Set([
  "AccessManagedUnauthorized",
  "AccessManagerUnauthorizedAccount",
  "AccessManagerUnauthorizedCall",
  "AccessManagerUnauthorizedCancel",
  "AccessManagerUnauthorizedConsume",
  "GovernorOnlyExecutor",
  "GovernorInsufficientProposerVotes",
  "GovernorUnableToCancel",
  "AgencyRegistryOfficerUnknown",
  "AgencyRegistryOfficerRevoked",
  "AgencyRegistryOfficerNotInForce",
  "AgencyRegistryDutyMissing",
  "AgencyRegistryOtherAgency",
  "BudgetFlagsOwnAgency",
  "BudgetProjectsOwnAgency",
  "ServiceRegistryGatewayNotInForce",
  "ActionLogWitnessNotIndependent",
]);

const registers = contractNames.filter((name) => /^Budget|^ImportAnchor|^ActionLog/.test(name));

/** Who may call what does not depend on what has happened; whether the call then goes through does. */
const states: [string, () => Promise<World>, ContractName[]][] = [
  ["while money is spent", world, contractNames],
  ["while project and service are suspended", suspended, registers],
  ["when everything has ended", ended, registers],
];

describe("permission matrix", () => {
  it("has a row for every function of every ABI that changes something, and no other", async () => {
    const { interfaces } = await world();
    for (const name of contractNames) {
      const changing: string[] = [];
      interfaces[name].forEachFunction((fragment) => {
        if (!fragment.constant) changing.push(fragment.name);
      });
      expect(Object.keys(expectations[name]).sort(), name).to.deep.equal(changing.sort());
    }
  });

  for (const [state, make, contracts] of states) {
    describe(state, () => {
      // Calls are only simulated, so one world serves every row.
      let w: World;
      before(async function () {
        this.timeout(60_000);
        w = await make();
      });
      for (const name of contracts) {
        for (const [method, { args, allowed, refusedBy = [] }] of Object.entries(expectations[name])) {
          const whom = allowed === "anyone" ? "anyone" : allowed.join(", ");
          it(`${name}.${method}: ${whom}`, async () => {
            const data = w.interfaces[name].encodeFunctionData(method, args(w));
            const admitted: Actor[] = [];
            for (const actor of actors) {
              const refusal = await attempt(w, w.addressOf(actor), w.addressOf(name), data);
              if (!lackOfRight.has(refusal) && !refusedBy.includes(refusal)) admitted.push(actor);
            }
            expect(admitted).to.have.members(allowed === "anyone" ? actors : allowed);
          });
        }
      }
    });
  }
});

/** Name of the error that a simulated call meets, or "" when it would pass. */
async function attempt(w: World, from: string, to: string, data: string): Promise<string> {
  try {
    await connection.provider.request({ method: "eth_call", params: [{ from, to, data }, "latest"] });
    return "";
  } catch (error) {
    const { data: reason } = error as { data?: string };
    if (typeof reason !== "string") throw error;
    if (reason === "0x") return NO_REASON;
    for (const abi of Object.values(w.interfaces)) {
      const parsed = abi.parseError(reason);
      if (parsed) return parsed.name;
    }
    return reason;
  }
}
