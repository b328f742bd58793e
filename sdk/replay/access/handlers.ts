import type { Handlers } from "../act.ts";
import { Duty } from "../numbers.ts";
import type { LedgerState } from "../state.ts";

/** Unrevoked registrations of a person. */
export function registrationsOf(state: LedgerState, personTag: string) {
  return [...state.officers.values()].filter((each) => each.personTag === personTag && !each.revoked);
}

export const directory: Handlers<"Directory"> = {
  DeploymentPublished: ({ name, version, target, codeHash }, act) => {
    const { versions } = act.state;
    const known = versions.get(name) ?? [];
    versions.set(name, known);
    const next = BigInt(known.length + 1);
    act.rule(version === next, "NUMBERS_WITHOUT_GAPS", `contract ${name}`, version, next);
    const blockNumber = BigInt(act.event.block);
    known.push({ name, version, target, codeHash, blockNumber, retired: false });
  },
  DeploymentRetired: ({ name, version }, act) => {
    const versions = act.find("contract", act.state.versions, name);
    const entry = versions.find((each) => each.version === version);
    act.rule(entry?.retired === false, "STATE_MACHINE", `contract ${name}`, "retired", "in use");
    if (entry) entry.retired = true;
  },
};

export const agencyRegistry: Handlers<"AgencyRegistry"> = {
  AgencyEnrolled: ({ code, nameTh, nameEn, province }, act) => {
    const { agencies } = act.state;
    act.rule(!agencies.has(code), "ENROLLED_ONCE", `agency ${code}`, "enrolled twice", "once");
    agencies.set(code, { code, nameTh, nameEn, province, active: true });
  },
  AgencyRenamed: ({ code, nameTh, nameEn }, act) => {
    Object.assign(act.find("agency", act.state.agencies, code), { nameTh, nameEn });
  },
  AgencySuspended: ({ code }, act) => {
    act.find("agency", act.state.agencies, code).active = false;
  },
  AgencyReinstated: ({ code }, act) => {
    act.find("agency", act.state.agencies, code).active = true;
  },
  OfficerEnrolled: ({ account, ...fields }, act) => {
    const { agencies, officers } = act.state;
    const entity = `officer ${account}`;
    act.find("agency", agencies, fields.agency);
    act.rule(!officers.has(account), "ENROLLED_ONCE", entity, "enrolled twice", "once");
    const held = registrationsOf(act.state, fields.personTag).reduce((sum, { duties }) => sum | duties, 0n);
    const all = held | fields.duties;
    const independent = (all & Duty.AUDITOR) === 0n || all === Duty.AUDITOR;
    act.rule(independent, "AUDITOR_INDEPENDENT", entity, all, "no duty beside the auditor's");
    officers.set(account, { ...fields, revoked: false });
  },
  OfficerRevoked: ({ account }, act) => {
    act.find("officer", act.state.officers, account).revoked = true;
  },
};
