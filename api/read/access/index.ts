import type { ReportedSources } from "../imports/conditions.ts";
import type { AccessReads } from "../reads.ts";
import { accessReads } from "./access.ts";

export const open = ({ database }: ReportedSources): AccessReads => accessReads(database);
