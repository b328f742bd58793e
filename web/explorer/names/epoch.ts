/** Unix seconds of an instant as the API writes it. */
export const epoch = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
