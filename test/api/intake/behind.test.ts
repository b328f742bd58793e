/** An index that hangs: what ended on the ledger meanwhile must not go on counting here. */
import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { newSubmitter, noteSchema, serviceId, startIntakeWorld } from "../../support/log/intake-world.ts";
import type { IntakeWorld, Submitter } from "../../support/log/intake-world.ts";
import { cidOf } from "../../support/log/notes.ts";
import { record, submit } from "../../support/log/submitting.ts";

const SERVICE = "th.go.example.desk";

describe("an intake whose index hangs", function () {
  this.timeout(120_000);
  let world: IntakeWorld;
  let desk: Submitter;
  let other: Submitter;
  before(async () => {
    [desk, other] = [await newSubmitter("desk"), await newSubmitter("other")];
    world = await startIntakeWorld(async (keeper) => {
      await keeper.register(SERVICE);
      for (const one of [desk, other]) await keeper.addKey(SERVICE, one);
    });
  });
  after(() => world.stop());

  const send = async (submitter: Submitter, seq: number) => {
    const records = [record(SERVICE, submitter.label, seq, cidOf(noteSchema))];
    const sending = {
      url: world.api.url,
      service: SERVICE,
      submitter,
      records,
      idempotencyKey: randomUUID(),
    };
    const { status, code } = await submit(sending);
    return `${status} ${code ?? ""}`.trim();
  };
  const ready = async () => {
    const answer = await fetch(`${world.api.url}/ready`);
    return `${answer.status} ${((await answer.json()) as { reason: string | null }).reason}`;
  };
  async function until(wanted: string, ask: () => Promise<string>): Promise<void> {
    let said = "";
    for (const end = Date.now() + 30_000; Date.now() < end; await sleep(250)) {
      said = await ask();
      if (said === wanted) return;
    }
    expect(said).to.equal(wanted);
  }

  it("takes nothing after ten seconds, says so, is not ready, and knows the ended key when the index goes on", async () => {
    let seq = 1;
    expect(await send(desk, seq++)).to.equal("201");
    expect(await ready()).to.equal("200 null");
    world.mirror.indexer.child.kill("SIGSTOP");
    try {
      await (await world.keeper.asKeeper.endKey(serviceId(SERVICE), other.keyId)).wait();
      await until("503 LOG_INTAKE_BEHIND", async () => {
        const said = await send(desk, seq);
        if (said === "201") seq++;
        return said;
      });
      expect(await send(other, 1)).to.equal("503 LOG_INTAKE_BEHIND");
      await until("503 INDEX_BEHIND", ready);
    } finally {
      world.mirror.indexer.child.kill("SIGCONT");
    }
    await until("201", () => send(desk, seq));
    expect(await send(other, 1)).to.equal("401 LOG_SIGNATURE_KEY_UNKNOWN");
    await until("200 null", ready);
  });
});
