import { use } from "react";
import type { ActionType, Service } from "../../../sdk/log/catalogue/index.ts";
import { commonActions } from "../../../sdk/log/common/index.ts";

/** Every service of the catalogue by its name; each is fetched when something of it is shown. */
export const catalogue: Readonly<Record<string, () => Promise<Service>>> = {
  "th.go.police.chatbot": async () =>
    (await import("../../../sdk/log/catalogue/police-chatbot/index.ts")).policeChatbot,
  "th.go.dep.accessible-information": async () =>
    (await import("../../../sdk/log/catalogue/accessible-information/index.ts")).accessibleInformation,
  "th.go.dlt.motorcycle-taxi": async () =>
    (await import("../../../sdk/log/catalogue/motorcycle-taxi/index.ts")).motorcycleTaxi,
  "th.go.forest.sensors": async () =>
    (await import("../../../sdk/log/catalogue/forest-sensors/index.ts")).forestSensors,
  "th.go.bangkok.complaints": async () =>
    (await import("../../../sdk/log/catalogue/complaints/index.ts")).complaints,
  "th.go.sathit-city.sign-tax": async () =>
    (await import("../../../sdk/log/catalogue/sign-tax/index.ts")).signTaxService,
  "th.go.krisdika.duplicate-law": async () =>
    (await import("../../../sdk/log/catalogue/duplicate-law/index.ts")).duplicateLaw,
  "th.go.nhso.pharmacy-pickup": async () =>
    (await import("../../../sdk/log/catalogue/pharmacy-pickup/index.ts")).pharmacyPickup,
  "th.go.doae.farmers-chatbot": async () =>
    (await import("../../../sdk/log/catalogue/farmers-chatbot/index.ts")).farmersChatbot,
  "th.go.disaster.resource-directory": async () =>
    (await import("../../../sdk/log/catalogue/resource-directory/index.ts")).resourceDirectory,
  "th.go.ocsc.okr-evaluation": async () =>
    (await import("../../../sdk/log/catalogue/okr-evaluation/index.ts")).okrEvaluation,
};

const fetched = new Map<string, Promise<Service | undefined>>();

/** How long what could not be had is not asked for again. */
const PAUSE = 30_000;

/** What is known is kept; so that a page which waits for it comes to an end, what cannot be had counts as unknown. */
function fetchOf(name: string, load: () => Promise<Service>): Promise<Service | undefined> {
  const known = fetched.get(name);
  if (known) return known;
  const promise = load().catch(() => {
    setTimeout(() => fetched.delete(name), PAUSE);
    return undefined;
  });
  fetched.set(name, promise);
  return promise;
}

/**
 * The catalogue's words for a service; undefined for a service that it does not know, and where they cannot be had.
 * Suspends while they are fetched.
 */
export function useCatalogue(name: string): Service | undefined {
  const load = Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;
  return load && use(fetchOf(name, load));
}

/** Fetches the words of every service, for a page that must do without a network later. */
export async function fetchCatalogue(): Promise<void> {
  await Promise.all(Object.entries(catalogue).map(([name, load]) => fetchOf(name, load)));
}

/** The type of an action in the words of the catalogue. @param version 1 where nobody said which */
export function typeOf(service: Service | undefined, type: string, version = 1): ActionType | undefined {
  return [...(service?.actions ?? []), ...commonActions].find(
    (one) => one.type === type && one.version === version,
  );
}
