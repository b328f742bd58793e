// `npm run witness`: checks the logs of services and cosigns what it verified, for as long as it runs; what a witness agency
// runs on a machine and with a node of its own. Set by environment: RPC_URL (a node that takes transactions), DEPLOYMENT (file),
// published documents by IPFS_API_URL, DOCUMENTS_GATEWAY (anybody who serves their blocks by HTTP, such as the ledger's public
// address) or DATA_DIR (folder), WITNESS_KEY_FILE (key of an officer with the duty WITNESS), and WITNESS_INTERVAL (seconds, 60).
// Ctrl-C stops it; the next start goes on where the chain says that it was.
await import("../api/anchoring/witness/main.ts");
