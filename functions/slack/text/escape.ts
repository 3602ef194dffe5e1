const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const signs: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * A text as Slack shows it to the letter: nothing in it can become a link, a mention or a ping, as long as Slack is not
 * asked to look for names (`link_names`, `parse`). https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);

/** What Slack escaped. It escapes these three and nothing else, once. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/g, (sign) => signs[sign] ?? sign);
