import type { Details, Texts } from "../../../sdk/errors.ts";
import { requestTexts } from "./request-texts.ts";
import { sequenceTexts } from "./sequence-texts.ts";
import { serviceTexts } from "./service-texts.ts";
import { systemTexts } from "./system-texts.ts";

/** What the intake refuses by itself, by code. */
export const intakeTexts = {
  ...requestTexts,
  ...serviceTexts,
  ...sequenceTexts,
  ...systemTexts,
} satisfies Record<string, (details: Details) => Texts>;
