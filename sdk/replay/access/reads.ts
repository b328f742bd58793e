import { registrationsOf } from "./handlers.ts";
import type { LedgerState } from "../state.ts";
import { readsOf } from "../read.ts";
import type { ExpectedRead } from "../read.ts";

const directory = readsOf("Directory");
const registry = readsOf("AgencyRegistry");

export function* accessReads(state: LedgerState): Generator<ExpectedRead> {
  yield directory("contracts", "names", [], [...state.versions.keys()]);
  for (const [name, versions] of state.versions) {
    for (const version of versions) {
      const entity = `contract ${name} ${version.version}`;
      yield directory(entity, "deployment", [name, version.version], { ...version });
      yield directory(entity, "isListed", [version.target], true);
    }
    yield directory(`contract ${name}`, "latest", [name], { ...versions.at(-1)! });
  }
  for (const [code, agency] of state.agencies)
    yield registry(`agency ${code}`, "agency", [code], { ...agency });
  const served = new Map<string, Set<bigint>>();
  for (const [account, officer] of state.officers) {
    yield registry(`officer ${account}`, "officer", [account], { ...officer });
    served.set(officer.personTag, (served.get(officer.personTag) ?? new Set()).add(officer.agency));
  }
  for (const [tag, agencies] of served) {
    const held = registrationsOf(state, tag);
    const duties = held.reduce((sum, each) => sum | each.duties, 0n);
    yield registry(`person ${tag}`, "dutiesOfPerson", [tag], duties);
    for (const agency of agencies) {
      const serves = held.some((each) => each.agency === agency);
      yield registry(`person ${tag}`, "servesAgency", [tag, agency], serves);
    }
  }
}
