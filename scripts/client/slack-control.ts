/** Asks the control interface of the Slack stand-in; an answer other than 2xx is an error with what it says. */
export type Control = (method: string, path: string, body?: object) => Promise<unknown>;

/** The control interface of the stand-in at this address; of its first workspace unless a team is named. */
export const controlOf =
  (url: string, team?: string): Control =>
  async (method, path, body) => {
    const address = new URL(`${url}/control/${path}`);
    if (team !== undefined) address.searchParams.set('team', team);
    const response = await fetch(address, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`The Slack stand-in answers ${method} ${path} with ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
