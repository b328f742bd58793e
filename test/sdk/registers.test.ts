import { expect } from "chai";
import { abis } from "../../sdk/generated/abi/index.ts";
import { dynamicHeadSlots } from "../../sdk/journal.ts";
import { journalEvents, registerNames } from "../../sdk/registers.ts";

describe("registers", () => {
  it("are the contracts that keep a journal, not their interfaces nor the base", () => {
    expect(registerNames).to.include.members(["AgencyRegistry", "Directory", "ImportAnchor", "BudgetFlags"]);
    for (const other of [
      "Journal",
      "ServiceRegistry",
      "IServiceRegistry",
      "IJournal",
      "IDirectory",
      "Consortium",
      "AccessManager",
    ]) {
      expect(registerNames).to.not.include(other);
    }
  });

  it("fold every event of their interface, and each can be folded from its log", () => {
    for (const name of registerNames) {
      const events = journalEvents(name);
      expect(events, name).to.have.length.above(0);
      for (const event of events) dynamicHeadSlots(event);
      const own = new Set(events.map((event) => event.name));
      const emitted = abis[name].filter((item) => item.type === "event").map((item) => item.name);
      const others = emitted.filter((event) => !own.has(event));
      expect(["AuthorityUpdated", "EIP712DomainChanged"], name).to.include.members(others);
    }
  });
});
