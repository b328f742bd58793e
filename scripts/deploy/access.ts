/** Agencies, officers, versions, and the vote that everything obeys. */
export const sources = {
  AccessManager: "@openzeppelin/contracts/access/manager/AccessManager.sol",
  Consortium: "contracts/access/Consortium.sol",
  Directory: "contracts/access/Directory.sol",
  AgencyRegistry: "contracts/access/AgencyRegistry.sol",
} as const;

export const contractOfParameter = { manager: "AccessManager", registry: "AgencyRegistry" } as const;

export const roleIds = {
  /** AccessManager's own admin role: the consortium alone. */
  ADMIN: 0n,
  /** Enrols agencies and officers. */
  REGISTRAR: 1n,
  /** Publishes and retires versions in the Directory. */
  PUBLISHER: 2n,
} as const;

export const functionRoles = [
  {
    contract: "AgencyRegistry",
    functions: [
      "enrolAgency",
      "renameAgency",
      "suspendAgency",
      "reinstateAgency",
      "enrolOfficer",
      "revokeOfficer",
    ],
    role: "REGISTRAR",
  },
  { contract: "Directory", functions: ["publish", "retire"], role: "PUBLISHER" },
] as const;

export const contractRoles = [] as const;
