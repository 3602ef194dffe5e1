import { CELLS } from '../matrix/table.ts';
import { stepsOf } from '../wire/case.ts';
import { batch, type Case } from '../wire/index.ts';
import { type Write, writesOf } from '../wire/request.ts';

const isSpending = (write: Write): boolean => write.do === 'update' && 'sent' in write.fields;
const isBan = ({ path }: Write): boolean => path.includes('/bans/');

/** What is allowed also without the rest of a batch that is allowed: to spend, to ban or to lift a ban of what is spent. */
const isWhole = (write: Write, left: readonly Write[]): boolean =>
  isSpending(write) || (isBan(write) && left.some(isSpending));

/** Each allowed batch of the table, without one of its writes. */
export const halves: Case[] = CELLS.filter(({ may }) => may).flatMap((cell) => {
  const writes = stepsOf(cell).flatMap(writesOf);
  if (writes.length < 2) return [];
  return writes.map((left, nth) => {
    const rest = writes.filter((write) => write !== left);
    return {
      ...cell,
      name: `${cell.name}, without write ${nth + 1} of ${writes.length}`,
      ask: batch(...rest),
      may: rest.every((write) => isWhole(write, rest)),
    };
  });
});
