/** A number as JSON-RPC writes quantities. */
export const quantity = (value: number): string => `0x${value.toString(16)}`;
