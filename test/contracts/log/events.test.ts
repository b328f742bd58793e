import { expect } from "chai";
import { ledger } from "../../support/ledger.ts";
import { itLogs } from "../../support/log/logs.ts";
import { headEvents } from "./events/heads.ts";
import { keyEvents, serviceEvents } from "./events/services.ts";

/** OpenZeppelin's own. */
const foreign = ["AuthorityUpdated", "EIP712DomainChanged"];

describe("the action log records", () => {
  const seen = new Set(foreign);
  describe("services", () => itLogs(serviceEvents, seen));
  describe("keys, gateways and action types", () => itLogs(keyEvents, seen));
  describe("heads", () => itLogs(headEvents, seen));

  // Comes last, when the tests above have played their calls.
  describe("altogether", () => {
    it("every event that its contract declares", async () => {
      const { log } = await ledger();
      const declared: string[] = [];
      log.interface.forEachEvent(({ name }) => declared.push(name));
      expect([...seen]).to.have.members(declared);
    });
  });
});
