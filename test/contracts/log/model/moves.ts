/** Choices of random traces: mostly what could well happen, now and then anything. */
import { id as idOf, type Signer } from "ethers";
import { cidOf } from "../../../support/document.ts";
import type { Ledger } from "../../../support/ledger.ts";
import { leafAt } from "../../../support/log/leaves.ts";
import { promising, signGroup } from "../../../support/log/promise.ts";
import { AGENCY, OTHER_AGENCY, people, type PersonName } from "../../../support/people.ts";
import type { Random } from "../../../support/random.ts";
import type { Call, Caller } from "./judge.ts";
import { NAMES, type GivenPromise } from "./transaction.ts";
import { holds, type Service, type World } from "./world.ts";

const IDS = NAMES.map(idOf);
const TYPES = ["a.created", "a.closed"];
const SCHEMAS = ["one", "two"].map((text) => cidOf(idOf(text)));
const KEYS = ["one", "two", "three"].map(idOf);

export class Moves {
  readonly #random: Random;
  readonly #on: Ledger;
  readonly promises: GivenPromise[] = [];
  #told = 0;

  constructor(random: Random, on: Ledger) {
    this.#random = random;
    this.#on = on;
  }

  #of<T>(list: readonly T[]): T {
    return list[this.#random.integer(0, list.length - 1)]!;
  }

  #rarely(n: number): boolean {
    return this.#random.chance(1 / n);
  }

  /** A service of the trace; rarely one that nobody has registered. */
  #service(world: World): string {
    const known = [...world.services.keys()];
    return known.length > 0 && !this.#rarely(25) ? this.#of(known) : this.#of(IDS);
  }

  #keeper(world: World, id: string): Caller {
    if (this.#rarely(12)) return this.#of([...(Object.keys(people) as PersonName[]), "registrar"] as const);
    return world.services.get(id)?.agency === OTHER_AGENCY ? "otherKeeper" : "keeper";
  }

  #registrar(): Caller {
    return this.#rarely(12) ? this.#of(["keeper", "recorder"] as const) : "registrar";
  }

  /** Mostly a gateway that may act now, sometimes any. */
  #gateway(world: World, id: string): { gateway: string } {
    const windows = [...(world.services.get(id)?.gateways ?? [])];
    const fit = windows.filter(([, window]) => holds(window, world.now + 60)).map(([account]) => account);
    if (fit.length > 0 && !this.#rarely(12)) return { gateway: this.#of(fit) };
    return { gateway: this.#of(this.#on.gateways).address };
  }

  /** The log grown by some leaves, rarely with others in its place. */
  #grown({ leaves }: Pick<Service, "leaves">): Uint8Array[] {
    const list = [...leaves];
    if (this.#rarely(12) && list.length > 0)
      list[this.#random.integer(0, list.length - 1)] = leafAt(this.#told++, "wrong");
    if (this.#rarely(15)) return list.slice(0, this.#random.integer(0, list.length));
    // What was promised is mostly what comes; sometimes something else does.
    const next = () => {
      const due = this.promises.find(({ statement, leaves: promised }) => {
        const at = list.length - Number(statement.firstIndex);
        return at >= 0 && at < promised.length;
      });
      const promised = due?.leaves[list.length - Number(due.statement.firstIndex)];
      return promised && !this.#rarely(4) ? promised : leafAt(this.#told++, "new");
    };
    for (let left = this.#random.integer(1, this.#rarely(4) ? 40 : 4); left > 0; left--) list.push(next());
    return list;
  }

  #anchor(world: World, id: string) {
    const service = world.services.get(id);
    const leaves = this.#grown(service ?? { leaves: [] });
    const size = service?.leaves.length ?? 0;
    const other = this.#rarely(15) && leaves.length > 2 && size > 0;
    const prefix = other ? this.#random.integer(1, leaves.length - 1) : size;
    return { id, leaves, prefix, spoilt: this.#rarely(15) };
  }

  /** Signs a new promise, by whomever, for some service. */
  async #give(world: World): Promise<GivenPromise> {
    const id = this.#service(world);
    const windows = world.services.get(id)?.gateways;
    const { gateway } = this.#gateway(world, id);
    const account = this.#on.gateways.find(({ address }) => address === gateway) as Signer | undefined;
    const signer = account ?? this.#on.stranger;
    const size = world.services.get(id)?.leaves.length ?? 0;
    const firstIndex = Math.max(0, size + this.#random.integer(-2, 3));
    const leaves = Array.from({ length: this.#random.integer(1, 5) }, () => leafAt(this.#told++, "promised"));
    const issuedAt = this.#rarely(10) ? ([...(windows?.values() ?? [])][0]?.ended ?? world.now) : world.now;
    const statement = {
      ...promising(id, firstIndex, leaves, issuedAt),
      deadline: issuedAt + this.#random.integer(0, 900),
    };
    const beside = { ...statement, firstIndex: firstIndex + 50 };
    const domain = this.#rarely(15) ? { chainId: 1 } : {};
    const [signed] = await signGroup(
      this.#on,
      signer,
      this.#rarely(2) ? [statement] : [statement, beside],
      domain,
    );
    const foreign = "chainId" in domain;
    const promise = {
      statement,
      leaves,
      signed: signed!,
      signer: foreign ? undefined : await signer.getAddress(),
    };
    this.promises.push(promise);
    return promise;
  }

  async #promise(world: World): Promise<GivenPromise> {
    return this.promises.length > 0 && !this.#rarely(3) ? this.#of(this.promises) : this.#give(world);
  }

  #wrong(promise: GivenPromise, world: World): Call {
    const all = world.services.get(promise.statement.service)?.leaves ?? [];
    const offset = this.#random.integer(0, promise.leaves.length - (this.#rarely(12) ? 0 : 1));
    const was = (this.#rarely(12) ? undefined : promise.leaves[offset]) ?? leafAt(this.#told++);
    const is =
      (this.#rarely(12) ? undefined : all[Number(promise.statement.firstIndex) + offset]) ??
      leafAt(this.#told++);
    return { what: "wrong", promise, offset, was, is };
  }

  /** Three services under way, so that traces reach anchors and promises soon. */
  opening(now: number): { by: Caller; call: Call; after: number }[] {
    return IDS.slice(0, 3).flatMap((id, n) => {
      const [agency, keeper] = n < 2 ? [AGENCY, "keeper" as const] : [OTHER_AGENCY, "otherKeeper" as const];
      const [from, until] = [now, now + 100_000];
      const { address: account } = this.#on.gateways[n]!;
      return [
        {
          by: "registrar" as const,
          call: { what: "register", id, agency, heartbeat: 600, delay: 300 },
          after: 1,
        },
        { by: keeper, call: { what: "addGateway", id, account, from, until }, after: 1 },
        { by: keeper, call: { what: "addKey", id, key: KEYS[0]!, from, until }, after: 1 },
        { by: keeper, call: { what: "define", id, name: TYPES[0]!, schema: SCHEMAS[0]! }, after: 1 },
      ];
    });
  }

  /** Who does what next, and how many seconds later. */
  async propose(world: World): Promise<{ by: Caller; call: Call; after: number }> {
    const after = this.#random.integer(1, this.#rarely(5) ? 2_000 : 60);
    const id = this.#service(world);
    const now = world.now;
    const [from, until] = [
      now + this.#random.integer(-50, 50),
      now + this.#random.integer(this.#rarely(8) ? -20 : 40, 9_000),
    ];
    const keeper = this.#keeper(world, id);
    const dice = this.#random.integer(0, 99);
    const kept = (call: Call) => ({ by: keeper, call, after });
    if (dice < 4) {
      const [heartbeat, delay] = this.#times();
      const agency = this.#of([AGENCY, OTHER_AGENCY]);
      return {
        by: this.#registrar(),
        call: { what: "register", id: this.#of(IDS.slice(0, 3)), agency, heartbeat, delay },
        after,
      };
    }
    if (dice < 8) return { by: this.#registrar(), call: { what: "suspend", id }, after };
    if (dice < 14) return { by: this.#registrar(), call: { what: "reinstate", id }, after };
    if (dice < 15) return kept({ what: "retire", id });
    if (dice < 17) return kept({ what: "retitle", id });
    if (dice < 21) {
      const [heartbeat, delay] = this.#times();
      return kept({ what: "time", id, heartbeat, delay });
    }
    if (dice < 24) return kept({ what: "addKey", id, key: this.#of(KEYS), from, until });
    if (dice < 26) return kept({ what: "endKey", id, key: this.#of(KEYS) });
    if (dice < 34)
      return kept({ what: "addGateway", id, account: this.#of(this.#on.gateways).address, from, until });
    if (dice < 36) return kept({ what: "endGateway", id, account: this.#gateway(world, id).gateway });
    if (dice < 39) return kept({ what: "define", id, name: this.#of(TYPES), schema: this.#of(SCHEMAS) });
    if (dice < 41) return kept({ what: "withdraw", id, name: this.#of(TYPES) });
    if (dice < 65) {
      const anchors = [this.#anchor(world, id)];
      if (this.#rarely(6)) {
        const { leaves } = anchors[0]!;
        anchors.push({
          id,
          leaves: [...leaves, leafAt(this.#told++)],
          prefix: leaves.length,
          spoilt: this.#rarely(9),
        });
      }
      return { by: this.#gateway(world, id), call: { what: "anchor", anchors }, after };
    }
    if (dice < 70) {
      const ids = this.#rarely(3) ? [id, this.#service(world)] : [id];
      return { by: this.#gateway(world, id), call: { what: "heartbeat", ids }, after };
    }
    if (dice < 78) {
      const all = world.services.get(id)?.leaves ?? [];
      const some = this.#rarely(2) ? all : all.slice(0, this.#random.integer(0, all.length));
      const leaves = this.#rarely(12) ? [...some.slice(1), leafAt(this.#told++)] : some;
      const by = this.#of([
        "witness",
        "otherWitness",
        "ownWitness",
        "witness",
        "expiredWitness",
        "keeper",
      ] as const);
      return { by, call: { what: "cosign", id, leaves, spoilt: this.#rarely(15) }, after };
    }
    const promise = await this.#promise(world);
    if (dice < 89) return { by: "recorder", call: { what: "missed", promise }, after };
    return { by: "recorder", call: this.#wrong(promise, world), after };
  }

  #times(): [heartbeat: number, delay: number] {
    const delay = this.#of([
      1,
      60,
      600,
      3_000,
      86_400,
      this.#rarely(3) ? 0 : 30,
      this.#rarely(3) ? 86_401 : 90,
    ]);
    return [this.#of([0, delay, delay + 500, Math.max(1, delay - 1)]), delay];
  }
}
