import { availableParallelism, totalmem } from "node:os";

/** Server settings for one machine that also runs everything else. `durable: false` is for throw-away test servers. */
export function postgresSettings(port: number, durable: boolean): Record<string, string | number> {
  const memory = totalmem() / 2 ** 20;
  const shared = Math.round(Math.min(512, Math.max(64, memory / 16)));
  const parallel = Math.min(2, Math.floor(availableParallelism() / 2));
  return {
    listen_addresses: "127.0.0.1",
    port,
    // Socket paths are limited to 107 bytes and DATA_DIR is not ours to choose.
    unix_socket_directories: "",
    max_connections: 100,
    shared_buffers: `${shared}MB`,
    effective_cache_size: `${Math.round(memory / 2)}MB`,
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    max_wal_size: "2GB",
    wal_compression: "on",
    wal_level: "minimal",
    max_wal_senders: 0,
    checkpoint_completion_target: 0.9,
    random_page_cost: 1.1,
    max_parallel_workers_per_gather: parallel,
    // Our queries are short; compiling them costs more than it saves.
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "warning",
    // Statements may carry a reader's search words, which do not belong in logs.
    log_min_error_statement: "panic",
    ...(durable
      ? { fsync: "on", full_page_writes: "on", synchronous_commit: "on" }
      : { fsync: "off", full_page_writes: "off", synchronous_commit: "off", shared_buffers: "64MB" }),
  };
}
