/** Where pictures of people come from: their Google account, Slack, and where Slack takes them from. The Content-Security-Policy names the same. */
const SOURCES = [/\.googleusercontent\.com$/, /\.slack-edge\.com$/, /^secure\.gravatar\.com$/];

/**
 * Whether a picture may be loaded. People choose the address of their own: one of another server would tell it who
 * looks at their messages, and when.
 */
export const isKnownPicture = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === 'https:' && SOURCES.some((source) => source.test(host));
};
