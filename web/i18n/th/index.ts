import { parts } from "./parts.ts";
import { shell } from "./shell.ts";
import { verify } from "./verify.ts";

/** Thai: the original, written as a careful civil servant would to a neighbour. */
export const th = { shell, ...parts, verify } as const;
