/** Hands a signed transaction to the API's gateway, as agencies do. @returns its hash */
export async function handIn(apiUrl: string, signed: string): Promise<string> {
  const response = await fetch(`${apiUrl}/v1/transactions`, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": "en" },
    body: JSON.stringify({ signed }),
  });
  const answer = (await response.json()) as { data?: { txHash: string }; code?: string; title?: string };
  if (!answer.data) throw new Error(`the gateway refused a transaction (${answer.code}): ${answer.title}`);
  return answer.data.txHash;
}
