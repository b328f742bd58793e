import type { Request, Response } from "express";
import type { Plugin } from "graphql-yoga";
import type { Context } from "../graphql/core/context.ts";
import { apiError } from "../errors/api-error.ts";

export interface StreamLimits {
  readonly perClient: number;
  readonly together: number;
}

export const STREAM_LIMITS: StreamLimits = { perClient: 10, together: 1_000 };

/** Counts open subscriptions; one more than a client or all together may have is refused. */
export function limitStreams({ perClient, together }: StreamLimits): Plugin<{ req: Request; res: Response }> {
  const open = new Map<string, number>();
  let all = 0;
  return {
    onSubscribe: ({ args }) => {
      const { client, res } = args.contextValue as unknown as Context & { res: Response };
      const own = open.get(client) ?? 0;
      if (own >= perClient) throw apiError("TOO_MANY_STREAMS", { limit: perClient });
      if (all >= together) throw apiError("TOO_MANY_STREAMS", { limit: together });
      open.set(client, own + 1);
      all++;
      res.once("close", () => {
        all--;
        const left = open.get(client)! - 1;
        if (left > 0) open.set(client, left);
        else open.delete(client);
      });
    },
  };
}
