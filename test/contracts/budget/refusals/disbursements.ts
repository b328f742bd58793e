import { refusal, type Refusal, type Scene } from "../../../support/budget/refusals.ts";
import { document } from "../../../support/document.ts";
import { people, type PersonName } from "../../../support/people.ts";

const doc = document();

/** A request of 100 for the first milestone, half of which was accepted, approved as far as `steps`. */
async function requested(
  { office, commitment, line }: Scene,
  steps = 0,
  by: PersonName = "recorder",
): Promise<bigint> {
  await office.deliver(1n, 300n);
  await office.disbursements(by).requestDisbursement(commitment, line, 1n, 100n, doc);
  const id = await office.on.disbursements.disbursementCount();
  if (steps > 0) await office.disbursements("approver1").approveFirst(id);
  if (steps > 1) await office.disbursements("approver2").approveSecond(id);
  if (steps > 2) await office.disbursements("treasury").pay(id, doc);
  return id;
}

type Step = "approveFirst" | "approveSecond" | "pay";
const take = (scene: Scene, step: Step, as: PersonName, id: bigint) => {
  const by = scene.office.disbursements(as);
  return step === "pay" ? by.pay(id, doc) : by[step](id);
};

const samePerson = (
  step: Step,
  steps: number,
  who: string,
  as: PersonName,
  tag: string,
  requester?: PersonName,
) =>
  refusal("BudgetDisbursementsSamePerson", `${step} by ${who}`, async (scene) => {
    const id = await requested(scene, steps, requester);
    return [() => take(scene, step, as, id), id, tag];
  });

const { recorder, approver1, approver2, acceptor } = people;

/** Somebody takes a step and accepts the rest of the milestone afterwards, with another key: nobody takes the next step. */
const acceptedSince = (step: Step, steps: number, again: PersonName, tag: string, requester?: PersonName) =>
  refusal("BudgetDisbursementsSamePerson", `${step} after ${again} accepted`, async (scene) => {
    const id = await requested(scene, steps, requester);
    await scene.office.commitments("recorder").submitMilestone(1n, doc);
    await scene.office.commitments(again).acceptMilestone(1n, 300n, doc);
    const by = ({ approveFirst: "approver1", approveSecond: "approver2", pay: "treasury" } as const)[step];
    return [() => take(scene, step, by, id), id, tag];
  });

export const disbursementRefusals: Refusal[] = [
  ...([0n, 1n] as const).map((id) =>
    refusal("BudgetDisbursementsUnknown", `disbursement ${id}`, async ({ disbursements }) => [
      () => disbursements.disbursement(id),
      id,
    ]),
  ),
  refusal(
    "BudgetDisbursementsUnknown",
    "approving a disbursement that does not exist",
    async ({ office }) => [() => office.disbursements("approver1").approveFirst(1n), 1n],
  ),
  refusal("BudgetDisbursementsAmountZero", "requesting nothing", async ({ office, commitment, line }) => [
    () => office.request(commitment, line, 0n, 0n),
  ]),
  refusal("BudgetDisbursementsAmountZero", "returning nothing", async (scene) => {
    const id = await requested(scene, 3);
    return [() => scene.office.disbursements("treasury").recordReturn(id, 0n, doc)];
  }),
  refusal("BudgetDisbursementsReturnExceedsPaid", "returning more than is left", async (scene) => {
    const id = await requested(scene, 3);
    await scene.office.disbursements("treasury").recordReturn(id, 30n, doc);
    return [() => scene.office.disbursements("treasury").recordReturn(id, 71n, doc), ...[id, 70n, 71n]];
  }),
  refusal("BudgetDisbursementsSamePerson", "requested by whoever accepted", async (scene) => {
    const { office, commitment, line } = scene;
    await office.deliver(1n, 300n);
    const call = () =>
      office.disbursements("acceptorAgain").requestDisbursement(commitment, line, 1n, 100n, doc);
    return [call, 1n, acceptor.personTag];
  }),
  // The commitment's recorder, who is the usual requester.
  samePerson("approveFirst", 0, "the recorder", "recorderAgain", recorder.personTag, "approver2Again"),
  samePerson("approveSecond", 1, "the recorder", "recorderAgain", recorder.personTag, "approver2Again"),
  samePerson("approveFirst", 0, "the requester", "approver2Again", approver2.personTag, "approver2Again"),
  samePerson("approveFirst", 0, "the acceptor", "acceptorAgain", acceptor.personTag),
  samePerson(
    "approveSecond",
    1,
    "the requester",
    "approver2Again".replace("Again", "") as PersonName,
    approver2.personTag,
    "approver2Again",
  ),
  samePerson("approveSecond", 1, "the acceptor", "acceptorAgain", acceptor.personTag),
  samePerson("approveSecond", 1, "the first approver", "approver1Again", approver1.personTag),
  samePerson("pay", 2, "the recorder and requester", "recorderAgain", recorder.personTag),
  samePerson("pay", 2, "the first approver", "approver1Again", approver1.personTag),
  samePerson("pay", 2, "the second approver", "approver2Again", approver2.personTag),
  samePerson("pay", 2, "the acceptor", "acceptorAgain", acceptor.personTag),
  acceptedSince("approveFirst", 0, "approver2Again", approver2.personTag, "approver2Again"),
  acceptedSince("approveSecond", 1, "approver1Again", approver1.personTag),
  acceptedSince("pay", 2, "approver1Again", approver1.personTag),
  acceptedSince("pay", 2, "approver2Again", approver2.personTag),
  refusal("BudgetDisbursementsSamePerson", "payment by an acceptor before the last one", async (scene) => {
    const { office } = scene;
    const id = await requested(scene, 2);
    await office.commitments("recorder").submitMilestone(1n, doc);
    await office.commitments("approver1Again").acceptMilestone(1n, 300n, doc);
    return [() => take(scene, "pay", "acceptorAgain", id), id, acceptor.personTag];
  }),
];
