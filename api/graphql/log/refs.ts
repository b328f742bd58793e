import type { ActionRow, AnchorRow, ServiceRow } from "../../read/rows/log.ts";
import { builder } from "../core/builder.ts";
import { connectionOf } from "../core/page.ts";

/** The log's nodes point at each other; they are named here and filled in their own files. */
export const Service = builder.objectRef<ServiceRow>("Service");
export const Anchor = builder.objectRef<AnchorRow>("LogAnchor");
export const Action = builder.objectRef<ActionRow>("Action");

export const ServiceConnection = connectionOf("Service", Service);
export const AnchorConnection = connectionOf("LogAnchor", Anchor);
