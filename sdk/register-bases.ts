/** Contracts that registers inherit: never deployed by themselves, their journal is the heir's. */
export const registerBases = ["Journal", "ServiceRegistry"] as const;
