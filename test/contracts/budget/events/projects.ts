import { encodeBytes32String } from "ethers";
import { YEAR } from "../../../support/budget/office.ts";
import { inLog, logged, type Logged } from "../../../support/budget/logs.ts";
import { document, noDocument } from "../../../support/document.ts";
import { AGENCY } from "../../../support/people.ts";

const doc = document("act of a project");
const EGP = encodeBytes32String("egp");
const [Draft, Registered, Active, Suspended, Completed, Audited, Cancelled] = [1n, 2n, 3n, 4n, 5n, 6n, 7n];

export const projectLogs: Logged[] = [
  logged("a project drafted with its references", async ({ office, officers }) => {
    const references = ["67119000001", "67119000002"].map((value) => ({ scheme: EGP, value }));
    const recorder = office.projects("recorder");
    const code = await recorder.draftProject.staticCall(AGENCY, YEAR, doc, references);
    return [
      recorder.draftProject(AGENCY, YEAR, doc, references),
      ["ProjectDrafted", code, BigInt(AGENCY), BigInt(YEAR), officers.recorder.address, inLog(doc)],
      ["ProjectReferenced", code, EGP, "67119000001"],
      ["ProjectReferenced", code, EGP, "67119000002"],
    ];
  }),
  logged("a brief revised", async ({ office, code, officers }) => [
    office.projects("recorder").reviseBrief(code, doc),
    ["ProjectBriefRevised", code, officers.recorder.address, inLog(doc)],
  ]),
  logged("a project registered, without evidence", async ({ office, officers }) => {
    const code = await office.draft();
    return [
      office.projects("approver1").registerProject(code),
      ["ProjectStateChanged", code, Draft, Registered, officers.approver1.address, inLog(noDocument)],
    ];
  }),
  logged("a project activated, without evidence", async ({ office, officers }) => {
    const code = await office.registered();
    return [
      office.projects("budget").activateProject(code),
      ["ProjectStateChanged", code, Registered, Active, officers.budget.address, inLog(noDocument)],
    ];
  }),
  logged("a project suspended", async ({ office, code, officers }) => [
    office.projects("budget").suspendProject(code, doc),
    ["ProjectStateChanged", code, Active, Suspended, officers.budget.address, inLog(doc)],
  ]),
  logged("a project resumed", async ({ office, code, officers }) => {
    await office.projects("budget").suspendProject(code, document());
    return [
      office.projects("budget").resumeProject(code, doc),
      ["ProjectStateChanged", code, Suspended, Active, officers.budget.address, inLog(doc)],
    ];
  }),
  logged("a project completed", async ({ office, officers }) => {
    const code = await office.active();
    return [
      office.projects("budget").completeProject(code, doc),
      ["ProjectStateChanged", code, Active, Completed, officers.budget.address, inLog(doc)],
    ];
  }),
  logged("a project audited", async ({ office, officers }) => {
    const code = await office.active();
    await office.projects("budget").completeProject(code, document());
    return [
      office.projects("auditor").auditProject(code, doc),
      ["ProjectStateChanged", code, Completed, Audited, officers.auditor.address, inLog(doc)],
    ];
  }),
  logged(
    "a project cancelled by the officer, not by the contract in between",
    async ({ office, officers }) => {
      const code = await office.active();
      return [
        office.lines("budget").cancelProject(code, doc),
        ["ProjectStateChanged", code, Active, Cancelled, officers.budget.address, inLog(doc)],
      ];
    },
  ),
];
