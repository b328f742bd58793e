import { actionType, service, serviceGateway, serviceKey } from "../../store/tables/log/services.ts";
import { logHead, logTotals } from "../../store/tables/log/heads.ts";
import { put, rowKey } from "../types.ts";
import type { Context, Outcome, Register } from "../types.ts";
import { optionalText } from "../values.ts";

const EMPTY_ROOT = "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const serviceRead = (e: { service: string }) => [rowKey(service, e.service)];

/** A new version of the service, and the agency that it belongs to. */
function changed(id: string, change: Partial<ReturnType<typeof row>>, { get }: Context): Outcome {
  const before = row(id, get);
  return { agency: before.agency, puts: [put(service, { ...before, ...change })] };
}

const row = (id: string, get: Context["get"]) => get(service, id);

type Names =
  | "ServiceRegistered"
  | "ServiceRetitled"
  | "ServiceTimingChanged"
  | "ServiceSuspended"
  | "ServiceReinstated"
  | "ServiceRetired"
  | "KeyAdded"
  | "KeyEnded"
  | "GatewayAdded"
  | "GatewayEnded"
  | "ActionTypeDefined"
  | "ActionTypeWithdrawn";

export const services: Pick<Register<"ActionLog">["ActionLog"], Names> = {
  ServiceRegistered: {
    reads: () => [rowKey(logTotals, 0)],
    apply: (e, { find, timestamp }) => {
      const before = find(logTotals, 0) ?? { one: 0, services: 0, entries: 0n };
      const totals = { ...before, services: before.services + 1 };
      return {
        agency: e.agency,
        puts: [
          put(logTotals, totals),
          put(service, {
            service: e.service,
            number: totals.services,
            name: e.name,
            agency: e.agency,
            title_th: e.titleTh,
            title_en: e.titleEn,
            heartbeat_interval: e.heartbeatInterval,
            max_merge_delay: e.maxMergeDelay,
            registered_at: timestamp,
            closed_at: null,
            retired: false,
          }),
          put(logHead, {
            service: e.service,
            size: 0n,
            root: EMPTY_ROOT,
            anchored_at: null,
            seen_at: null,
            anchors: 0n,
            broken_promises: 0n,
          }),
        ],
      };
    },
  },
  ServiceRetitled: {
    reads: serviceRead,
    apply: (e, context) => changed(e.service, { title_th: e.titleTh, title_en: e.titleEn }, context),
  },
  ServiceTimingChanged: {
    reads: serviceRead,
    apply: (e, context) =>
      changed(
        e.service,
        { heartbeat_interval: e.heartbeatInterval, max_merge_delay: e.maxMergeDelay },
        context,
      ),
  },
  ServiceSuspended: {
    reads: serviceRead,
    apply: (e, context) => changed(e.service, { closed_at: e.closedAt }, context),
  },
  ServiceReinstated: {
    reads: (e) => [rowKey(service, e.service), rowKey(logHead, e.service)],
    apply: (e, context) => {
      const { agency, puts } = changed(e.service, { closed_at: null }, context);
      const head = { ...context.get(logHead, e.service), seen_at: context.timestamp };
      return { agency, puts: [...puts, put(logHead, head)] };
    },
  },
  ServiceRetired: {
    reads: serviceRead,
    apply: (e, context) => changed(e.service, { closed_at: e.closedAt, retired: true }, context),
  },
  KeyAdded: {
    reads: serviceRead,
    apply: (e, { get }) => ({
      agency: get(service, e.service).agency,
      puts: [
        put(serviceKey, {
          service: e.service,
          key_id: e.keyId,
          use: e.use,
          algorithm: e.algorithm,
          submitter: optionalText(e.submitter),
          public_key: e.publicKey,
          valid_from: e.validFrom,
          valid_until: e.validUntil,
          ended_at: null,
        }),
      ],
    }),
  },
  KeyEnded: {
    reads: (e) => [rowKey(service, e.service), rowKey(serviceKey, e.service, e.keyId)],
    apply: (e, { get }) => ({
      agency: get(service, e.service).agency,
      puts: [put(serviceKey, { ...get(serviceKey, e.service, e.keyId), ended_at: e.endedAt })],
    }),
  },
  GatewayAdded: {
    reads: serviceRead,
    apply: (e, { get }) => ({
      agency: get(service, e.service).agency,
      puts: [
        put(serviceGateway, {
          service: e.service,
          account: e.gateway,
          valid_from: e.validFrom,
          valid_until: e.validUntil,
          ended_at: null,
        }),
      ],
    }),
  },
  GatewayEnded: {
    reads: (e) => [rowKey(service, e.service), rowKey(serviceGateway, e.service, e.gateway)],
    apply: (e, { get }) => ({
      agency: get(service, e.service).agency,
      puts: [put(serviceGateway, { ...get(serviceGateway, e.service, e.gateway), ended_at: e.endedAt })],
    }),
  },
  ActionTypeDefined: {
    reads: (e) => [
      rowKey(service, e.service),
      ...(e.version > 1 ? [rowKey(actionType, e.service, e.name, e.version - 1)] : []),
    ],
    apply: (e, { get, find }) => {
      const fresh = {
        service: e.service,
        name: e.name,
        version: e.version,
        schema_cid: e.schemaCid,
        in_use: true,
      };
      const before = e.version > 1 ? find(actionType, e.service, e.name, e.version - 1) : undefined;
      const puts = [put(actionType, fresh)];
      // A version is in use until the next one is.
      if (before?.in_use) puts.unshift(put(actionType, { ...before, in_use: false }));
      return { agency: get(service, e.service).agency, puts };
    },
  },
  ActionTypeWithdrawn: {
    reads: (e) => [rowKey(service, e.service), rowKey(actionType, e.service, e.name, e.version)],
    apply: (e, { get }) => ({
      agency: get(service, e.service).agency,
      puts: [put(actionType, { ...get(actionType, e.service, e.name, e.version), in_use: false })],
    }),
  },
};
