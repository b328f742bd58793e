import type { Original, Translation } from "../types.ts";
import { parts } from "./parts.ts";
import { shell } from "./shell.ts";
import { verify } from "./verify.ts";

export const en: Translation<Original> = { shell, ...parts, verify };
