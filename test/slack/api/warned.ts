/** A warning, in the two places where Slack gives it. */
export const warned = (warning: string | undefined): Record<string, unknown> =>
  warning === undefined ? {} : { warning, response_metadata: { warnings: [warning] } };
