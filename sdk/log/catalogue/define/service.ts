import type { Play } from "../play/play.ts";
import type { ActionType } from "./action.ts";
import type { Text } from "./text.ts";

/** Who answers for a service. The agencies of the catalogue are invented for demonstration. */
export interface ServiceAgency {
  readonly code: number;
  readonly name: Text;
  /** number of ISO 3166-2:TH */
  readonly province: number;
}

/** A service that writes to the action log. */
export interface Service {
  /** reverse DNS */
  readonly name: string;
  readonly agency: ServiceAgency;
  readonly title: Text;
  /** what the public can check with this log */
  readonly purpose: Text;
  /** seconds after which silence is overdue */
  readonly heartbeatSeconds: number;
  /** seconds within which an accepted action must be anchored */
  readonly maximumMergeDelaySeconds: number;
  /** the service's own types; those of every service stand in sdk/log/common */
  readonly actions: readonly ActionType[];
  /**
   * In which order actions about one subject come: for each type, the types that may stand directly before it; null
   * where it may be the first. Types that concern nobody in particular are not listed.
   */
  readonly follows: Readonly<Record<string, readonly (string | null)[]>>;
  /** believable days, for demonstration */
  readonly days: Play;
}
