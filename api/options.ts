import { apiError } from "./errors/api-error.ts";
import { readNumber } from "../sdk/setting.ts";
import type { Range, Refuse } from "../sdk/setting.ts";

/** Settings of the API that stand in the environment alone, so that they can be read before anything else is there. */
export interface ApiOptions {
  /** OCID_PREFIX: the operator's prefix of open contracting ids; ocds/identifiers.ts has the one that holds without */
  readonly ocidPrefix?: string;
  /** PUBLIC_URL: origin that links name and requests are signed over; absent: the one that a request came by */
  readonly publicUrl?: string;
  /** TRUST_PROXY: how many proxies stand in front; 0 by default */
  readonly proxies: number;
  /** REQUESTS_PER_MINUTE of one client */
  readonly requestsPerMinute?: number;
  /** DATABASE_CONNECTIONS */
  readonly connections: number;
  /** LOG_REQUESTS_AT_ONCE: requests with actions that are under way at the same time */
  readonly logRequestsAtOnce?: number;
  /** LOG_BODY_SECONDS: within which the body of a request with actions must have come; 30 by default, 1 to 50 */
  readonly logBodyWithin: number;
  /** MAX_CONNECTIONS at the same time */
  readonly connectionsAtOnce?: number;
}

/** A request is answered within a minute, and what stands in the body has to be written in it. */
const LONGEST_BODY = 50;

/** The API's error for a setting. */
export const refuse: Refuse = (details) => apiError("API_SETTING", details);

/** @throws ProngsaiError API_SETTING, API_OCID_PREFIX */
export function readApiOptions(env: NodeJS.ProcessEnv): ApiOptions {
  const whole = (name: string, range: Range) => readNumber(env, name, range, refuse);
  const count = (name: string) => whole(name, { otherwise: 1, least: 1 });
  return {
    ...(env.OCID_PREFIX && { ocidPrefix: ocidPrefix(env.OCID_PREFIX) }),
    ...(env.PUBLIC_URL && { publicUrl: readOrigin("PUBLIC_URL", env.PUBLIC_URL) }),
    proxies: whole("TRUST_PROXY", { otherwise: 0, least: 0 }),
    ...(env.REQUESTS_PER_MINUTE && { requestsPerMinute: count("REQUESTS_PER_MINUTE") }),
    connections: whole("DATABASE_CONNECTIONS", { otherwise: 10, least: 1 }),
    ...(env.LOG_REQUESTS_AT_ONCE && { logRequestsAtOnce: count("LOG_REQUESTS_AT_ONCE") }),
    logBodyWithin: whole("LOG_BODY_SECONDS", { otherwise: 30, least: 1, most: LONGEST_BODY }),
    ...(env.MAX_CONNECTIONS && { connectionsAtOnce: count("MAX_CONNECTIONS") }),
  };
}

/** `https://host` or `https://host:port`, as browsers write it. */
function readOrigin(name: string, value: string): string {
  const { protocol, origin, href } = URL.canParse(value)
    ? new URL(value)
    : { protocol: "", origin: "", href: "" };
  if (/^https?:$/.test(protocol) && href === `${origin}/`) return origin;
  const [wanted, wantedTh] = [
    "http:// or https:// with a host and nothing after it, such as https://ledger.example.go.th",
    "http:// หรือ https:// ตามด้วยชื่อเครื่องเท่านั้น เช่น https://ledger.example.go.th",
  ];
  throw refuse({ name, wanted, wantedTh });
}

/** As the Open Contracting Partnership gives them out: `ocds-` and six small letters or digits. */
function ocidPrefix(value: string): string {
  if (/^ocds-[a-z0-9]{6}$/.test(value)) return value;
  throw apiError("API_OCID_PREFIX", { value: value.slice(0, 40) });
}
