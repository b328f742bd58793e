/**
 * Who keeps, writes, relays and witnesses the demonstration's services. All keys follow from public phrases, so that
 * nobody can mistake them for real ones; they are refused on every other chain.
 */
import { services } from "../../../sdk/log/catalogue/index.ts";
import type { Service } from "../../../sdk/log/catalogue/index.ts";
import { signingKey } from "../../../sdk/log/http-signature/signing-key.ts";
import { sha256 } from "../../../sdk/sha256.ts";
import { account, agencies, duty, person } from "../cast.ts";
import type { DemoAgency, DemoOfficer } from "../cast.ts";

/** Label of the writer that plays a service's days. */
export const SUBMITTER = "main";
/** Label of the writer whose secret key every reader gets, to log an action of their own. */
export const GUEST = "guest";
/** The service that takes what readers log. */
export const GUEST_SERVICE = "th.go.bangkok.complaints";

/** The account that promises and anchors for all services of the demonstration. */
export const gateway = account(150);

const FIRST_KEEPER = 130;

/** The officer of the service's agency who keeps its keys, gateways and action types. */
export function keeperOf(service: Service): DemoOfficer {
  const { code } = service.agency;
  return {
    wallet: account(FIRST_KEEPER + services.indexOf(service)),
    agency: code,
    duties: duty.services,
    personTag: person(`${code} keeper of services`),
  };
}

/** A university that watches the logs of others. */
export const university: DemoAgency = {
  code: 93001,
  nameTh: "มหาวิทยาลัยสาธิต (สาธิต)",
  nameEn: "Sathit University (demonstration)",
  province: 50,
};

/** Officers of two agencies that keep no service: they check the logs and cosign what they found. */
export const witnesses: readonly DemoOfficer[] = [agencies.audit, university].map(({ code }, n) => ({
  wallet: account(151 + n),
  agency: code,
  duties: duty.witness,
  personTag: person(`${code} witness of logs`),
}));

/** The secret key (Ed25519, 32 bytes) of a writer. */
export const submissionSecret = (service: string, submitter: string): Uint8Array =>
  sha256(`prongsai demonstration submission key of ${submitter} of ${service}`);

/** What signs a writer's requests. */
export const submissionSigner = (service: string, submitter: string) =>
  signingKey(submissionSecret(service, submitter));

/** The secret key of a service's checkpoints, 32 bytes; the anchoring process refuses it on every other chain. */
export { demonstrationCheckpointKey as checkpointSecret } from "../../../api/keys/demonstration.ts";
