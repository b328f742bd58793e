/** What calls leave in the action log's own log while a service logs. */
import { logsIn, type Logged as LoggedIn } from "../logs.ts";
import { logging, type Scene } from "./office.ts";

export type Logged = LoggedIn<Scene>;

export const { logged, itLogs } = logsIn<Scene>(logging, ({ log }) => [log]);
