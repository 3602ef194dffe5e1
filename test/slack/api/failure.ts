/** An answer `ok: false`; `code` is Slack's word for the error, `details` go into the answer beside it. */
export class Failure extends Error {
  readonly code: string;
  readonly details: Record<string, unknown>;

  constructor(code: string, details: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
