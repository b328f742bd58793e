import { useEffect, useState } from "react";
import { epoch } from "../names/epoch.ts";

const EVERY = 30_000;

/**
 * The time by which silence, lateness and validity are judged, in Unix seconds: that of the newest block as long as the
 * page stands as a server drew it, then the reader's own clock where that is later. A ledger on which nobody writes any
 * more makes no block that would tell; a clock that is slow must not make what has ended valid again.
 */
export function useNow(blockTimestamp: string): number {
  const [clock, setClock] = useState(0);
  useEffect(() => {
    const look = () => setClock(Math.floor(Date.now() / 1000));
    look();
    const timer = setInterval(look, EVERY);
    return () => clearInterval(timer);
  }, []);
  return Math.max(epoch(blockTimestamp), clock);
}
