import { readFileSync } from "node:fs";
import pg from "pg";

/** Clock ticks of /proc are hundredths of a second. */
const TICK = 10;

function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  } catch {
    return 0;
  }
}

/**
 * Watches what processor time (milliseconds) the database's process spends on the running export, where Linux tells it:
 * on a busy machine the time on the clock says little about the work.
 */
export async function watchDatabase(url: string): Promise<{ spent(): number; stop(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let pid = 0;
  let before = 0;
  let last = 0;
  const look = async () => {
    const { rows } = await client.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'COPY%'",
    );
    if (rows[0] && rows[0].pid !== pid) {
      pid = rows[0].pid;
      before = processorTime(pid);
    }
    last = Math.max(last, processorTime(pid) - before);
  };
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    void look()
      .catch(() => undefined)
      .finally(() => (looking = false));
  }, 100);
  return {
    spent: () => {
      const total = last;
      before = processorTime(pid);
      last = 0;
      return total;
    },
    stop: async () => {
      clearInterval(timer);
      await client.end();
    },
  };
}
