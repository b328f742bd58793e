import { heads } from "./heads.ts";
import { services } from "./services.ts";

/** Services, their keys and action types, and the logs that they anchor. */
export const handlers = { ActionLog: { ...services, ...heads } };
