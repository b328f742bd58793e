/** Services that log their actions, and the log itself. */
export const sources = {
  ActionLog: "contracts/log/ActionLog.sol",
} as const;

export const contractOfParameter = {} as const;

export const roleIds = {} as const;

export const functionRoles = [
  {
    contract: "ActionLog",
    functions: ["registerService", "suspendService", "reinstateService"],
    role: "REGISTRAR",
  },
] as const;

export const contractRoles = [] as const;
