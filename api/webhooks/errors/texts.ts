import { deliveryTexts } from "./delivery-texts.ts";
import { registrationTexts } from "./registration-texts.ts";

/** What keeps a webhook from being registered or delivered, by code. */
export const webhookTexts = { ...registrationTexts, ...deliveryTexts };
