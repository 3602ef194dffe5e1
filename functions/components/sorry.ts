/** One sentence in both languages: whoever asks `operate`, or types a command in Slack, does not say which is theirs. */
const both = (english: string, japanese: string): string => `${english} · ${japanese}`;

/** Why a room cannot be tied as it was asked for, and what is to be done. */
export const sorry = {
  absent: (thread: string, name: string) =>
    both(
      `There is no message ${thread} in #${name}.`,
      `#${name} に ${thread} というメッセージはありません。`,
    ),
  archived: (name: string) => both(`#${name} is archived.`, `#${name} はアーカイブされています。`),
  busy: (room: string) =>
    both(
      `${room} is just being posted to Slack: try again in a minute.`,
      `${room} は Slack に送信中です。一分ほどしてからもう一度お試しください。`,
    ),
  either: () =>
    both(
      'A whole channel or a thread of it: leave one of them out.',
      'チャンネル全体か、その中のスレッドか、どちらかにしてください。',
    ),
  late: (room: string) =>
    both(`${room} was linked by somebody else just now.`, `${room} はたった今、ほかの人がつなぎました。`),
  linked: (room: string) =>
    both(
      `${room} is linked already: move it, or unlink it first.`,
      `${room} はすでにつながっています。つなぎ替えるか、先につながりを解いてください。`,
    ),
  refused: (code: string) =>
    both(`Slack could not be asked: ${code}.`, `Slack に確認できませんでした：${code}`),
  roomless: (room: string) => both(`There is no room ${room}.`, `${room} というルームはありません。`),
  scopes: (missing: readonly string[], team: string) =>
    both(
      `The Slack app lacks ${missing.join(', ')} in ${team}: add them, and install it there anew.`,
      `${team} の Slack アプリに ${missing.join(', ')} の権限がありません。追加して、もう一度インストールしてください。`,
    ),
  taken: (what: string, room: string) =>
    both(`${what} is linked to ${room} already.`, `${what} はすでに ${room} につながっています。`),
  tokenless: (team: string) =>
    both(
      `The app has no good token for ${team}: install it there, and add its bot token to SLACK_BOT_TOKEN.`,
      `${team} で使えるトークンがありません。アプリをインストールし、ボットトークンを SLACK_BOT_TOKEN に加えてください。`,
    ),
  uninvited: (name: string) =>
    both(
      `The bot is not in #${name}: invite it there.`,
      `ボットが #${name} にいません。チャンネルに招待してください。`,
    ),
  unlinked: (room: string) =>
    both(`${room} is not linked to Slack.`, `${room} は Slack につながっていません。`),
  unseen: (channel: string, team: string) =>
    both(
      `Slack shows the bot no channel ${channel} in ${team}: check the id, and invite the bot.`,
      `${team} のチャンネル ${channel} がボットには見えません。ID を確かめ、ボットを招待してください。`,
    ),
};
