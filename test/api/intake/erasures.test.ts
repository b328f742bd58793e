import { expect } from "chai";
import { schemaCid } from "../../../sdk/log/catalogue/index.ts";
import { payloadErased } from "../../../sdk/log/common/index.ts";
import type { ActionRecord } from "../../../sdk/log/record/index.ts";
import { startApi } from "../../support/api.ts";
import type { ApiFixture } from "../../support/api.ts";
import { newSubmitter, noteSchema, startIntakeWorld } from "../../support/log/intake-world.ts";
import type { IntakeWorld, Submitter } from "../../support/log/intake-world.ts";
import { cidOf } from "../../support/log/notes.ts";
import { record, submit } from "../../support/log/submitting.ts";
import type { Answered } from "../../support/log/submitting.ts";

const SERVICE = "th.go.example.notes";
const CID = cidOf(noteSchema);
const ERASED = schemaCid(payloadErased);
const payload = { commit: `0x${"1c".repeat(32)}`, alg: "pl1", ref: "store/1" } as const;

describe("erasures and replacements at the intake", function () {
  this.timeout(120_000);
  let world: IntakeWorld;
  let desk: Submitter;
  let guest: Submitter;
  /** the API after its restart */
  let again: ApiFixture | undefined;
  /** next number of each submitter */
  const next = new Map<string, number>();

  before(async () => {
    desk = await newSubmitter("desk-1");
    guest = await newSubmitter("guest");
    world = await startIntakeWorld(async (keeper) => {
      await keeper.register(SERVICE);
      await keeper.define(SERVICE, payloadErased.type, payloadErased.schema);
      for (const submitter of [desk, guest]) await keeper.addKey(SERVICE, submitter);
    });
  });
  after(async () => {
    await again?.stop();
    await world.stop();
  });

  /** Hands in records, each of which is numbered; a refusal takes no numbers. */
  async function handIn(submitter: Submitter, ...records: Partial<ActionRecord>[]): Promise<Answered> {
    const first = next.get(submitter.label) ?? 1;
    const got = await submit({
      ...{ url: (again ?? world.api).url, service: SERVICE, submitter },
      records: records.map((more, at) => record(SERVICE, submitter.label, first + at, CID, more)),
    });
    if (got.status === 201) next.set(submitter.label, first + records.length);
    return got;
  }
  const erasing = (index: number): Partial<ActionRecord> => ({
    ...{ type: payloadErased.type, schema: ERASED, data: { index, reason: "subjectRequest" } },
  });
  function expectRefusal(got: Answered, code: string, details: object): void {
    expect(`${got.status} ${got.code}`, got.text).to.equal(`422 ${code}`);
    expect(got.details).to.include(details);
  }

  it("take what a submitter says of its own entries", async () => {
    expect((await handIn(desk, { payload }, {}, { payload }, { payload })).status).to.equal(201);
    expect((await handIn(guest, { payload })).status).to.equal(201);
    const got = await handIn(desk, erasing(0), { supersedes: 1 });
    expect(got.status, got.text).to.equal(201);
    expect(got.answer.firstIndex).to.equal(5);
  });

  it("refuse the erasure of what is not there: no payload, no entry, or erased already", async () => {
    const path = "$[0].data.index";
    expectRefusal(await handIn(desk, erasing(1)), "LOG_INTAKE_ERASURE", { path, entry: 1, again: false });
    expectRefusal(await handIn(desk, erasing(900)), "LOG_INTAKE_REFERENCE", { path });
    expectRefusal(await handIn(desk, erasing(0)), "LOG_INTAKE_ERASURE", { path, entry: 0, again: true });
    // Of one request too, and then none of it is logged.
    expectRefusal(await handIn(desk, erasing(2), erasing(2)), "LOG_INTAKE_ERASURE", {
      ...{ path: "$[1].data.index", index: 1, entry: 2, again: true },
    });
    expect((await handIn(desk, erasing(2))).status).to.equal(201);
  });

  it("refuse what one submitter says of another's entries", async () => {
    expectRefusal(await handIn(guest, erasing(3)), "LOG_INTAKE_OTHER_WRITER", {
      ...{ path: "$[0].data.index", entry: 3 },
    });
    expectRefusal(await handIn(guest, {}, { supersedes: 3 }), "LOG_INTAKE_OTHER_WRITER", {
      ...{ path: "$[1].supersedes", index: 1, entry: 3 },
    });
    expect((await handIn(guest, erasing(4))).status).to.equal(201);
  });

  it("know after a restart what was erased before it", async () => {
    await world.api.stop();
    again = await startApi({ mirror: world.mirror, env: world.settings });
    for (const index of [0, 2])
      expectRefusal(await handIn(desk, erasing(index)), "LOG_INTAKE_ERASURE", { entry: index, again: true });
    expect((await handIn(desk, erasing(3))).status).to.equal(201);
  });
});
