/**
 * Imported first: libraries choose their fast and quiet form when they are loaded. Whoever wants the other one sets
 * NODE_ENV.
 */
process.env.NODE_ENV ??= "production";
