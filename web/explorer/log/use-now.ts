import { useEffect, useState } from "react";
import { epoch } from "../names/epoch.ts";

const EVERY = 30_000;

/**
 * The time by which silence and lateness are judged, in Unix seconds: that of the newest block as long as the page stands as a server
 * drew it, then the reader's own clock. A ledger on which nobody writes any more makes no block that would tell.
 */
export function useNow(blockTimestamp: string): number {
  const [now, setNow] = useState(() => epoch(blockTimestamp));
  useEffect(() => {
    const look = () => setNow(Math.floor(Date.now() / 1000));
    look();
    const timer = setInterval(look, EVERY);
    return () => clearInterval(timer);
  }, []);
  return now;
}
