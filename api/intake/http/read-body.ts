import type { IncomingMessage } from "node:http";
import { contentEncodingError } from "../../rest/problems/content-encoding.ts";
import { restError } from "../../rest/problems/rest-error.ts";
import type { Place } from "../check/reading-room.ts";
import { intakeError } from "../errors/intake-error.ts";

/** Largest body of a request, in bytes. */
export const LARGEST_BODY = 2 ** 20;
/** What a body of unknown length gets first, in bytes. */
const FIRST = 16_384;

const tooLarge = () => intakeError("LOG_INTAKE_BODY_SIZE", { limit: LARGEST_BODY });

/** Bytes by Content-Length; undefined when the head does not say. */
export function declaredLength({ headers }: IncomingMessage): number | undefined {
  if (headers["transfer-encoding"] !== undefined) return undefined;
  return Number(headers["content-length"] ?? 0);
}

/**
 * What the head of a request says about its body.
 *
 * @throws ProngsaiError LOG_INTAKE_BODY_SIZE, CONTENT_TYPE, CONTENT_ENCODING
 */
export function checkBodyHead(request: IncomingMessage): void {
  const { headers } = request;
  if ((declaredLength(request) ?? 0) > LARGEST_BODY) throw tooLarge();
  const type = headers["content-type"] ?? "";
  if (!/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type)) {
    // What a client wrote there is shown only when it is a media type.
    const given = /^[a-z]+\/[a-z.+-]+$/i.test(type) ? type : "…";
    throw restError("CONTENT_TYPE", { given });
  }
  if (headers["content-encoding"] !== undefined) throw contentEncodingError(headers);
}

/** The client went away before its request was complete. */
export class Aborted extends Error {}

/** A body in one piece of memory: many small pieces would take far more than they hold. */
class Gathered {
  readonly #declared: number | undefined;
  readonly #place: Place;
  #bytes: Buffer = Buffer.alloc(0);
  #length = 0;

  constructor(declared: number | undefined, place: Place) {
    this.#declared = declared;
    this.#place = place;
  }

  /** @throws ProngsaiError LOG_INTAKE_BODY_SIZE, LOG_INTAKE_…BUSY */
  add(piece: Buffer): void {
    const length = this.#length + piece.length;
    if (length > LARGEST_BODY) throw tooLarge();
    if (length === this.#declared && this.#length === 0) {
      this.#bytes = piece;
    } else {
      if (length > this.#bytes.length) this.#enlarge(length);
      piece.copy(this.#bytes, this.#length);
    }
    this.#length = length;
  }

  get whole(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #enlarge(least: number): void {
    const size = Math.min(Math.max(least, 2 * this.#bytes.length, FIRST), this.#declared ?? LARGEST_BODY);
    this.#place.hold(size);
    const bytes = Buffer.allocUnsafeSlow(size);
    this.#bytes.copy(bytes, 0, 0, this.#length);
    this.#bytes = bytes;
  }
}

/**
 * The whole body.
 *
 * @param place what it takes of memory is counted there
 * @param within seconds
 * @throws ProngsaiError LOG_INTAKE_BODY_SIZE, LOG_INTAKE_BODY_SLOW, LOG_INTAKE_…BUSY; Aborted
 */
export function readBodyOf(request: IncomingMessage, place: Place, within: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const gathered = new Gathered(declaredLength(request), place);
    const done = (settle: () => void) => {
      clearTimeout(timer);
      request.off("data", take).off("end", end).off("close", aborted);
      settle();
    };
    const fail = (error: unknown) => done(() => reject(error as Error));
    const take = (piece: Buffer) => {
      try {
        gathered.add(piece);
      } catch (error) {
        fail(error);
      }
    };
    const end = () => done(() => resolve(gathered.whole));
    const aborted = () => fail(new Aborted());
    const slow = () => fail(intakeError("LOG_INTAKE_BODY_SLOW", { seconds: within }));
    const timer = setTimeout(slow, within * 1_000);
    // It may break off at any time, also after what was waited for is over.
    request.on("error", () => undefined);
    request.on("close", aborted).on("end", end).on("data", take);
    if (request.destroyed) aborted();
  });
}
