/** A ledger in which something of everything exists, so that a call is refused for lack of right or for another reason. */
import { document } from "../../support/document.ts";
import { raise } from "../../support/flags.ts";
import { compiled, ethers, networkHelpers, type Ledger } from "../../support/ledger.ts";
import { contractNames, type ContractName } from "../../../scripts/deploy/plan.ts";
import { grant } from "./expectations.ts";
import { goTo, spending, YEAR, YEAR_END } from "../../support/budget/office.ts";
import { anchorInput } from "../../support/anchor.ts";
import { startLogging } from "../../support/log/office.ts";
import type { PersonName } from "../../support/people.ts";

/** Everybody whose calls are tried. */
const persons = [
  "recorder",
  "approver1",
  "approver2",
  "acceptor",
  "treasury",
  "budget",
  "otherRecorder",
  "otherApprover1",
  "otherApprover2",
  "otherAcceptor",
  "otherTreasury",
  "otherBudget",
  "otherAll",
  "authority",
  "importer",
  "otherImporter",
  "auditor",
  "ownAuditor",
  "ownAuditorAgain",
  "keeper",
  "otherKeeper",
  "witness",
  "otherWitness",
  "ownWitness",
  "revoked",
  "expired",
  "notYet",
  "revokedAuditor",
  "expiredAuditor",
  "revokedWitness",
  "expiredWitness",
] as const satisfies PersonName[];

/** Accounts that promise and anchor, in the order of `Ledger.gateways`. */
const gatewayNames = ["gateway", "otherGateway", "endedGateway", "expiredGateway", "comingGateway"] as const;

export type Actor =
  | (typeof persons)[number]
  | (typeof gatewayNames)[number]
  | ContractName
  | "stranger"
  | "deployer"
  | "registrar"
  | "member"
  | "citizen";

export const actors: Actor[] = [
  ...persons,
  ...gatewayNames,
  ...contractNames,
  "stranger",
  "deployer",
  "registrar",
  "member",
  "citizen",
];

export async function world() {
  const w = await spending();
  const request = await w.office.request(w.commitment, w.line, 0n, 10n);
  const { payload, signature } = await raise(w, w.code);
  await w.anchor.connect(w.officers.importer).anchorBatch(anchorInput(1));
  await w.anchor.connect(w.officers.importer).anchorBatch(anchorInput(2));
  const { office: log, ...logged } = await startLogging(w);
  const call: [string[], bigint[], string[]] = [[await w.directory.getAddress()], [0n], ["0x"]];
  await w.consortium.connect(w.voters[0]!).propose(...call, "matrix");
  const addressOf = (actor: Actor): string => {
    if (actor in w.officers) return w.officers[actor as PersonName].address;
    if (actor in w.description.contracts) return w.description.contracts[actor]!.address;
    const { stranger, deployer, registrar, citizen, voters, gateways } = w;
    const gateway = gateways[gatewayNames.findIndex((name) => name === actor)];
    if (gateway) return gateway.address;
    const others: Record<string, { address: string }> = {
      stranger,
      deployer,
      registrar,
      citizen,
      member: voters[0]!,
    };
    return others[actor]!.address;
  };
  const interfaces = Object.fromEntries(
    await Promise.all(
      contractNames.map(async (name) => [name, new ethers.Interface((await compiled(name)).abi)] as const),
    ),
  ) as Record<ContractName, InstanceType<typeof ethers.Interface>>;
  const proposal: unknown[] = [...call, ethers.id("matrix")];
  await scheduleGrant(w, interfaces);
  return {
    ...w,
    ...logged,
    /** steps of the log's services */
    services: log,
    request,
    proposal,
    payload,
    signature,
    addressOf,
    interfaces,
    evidence: document(),
    year: YEAR,
  };
}

export type World = Awaited<ReturnType<typeof world>>;

/** The same with its project and its service suspended. */
export async function suspended(): Promise<World> {
  const w = await world();
  await w.services.as("registrar").suspendService(w.service);
  await w.office.projects("budget").suspendProject(w.code, w.evidence);
  return w;
}

/** The same when all of it has come to its end: paid, closed, audited, decided, superseded, retired. */
export async function ended(): Promise<World> {
  const w = await world();
  const { office, code, line, commitment, request, evidence, flags, officers } = w;
  await office.disbursements("approver1").reject(request, evidence);
  await office.deliver(1n, 600n);
  await office.deliver(2n, 400n);
  await office.pay(commitment, line, 1n, 600n);
  await office.commitments("approver1").completeCommitment(commitment, evidence);
  await office.projects("budget").completeProject(code, evidence);
  await office.projects("auditor").auditProject(code, evidence);
  await flags.connect(officers.recorder).reply(1, evidence);
  await flags.connect(officers.auditor).startReview(1);
  await flags.connect(officers.auditor).decide(1, 5, evidence);
  await w.anchor.connect(officers.importer).supersede(1, 2);
  await w.services.as("keeper").retireService(w.service);
  await goTo(YEAR_END + 1);
  await office.lines("budget").closeLine(line);
  await office.lines("authority").closeYear(YEAR);
  return w;
}

/** As if a vote had queued an administrator's call, so that somebody could try to cancel it. */
async function scheduleGrant(w: Ledger, interfaces: Pick<World, "interfaces">["interfaces"]): Promise<void> {
  const consortium = await ethers.getImpersonatedSigner(await w.consortium.getAddress());
  await w.manager.connect(consortium).schedule(await w.manager.getAddress(), grant({ interfaces }), 0);
  await networkHelpers.stopImpersonatingAccount(consortium.address);
}
