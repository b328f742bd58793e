import { audit } from "../../../scripts/audit/run.ts";
import type { AuditReport, AuditRequest } from "../../../scripts/audit/run.ts";
import type { Finding, PartName } from "../../../scripts/audit/part.ts";
import { registerInterface } from "../../../sdk/replay/index.ts";
import type { RegisterName } from "../../../sdk/registers.ts";
import type { RpcLog } from "../../../sdk/verify/read-logs.ts";
import { startLyingNode } from "../../sdk/support/http-server.ts";
import { startDemo } from "../../support/demo-fixture.ts";
import type { DemoFixture } from "../../support/demo-fixture.ts";

let started: Promise<DemoFixture> | undefined;

/** One demonstration for all files that leave its chain and documents as they are. */
export function runningDemo(): Promise<DemoFixture> {
  return (started ??= startDemo());
}

after(async () => {
  const demo = await started?.catch(() => undefined);
  await demo?.stop();
});

/** An audit of the demonstration from its Directory's address and its documents alone. */
export function auditOf(demo: DemoFixture, change: Partial<AuditRequest> = {}): Promise<AuditReport> {
  const directory = demo.deployment.contracts.Directory!.address;
  return audit({ rpcUrl: demo.chain.rpcUrl, directory, documents: demo.documents, ...change });
}

export const findingsOf = ({ parts }: AuditReport): Finding[] => parts.flatMap(({ findings }) => findings);

export const codesOf = (report: AuditReport): string[] => [
  ...new Set(findingsOf(report).map(({ code }) => code)),
];

export function partOf({ parts }: AuditReport, name: PartName) {
  return parts.find(({ part }) => part === name)!;
}

type Request = Parameters<Parameters<typeof startLyingNode>[1]>[0];
export type Lie = (request: Request, answer: { result?: unknown }) => void;

/** An audit through a node that changes answers on their way. */
export async function auditThrough(
  demo: DemoFixture,
  lie: Lie,
  change: Partial<AuditRequest> = {},
): Promise<AuditReport> {
  const node = await startLyingNode(demo.chain.rpcUrl, lie);
  try {
    return await auditOf(demo, { ...change, rpcUrl: node.url });
  } finally {
    await node.stop();
  }
}

/** A lie about the registers' logs, which are asked for together; `logs` is changed in place. */
export const aboutLogs = (change: (logs: RpcLog[]) => void): Lie => {
  return ({ method, params }, answer) => {
    const [filter] = params as [{ address: unknown } | undefined];
    if (method === "eth_getLogs" && Array.isArray(filter?.address)) change(answer.result as RpcLog[]);
  };
};

/** Which call of a getter a request is; undefined when it is none of this contract. */
export function getterCall(
  demo: DemoFixture,
  register: RegisterName,
  { method, params }: Request,
): { readonly name: string; readonly args: readonly unknown[] } | undefined {
  const [call] = params as [{ to?: string; data: string } | undefined];
  const { address } = demo.deployment.contracts[register]!;
  if (method !== "eth_call" || call?.to?.toLowerCase() !== address.toLowerCase()) return undefined;
  const parsed = registerInterface(register).parseTransaction({ data: call.data });
  return parsed ? { name: parsed.name, args: [...parsed.args] as unknown[] } : undefined;
}

/** Place of the first log of this event, and the block that it stands in. */
export function findLog(logs: readonly RpcLog[], register: RegisterName, event: string, nth = 0): number {
  const { topicHash } = registerInterface(register).getEvent(event)!;
  const places = logs.flatMap(({ topics }, index) => (topics[0] === topicHash ? [index] : []));
  return places.at(nth) ?? -1;
}
