/** Posts to the local site. Rejects with the server's sentence when it refuses. */
export async function postJson(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  const told = typeof answer === 'object' && answer !== null && 'error' in answer ? String(answer.error) : '';
  throw new Error(told || `The local site answered ${response.status}.`);
}
