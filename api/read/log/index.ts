import type { ReportedSources } from "../imports/conditions.ts";
import type { LogReads } from "../reads.ts";
import { actionReads } from "./actions.ts";
import { activityReads } from "./activity.ts";
import { anchorReads } from "./anchors.ts";
import { closureReads } from "./closures.ts";
import { keepingReads } from "./keeping.ts";
import { promiseReads } from "./promises.ts";
import { serviceReads } from "./services.ts";
import { witnessReads } from "./witnesses.ts";

export const open = ({ database }: ReportedSources): LogReads => ({
  ...serviceReads(database),
  ...keepingReads(database),
  ...closureReads(database),
  ...anchorReads(database),
  ...witnessReads(database),
  ...promiseReads(database),
  ...actionReads(database),
  ...activityReads(database),
});
