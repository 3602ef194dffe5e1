/** What an operator should hear of at once: a link that Slack refuses something for as it did not before, or a new dead letter. Names, ids and codes alone. */
export type Alarm = (
  event: 'link in trouble' | 'given up',
  told: { readonly room: string; readonly message?: string; readonly reason: string },
) => void;
