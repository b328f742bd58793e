import { agency, deployment, officer } from "../store/tables/access.ts";
import { put, rowKey } from "./types.ts";
import type { Context, Outcome, Register } from "./types.ts";
import { shortText } from "./values.ts";

function agencyActive(code: number, active: boolean, { get }: Context): Outcome {
  return { agency: code, puts: [put(agency, { ...get(agency, code), active })] };
}

const agencyRead = ({ code }: { code: number }) => [rowKey(agency, code)];

/** Agencies, officers, and the Directory. */
export const handlers: Register<"AgencyRegistry" | "Directory"> = {
  AgencyRegistry: {
    AgencyEnrolled: {
      apply: ({ code, nameTh, nameEn, province }) => ({
        agency: code,
        puts: [put(agency, { code, name_th: nameTh, name_en: nameEn, province, active: true })],
      }),
    },
    AgencyRenamed: {
      reads: agencyRead,
      apply: ({ code, nameTh, nameEn }, { get }) => ({
        agency: code,
        puts: [put(agency, { ...get(agency, code), name_th: nameTh, name_en: nameEn })],
      }),
    },
    AgencySuspended: { reads: agencyRead, apply: ({ code }, context) => agencyActive(code, false, context) },
    AgencyReinstated: { reads: agencyRead, apply: ({ code }, context) => agencyActive(code, true, context) },
    OfficerEnrolled: {
      apply: (e) => ({
        agency: e.agency,
        puts: [
          put(officer, {
            account: e.account,
            agency: e.agency,
            person_tag: e.personTag,
            duties: e.duties,
            valid_from: e.validFrom,
            valid_until: e.validUntil,
            revoked: false,
          }),
        ],
      }),
    },
    OfficerRevoked: {
      reads: ({ account }) => [rowKey(officer, account)],
      apply: (e, { get }) => ({
        agency: e.agency,
        puts: [put(officer, { ...get(officer, e.account), revoked: true })],
      }),
    },
  },
  Directory: {
    DeploymentPublished: {
      apply: (e) => ({
        puts: [
          put(deployment, {
            name: shortText(e.name),
            version: e.version,
            target: e.target,
            code_hash: e.codeHash,
            retired: false,
          }),
        ],
      }),
    },
    DeploymentRetired: {
      reads: (e) => [rowKey(deployment, shortText(e.name), e.version)],
      apply: (e, { get }) => ({
        puts: [put(deployment, { ...get(deployment, shortText(e.name), e.version), retired: true })],
      }),
    },
  },
};
