import type { Work } from '../model/effect.ts';
import { Declined } from '../model/event.ts';
import type { Link } from '../model/link.ts';
import { isPaused, type Pause } from '../model/pause.ts';
import { codeOf, type Slack, THREAD_GONE } from '../slack/port.ts';
import { type SlashCommand, type Wish, wishOf } from '../slack/slash-command.ts';
import { type ForTeams, inTeam } from './in-team.ts';
import { type LinkingPorts, link, unlink } from './linking.ts';
import type { Found, Reading } from './reading.ts';

type Ports = LinkingPorts & {
  readonly store: Pick<Reading, 'pause'>;
  readonly slack: Pick<Slack, 'isAdmin' | 'whisper'>;
  readonly now: () => Date;
};
export type SlackCommandPorts = ForTeams<Ports>;

type Where = { readonly team: string; readonly channel: string };

/**
 * Does what somebody typed after `/tsunagi`, and tells them alone.
 *
 * Whoever runs the workspace may show an open room in a channel, and end that. Rooms that are not open to everybody are linked by
 * operators: who runs a workspace is nobody in the web.
 */
export const slackCommand = (given: SlackCommandPorts) =>
  async function* ({ team_id: team, channel_id: channel, user_id: user, text }: SlashCommand): Work {
    const wish = wishOf(text);
    if (!wish) return;
    const ports = inTeam(given, team);
    let said: string;
    try {
      said = yield* granted(ports, { team, channel }, user, wish);
    } catch (error) {
      const code = codeOf(error);
      if (code !== undefined) said = `Slack refuses that: ${code}. · Slack に断られました：${code}`;
      else if (error instanceof Declined) said = error.message;
      else throw error;
    }
    await tell(ports.slack, channel, user, said);
  };

async function* granted(ports: Ports, where: Where, user: string, wish: Wish): Work<string> {
  const linked = await ports.store.linksTo(where.team, where.channel);
  if (wish.do === 'status') {
    // Rooms that are threads of the channel are told of where something is wrong with them.
    const threads = await ports.store.linksTo(where.team, where.channel, 'thread');
    const told = [...linked, ...threads.filter(({ value }) => value.error !== undefined)];
    return standing(told, await ports.store.pause(where.team, where.channel), ports.now());
  }
  if (!(await ports.slack.isAdmin(user, where.team)))
    throw new Declined(
      'permission-denied',
      'Only who runs this workspace may do that. · ワークスペースの管理者だけができます。',
    );
  if (wish.do === 'unlink') {
    for (const { id } of linked) yield* unlink(ports, id);
    return linked.length === 0
      ? 'No room is shown here. · 表示中のルームはありません。'
      : `${names(linked)} is no longer shown here. · 表示をやめました。`;
  }
  // It may have been done before, and only the answer got lost.
  if (!linked.some(({ id }) => id === wish.room)) {
    // In the same words whether it is closed, shown elsewhere, or not there: who asks is nobody in the web.
    const sorry = `There is no open room ${wish.room} that is not shown elsewhere. · ${wish.room} という公開ルームがないか、他で表示中です。`;
    if (await ports.store.link(wish.room)) throw new Declined('failed-precondition', sorry);
    yield* link(ports, { ...where, room: wish.room }, sorry);
  }
  return `${wish.room} is shown here from now on. · ${wish.room} をここに表示します。`;
}

const names = (linked: readonly Found<Link>[]): string => linked.map(({ id }) => id).join(', ');

/** How it stands with each room: a pause is its own, or that of the channel. */
function standing(linked: readonly Found<Link>[], pause: Pause | undefined, now: Date): string {
  if (linked.length === 0) return 'No room is shown here. · 表示中のルームはありません。';
  const lines = linked.map(({ id, value }) => {
    if (value.error === THREAD_GONE)
      return `${id} is a thread that was deleted here: an operator has to move it. · ${id} のスレッドは削除されました。管理者がルームをつなぎ直す必要があります。`;
    if (value.error !== undefined)
      return `${id} is linked, but Slack refuses: ${value.error} · 連携中ですが、Slack に断られています。`;
    return [value.pause, pause].some((one) => one && isPaused(one, now))
      ? `${id} is linked; Slack asked to wait. · Slack に待つように言われています。`
      : `${id} is linked, and all is well. · 正常です。`;
  });
  return lines.join('\n');
}

/** Tells one person. Where Slack will never show it to them, there is nobody else to tell: they were told what to do at once. */
async function tell(
  slack: Pick<Slack, 'whisper'>,
  channel: string,
  user: string,
  text: string,
): Promise<void> {
  try {
    await slack.whisper(channel, user, text);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  }
}
