import { action, actionDay } from "./actions.ts";
import { brokenPromise, logAnchor, logCosignature, logHead, logReading, logTotals } from "./heads.ts";
import { actionType, service, serviceGateway, serviceKey } from "./services.ts";

export const tables = {
  service,
  serviceKey,
  serviceGateway,
  actionType,
  logTotals,
  logHead,
  logAnchor,
  logReading,
  logCosignature,
  brokenPromise,
  action,
  actionDay,
};
