import {
  brokenPromise,
  logAnchor,
  logCosignature,
  logHead,
  logReading,
  logTotals,
} from "../../store/tables/log/heads.ts";
import { service } from "../../store/tables/log/services.ts";
import { put, rowKey } from "../types.ts";
import type { Register } from "../types.ts";

const headReads = (e: { service: string }) => [rowKey(service, e.service), rowKey(logHead, e.service)];

type Names = "Anchored" | "HeartbeatReceived" | "HeadCosigned" | "PromiseBroken";

export const heads: Pick<Register<"ActionLog">["ActionLog"], Names> = {
  Anchored: {
    reads: (e) => [...headReads(e), rowKey(logTotals, 0)],
    apply: (e, { get, block, timestamp }) => {
      const before = get(logHead, e.service);
      const totals = get(logTotals, 0);
      return {
        agency: get(service, e.service).agency,
        puts: [
          put(logTotals, { ...totals, entries: totals.entries + e.size - before.size }),
          put(logHead, {
            ...before,
            size: e.size,
            root: e.root,
            anchored_at: timestamp,
            seen_at: timestamp,
            anchors: before.anchors + 1n,
          }),
          put(logAnchor, {
            service: e.service,
            size: e.size,
            first_index: before.size,
            first_action: totals.entries,
            root: e.root,
            bundle: e.bundle,
          }),
          put(logReading, {
            service: e.service,
            size: e.size,
            block,
            state: "pending",
            error: null,
            checkpoint: null,
          }),
        ],
      };
    },
  },
  HeartbeatReceived: {
    reads: headReads,
    apply: (e, { get, timestamp }) => ({
      agency: get(service, e.service).agency,
      puts: [put(logHead, { ...get(logHead, e.service), seen_at: timestamp })],
    }),
  },
  HeadCosigned: {
    reads: (e) => [rowKey(service, e.service)],
    apply: (e, { get }) => ({
      agency: get(service, e.service).agency,
      puts: [
        put(logCosignature, {
          service: e.service,
          agency: e.agency,
          size: e.size,
          root: e.root,
          officer: e.officer,
        }),
      ],
    }),
  },
  PromiseBroken: {
    reads: headReads,
    apply: (e, { get }) => {
      const before = get(logHead, e.service);
      return {
        agency: get(service, e.service).agency,
        puts: [
          put(logHead, { ...before, broken_promises: before.broken_promises + 1n }),
          put(brokenPromise, {
            statement_hash: e.statementHash,
            service: e.service,
            gateway: e.gateway,
            breach: e.breach,
            index: e.index,
          }),
        ],
      };
    },
  },
};
