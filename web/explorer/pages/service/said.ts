import { keyText, typeText, windowText } from "../../../../sdk/verify/logs/texts.ts";
import type { Figure } from "../../../../sdk/verify/logs/index.ts";
import { listedFigures, seconds } from "../../verify/logs/said.ts";
import type { LogsSaid } from "../../verify/logs/check-logs.ts";
import type { Service } from "./service.tsx";

/** As many of the newest anchors as the page asks for. */
const ANCHORS = 10;

type Window = { readonly validFrom: string; readonly validUntil: string; readonly endedAt: string | null };

const windowOf = ({ validFrom, validUntil, endedAt }: Window) =>
  windowText(seconds(validFrom), seconds(validUntil), seconds(endedAt));

function anchorFigures({ anchors }: Service): Figure[] {
  return anchors.nodes.flatMap(({ size, firstIndex, root, bundle, provenance }) => {
    const values = {
      anchorFirst: firstIndex,
      anchorRoot: root,
      anchorBundle: bundle,
      anchorBlock: provenance.block,
      anchorTx: provenance.txHash,
      anchorAt: seconds(provenance.timestamp),
    } as const;
    return Object.entries(values).map(([name, value]) => ({
      name: name as keyof typeof values,
      of: String(size),
      value: String(value),
    }));
  });
}

/** How far each witness that stands beside one of the anchors has checked. */
function witnessFigures({ cosignatures }: Service, least: number): Figure[] {
  const furthest = new Map<number, number>();
  for (const { agency, size } of cosignatures)
    furthest.set(agency.code, Math.max(size, furthest.get(agency.code) ?? 0));
  return [...furthest]
    .filter(([, size]) => size >= least)
    .map(([code, size]) => ({ name: "cosigned", of: String(code), value: String(size) }));
}

/**
 * Everything that the page shows of the service and the ledger knows too.
 *
 * @param older whether the page shows older anchors in place of the newest, which are compared all the same
 */
export function serviceSaid(service: Service, asOf: string, older: boolean): LogsSaid {
  const least = Math.min(...service.anchors.nodes.map(({ size }) => size), service.size) || 1;
  const own = {
    root: service.root,
    anchors: service.anchors.totalCount,
    seenAt: seconds(service.seenAt),
    registeredAt: seconds(service.registeredAt),
    heartbeatInterval: service.heartbeatInterval,
    maxMergeDelay: service.maxMergeDelay,
  } as const;
  const figures: Figure[] = [
    ...listedFigures(service, asOf),
    ...Object.entries(own).map(([name, value]) => ({
      name: name as keyof typeof own,
      value: String(value),
    })),
    ...anchorFigures(service),
    ...witnessFigures(service, least),
    ...service.brokenPromises.flatMap(({ statementHash, breach, index, timestamp }): Figure[] => {
      const of = `${statementHash} ${breach}`;
      return [
        { name: "brokenIndex", of, value: String(index) },
        { name: "brokenAt", of, value: String(seconds(timestamp)) },
      ];
    }),
    ...service.actionTypes.map(({ name, version, schemaPath, inUse }): Figure => ({
      name: "type",
      of: `${name} ${version}`,
      value: typeText(schemaPath.replace("/documents/", ""), inUse),
    })),
    ...service.keys.map((key): Figure => ({
      name: "key",
      of: key.keyId,
      value: keyText({ ...key, window: windowOf(key) }),
    })),
    ...service.gateways.map((gateway): Figure => ({
      name: "gateway",
      of: gateway.account.toLowerCase(),
      value: windowOf(gateway),
    })),
  ];
  const scope = { of: "service", service: service.name, anchors: ANCHORS, confirmed: least } as const;
  return { scope, figures, left: older ? "serviceOlder" : "service" };
}
