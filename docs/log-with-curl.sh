#!/bin/sh
# Logs one action in the demonstration with openssl and curl alone: docs/log-with-curl.sh [clientSeq]
#   LOG   address of the API; http://localhost:8080 unless npm start was given another PORT
#   KEY   the key's file; .data/log-keys/guest.pem unless npm start was given another DATA_DIR
# The key is the guest's, which every start writes; a service of your own uses its own key in the same way.
set -eu
LOG=${LOG:-http://localhost:8080}
KEY=${KEY:-.data/log-keys/guest.pem}
SEQ=${1:-1}
for TOOL in openssl curl; do
  command -v "$TOOL" > /dev/null || { echo "$TOOL is missing: install it and try again" >&2; exit 1; }
done
if ! [ -r "$KEY" ]; then
  echo "The key file $KEY is missing or cannot be read, so nothing was sent." >&2
  echo "The demonstration writes it at each start: run npm start and wait for its address, then call this script" >&2
  echo "from the project's folder; with another DATA_DIR set KEY=<DATA_DIR>/log-keys/guest.pem." >&2
  echo "A service of your own: openssl genpkey -algorithm ed25519 -out my.pem, have its keeper register the public" >&2
  echo "half (addKey), and set KEY=my.pem." >&2
  exit 1
fi
SERVICE=th.go.bangkok.complaints
SCHEMA=bafkreifd4ozdrlotfmttztkatq2zu456guwvnkfo5axawuacs65bdi5ay4

URL="$LOG/v1/services/$SERVICE/actions"
BODY='[{"v":1,"service":"'$SERVICE'","agency":92005,"submitter":"guest","clientSeq":'$SEQ',
  "type":"complaint.supported","schema":"'$SCHEMA'","ts":"'$(date -u +%Y-%m-%dT%H:%M:%S.000Z)'",
  "subject":null,"actor":{"role":"reader"},"data":{"added":1,"total":1}}]'

# RFC 9530 and RFC 9421: digest of the body, then a signature over method, address, digest and Idempotency-Key.
DIGEST="sha-256=:$(printf %s "$BODY" | openssl dgst -sha256 -binary | openssl base64 -A):"
KEY_ID="0x$(openssl pkey -in "$KEY" -pubout -outform DER | tail -c 32 | openssl dgst -sha256 -r | cut -c 1-64)"
# The same for the same record: sent again, it gets the same answer.
IDEMPOTENCY_KEY=$(printf %s "$SEQ $DIGEST" | openssl dgst -sha256 -r | cut -c 1-64)
PARAMETERS='("@method" "@target-uri" "content-digest" "idempotency-key");created='$(date +%s)';keyid="'$KEY_ID'";nonce="'$(openssl rand -hex 16)'";alg="ed25519"'
BASE=$(mktemp)
trap 'rm -f "$BASE"' EXIT
printf '"@method": POST\n"@target-uri": %s\n"content-digest": %s\n"idempotency-key": %s\n"@signature-params": %s' \
  "$URL" "$DIGEST" "$IDEMPOTENCY_KEY" "$PARAMETERS" > "$BASE"
SIGNATURE=$(openssl pkeyutl -sign -rawin -inkey "$KEY" -in "$BASE" | openssl base64 -A)

curl -sS --fail-with-body "$URL" -H "content-type: application/json" -H "content-digest: $DIGEST" \
  -H "idempotency-key: $IDEMPOTENCY_KEY" -H "signature-input: sig1=$PARAMETERS" -H "signature: sig1=:$SIGNATURE:" \
  --data-binary "$BODY"
