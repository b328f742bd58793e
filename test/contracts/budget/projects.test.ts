/** What the register of projects answers the other contracts of the budget, which ask it before they bind money. */
import { expect } from "chai";
import type { Result } from "ethers";
import type { IBudgetProjects } from "../../../sdk/generated/types/index.ts";
import { spending, YEAR } from "../../support/budget/office.ts";
import { document } from "../../support/document.ts";
import { ethers, networkHelpers } from "../../support/ledger.ts";
import { AGENCY, people } from "../../support/people.ts";

const scene = () => networkHelpers.loadFixture(spending);

/** The scene's project, Active and with one open commitment, unless `changes` say otherwise. */
const project = (changes: { state?: bigint; openCommitments?: bigint } = {}) => ({
  agency: BigInt(AGENCY),
  year: BigInt(YEAR),
  state: 3n,
  openCommitments: 1n,
  drafter: people.recorder.personTag,
  ...changes,
});

const named = (answer: IBudgetProjects.ProjectStructOutput) => (answer as unknown as Result).toObject();

describe("the register of projects, asked by the budget's other contracts", () => {
  it("tells of a project when it is in the state that the caller needs", async () => {
    const { office, code, projects } = await scene();
    expect(named(await projects.requireState(code, 3))).to.deep.equal(project());
    await office.projects("budget").suspendProject(code, document());
    expect(named(await projects.requireState(code, 4))).to.deep.equal(project({ state: 4n }));
  });

  it("tells of a project that can hold money", async () => {
    const { code, projects } = await scene();
    expect(named(await projects.requireRegistered(code))).to.deep.equal(project());
  });

  it("tells of the project for which a commitment is opened, that one counted", async () => {
    const { code, projects, commitments } = await scene();
    // A call without transaction: the commitments' contract has no key to sign one.
    const asked = projects.connect(ethers.provider) as IBudgetProjects;
    const from = await commitments.getAddress();
    const answer = await asked.openCommitment.staticCall(code, { from });
    expect(named(answer)).to.deep.equal(project({ openCommitments: 2n }));
  });
});
