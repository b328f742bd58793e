import { encodeBytes32String, ZeroHash } from "ethers";
import { YEAR } from "../../../support/budget/office.ts";
import { refusal, type Refusal } from "../../../support/budget/refusals.ts";
import { document, noDocument } from "../../../support/document.ts";
import { networkHelpers } from "../../../support/ledger.ts";
import { AGENCY, people } from "../../../support/people.ts";

const UNKNOWN = encodeBytes32String("TH-2568-10001-000009-51");
const SCHEME = encodeBytes32String("egp");
const doc = document();

const draft = (year: number) =>
  refusal("BudgetProjectsYearOutOfRange", `a project of ${year}`, async ({ office }) => [
    () => office.projects("recorder").draftProject(AGENCY, year, doc, []),
    year,
  ]);

export const projectRefusals: Refusal[] = [
  draft(2513),
  draft(2701),
  refusal(
    "BudgetProjectsSequenceExhausted",
    "the millionth project of an agency and year",
    async ({ office, projects }) => {
      // Slot of _sequences[agency][year]: found by writing through the getter, so that no layout is assumed.
      const slot = await slotOfSequence(await projects.getAddress(), () =>
        projects.lastSequence(AGENCY, YEAR),
      );
      await networkHelpers.setStorageAt(await projects.getAddress(), slot, 999_998n);
      await office.projects("recorder").draftProject(AGENCY, YEAR, doc, []);
      return [() => office.projects("recorder").draftProject(AGENCY, YEAR, doc, []), AGENCY, YEAR];
    },
  ),
  ...(
    [
      ["reviseBrief", [doc]],
      ["addReference", [{ scheme: SCHEME, value: "1" }]],
      ["registerProject", []],
      ["activateProject", []],
      ["suspendProject", [doc]],
      ["resumeProject", [doc]],
      ["completeProject", [doc]],
      ["auditProject", [doc]],
    ] as const
  ).map(([method, rest]) =>
    refusal("BudgetProjectsUnknown", `${method} of a code that was never issued`, async ({ office }) => [
      () =>
        (office.projects("auditor")[method] as unknown as (...args: unknown[]) => Promise<unknown>)(
          UNKNOWN,
          ...rest,
        ),
      UNKNOWN,
    ]),
  ),
  ...(["project", "requireRegistered"] as const).map((method) =>
    refusal("BudgetProjectsUnknown", `${method} of a code that was never issued`, async ({ projects }) => [
      () => projects[method](UNKNOWN),
      UNKNOWN,
    ]),
  ),
  refusal("BudgetProjectsUnknown", "the state of a code that was never issued", async ({ projects }) => [
    () => projects.requireState(UNKNOWN, 3),
    UNKNOWN,
  ]),
  refusal("BudgetProjectsStateWrong", "requireState of another state", async ({ projects, code }) => [
    () => projects.requireState(code, 4),
    code,
    3,
    4,
  ]),
  refusal("BudgetProjectsStateWrong", "a draft cannot hold money", async ({ office, projects }) => {
    const code = await office.draft();
    return [() => projects.requireRegistered(code), code, 1, 2];
  }),
  refusal("BudgetProjectsEnded", "a brief revised after the end", async ({ office }) => {
    const code = await office.active();
    await office.projects("budget").completeProject(code, doc);
    return [() => office.projects("recorder").reviseBrief(code, doc), code, 5];
  }),
  refusal("BudgetProjectsEnded", "a reference added after the end", async ({ office }) => {
    const code = await office.active();
    await office.lines("budget").cancelProject(code, doc);
    return [() => office.projects("recorder").addReference(code, { scheme: SCHEME, value: "1" }), code, 7];
  }),
  refusal("BudgetProjectsEnded", "money for an audited project", async ({ office, projects }) => {
    const code = await office.active();
    await office.projects("budget").completeProject(code, doc);
    await office.projects("auditor").auditProject(code, doc);
    return [() => projects.requireRegistered(code), code, 6];
  }),
  refusal(
    "BudgetProjectsCommitmentsOpen",
    "completion with two open commitments",
    async ({ office, code, line }) => {
      await office.record({ code, value: 5n, allocations: [{ lineId: line, amount: 5n }] });
      return [() => office.projects("budget").completeProject(code, doc), code, 2];
    },
  ),
  ...(["ownAuditor", "ownAuditorAgain"] as const).map((auditor) =>
    refusal("BudgetProjectsOwnAgency", `audit by ${auditor}, who serves the agency`, async ({ office }) => {
      const code = await office.active();
      await office.projects("budget").completeProject(code, doc);
      return [() => office.projects(auditor).auditProject(code, doc), code, AGENCY];
    }),
  ),
  refusal("BudgetProjectsReferenceEmpty", "a reference without a scheme", async ({ office, code }) => [
    () => office.projects("recorder").addReference(code, { scheme: ZeroHash, value: "1" }),
    ZeroHash,
  ]),
  refusal("BudgetProjectsReferenceEmpty", "a reference without a value", async ({ office }) => [
    () => office.projects("recorder").draftProject(AGENCY, YEAR, doc, [{ scheme: SCHEME, value: "" }]),
    SCHEME,
  ]),
  refusal("BudgetProjectsReferenceTaken", "the same reference twice", async ({ office, code }) => {
    await office.projects("recorder").addReference(code, { scheme: SCHEME, value: "67119999999" });
    const again = { scheme: SCHEME, value: "67119999999" };
    return [() => office.projects("recorder").addReference(code, again), code, SCHEME, "67119999999"];
  }),
  refusal("BudgetProjectsSamePerson", "the drafter's second key registers", async ({ office }) => {
    const code = await office.draft();
    const { personTag } = people.recorder;
    return [() => office.projects("recorderAgain").registerProject(code), code, personTag];
  }),
  refusal("BudgetProjectsSamePerson", "whoever rewrote the brief registers", async ({ office }) => {
    const code = await office.draft();
    await office.projects("approver1Again").reviseBrief(code, doc);
    return [() => office.projects("approver1").registerProject(code), code, people.approver1.personTag];
  }),
  refusal(
    "AccessManagedUnauthorized",
    "cancelling past the check of what is committed",
    async ({ office, code, officers }) => [
      () => office.projects("budget").cancelProject(code, officers.budget.address, doc),
      officers.budget.address,
    ],
  ),
  refusal("DocumentMissing", "a project without a brief", async ({ office }) => [
    () => office.projects("recorder").draftProject(AGENCY, YEAR, noDocument, []),
  ]),
  refusal("DocumentCidMalformed", "a brief with a broken CID", async ({ office }) => [
    () => office.projects("recorder").draftProject(AGENCY, YEAR, { ...doc, cid: "0x0155" }, []),
    "0x0155",
  ]),
  refusal("DocumentFromTheFuture", "a brief of tomorrow", async ({ office }) => {
    const now = await networkHelpers.time.latest();
    await networkHelpers.time.setNextBlockTimestamp(now + 10);
    const tomorrow = { ...doc, date: now + 86_400 };
    return [
      () => office.projects("recorder").draftProject(AGENCY, YEAR, tomorrow, []),
      now + 86_400,
      now + 10,
    ];
  }),
];

/** The storage slot that the getter reads, found by trying the contract's first slots as nested mappings. */
async function slotOfSequence(address: string, read: () => Promise<bigint>): Promise<bigint> {
  const { AbiCoder, keccak256 } = await import("ethers");
  const hash = (key: bigint, slot: bigint) =>
    BigInt(keccak256(AbiCoder.defaultAbiCoder().encode(["uint256", "uint256"], [key, slot])));
  const before = await read();
  for (let base = 0n; base < 20n; base++) {
    const slot = hash(BigInt(YEAR), hash(BigInt(AGENCY), base));
    if (BigInt(await networkHelpers.getStorageAt(address, slot)) === before) return slot;
  }
  throw new Error("the sequence's slot was not found");
}
