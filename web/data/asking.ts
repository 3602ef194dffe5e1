import type { Command, Operated } from '#model/operation.ts';

/**
 * Asks, and asks again for as long as more is left. `told`: how many were decided about so far. Rejects where asking does; what was
 * decided about until then stays so.
 */
export async function askAll(
  ask: (command: Command) => Promise<Operated>,
  command: Command,
  told: (decided: number) => void,
): Promise<Operated> {
  let answer = await ask(command);
  let decided = answer.decided ?? 0;
  while (answer.more !== undefined && (command.do === 'redriveAll' || command.do === 'discardAll')) {
    told(decided);
    answer = await ask({ do: command.do, before: answer.more });
    decided += answer.decided ?? 0;
  }
  return answer.decided === undefined ? answer : { ...answer, decided };
}
