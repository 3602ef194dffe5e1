/** What somebody answered, whatever the status. */
export type Answered = { readonly status: number; readonly headers: Headers; readonly body: string };

/** Asks somebody over HTTP, and waits for the whole answer no longer than so many milliseconds. A failure says who it was. */
export async function ask(
  whom: string,
  url: string,
  within: number,
  init: Pick<RequestInit, 'method' | 'headers' | 'body'> = {},
): Promise<Answered> {
  try {
    // A redirect would carry the headers on to somebody else.
    const asked = { ...init, redirect: 'error', signal: AbortSignal.timeout(within) } as const;
    const response = await fetch(url, asked);
    return { status: response.status, headers: response.headers, body: await response.text() };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'unknown';
    throw new Error(`${whom} did not answer (${why}): to be asked again.`, { cause });
  }
}
