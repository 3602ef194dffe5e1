import type { Input } from '../control/input.ts';
import { Refusal } from '../control/refusal.ts';
import type { CallEffect, EventEffect, Fault } from './fault.ts';

/** The fields of a fault as it is ordered through the control interface. */
export const ORDER =
  'fault times after team method channel type retry_after status error ms copies hold bare late stored'.split(
    ' ',
  );

type Unqueued<F> = F extends Fault ? Omit<F, 'id'> : never;

/** Reads an order, or says what is wrong with it. */
export function order(input: Input): Unqueued<Fault> {
  const after = input.has('after') ? input.whole('after', 0) : 0;
  const target = { times: times(input), after, ...input.texts('team', 'channel') };
  const name = input.text('fault');
  const call = callEffect(name, input);
  if (call) {
    if (input.has('type')) throw new Refusal(`The fault "${name}" strikes calls: give "method", not "type".`);
    return { ...target, on: 'call', effect: call, ...input.texts('method') };
  }
  const event = eventEffect(name, input);
  if (!event) throw new Refusal(`There is no fault "${name}"; see the table in test/slack/README.md.`);
  if (input.has('method'))
    throw new Refusal(`The fault "${name}" strikes events: give "type", not "method".`);
  return { ...target, on: 'event', effect: event, ...input.texts('type') };
}

function callEffect(fault: string, input: Input): CallEffect | undefined {
  const stored = input.flag('stored') ?? false;
  if (fault === 'rate_limited') return { fault, retry_after: input.whole('retry_after', 1) };
  if (fault === 'http_error') return { fault, status: status(input), stored };
  if (fault === 'error') return { fault, error: input.text('error'), stored };
  if (fault === 'slow') return { fault, ms: input.needed('ms', 0), late: input.flag('late') ?? false };
  return fault === 'lost_answer' || fault === 'lost_call' ? { fault } : undefined;
}

function eventEffect(fault: string, input: Input): EventEffect | undefined {
  if (fault === 'duplicate') {
    const ms = input.number('ms', 0) ?? 0;
    return { fault, copies: input.whole('copies', 1), ms, bare: input.flag('bare') ?? false };
  }
  if (fault === 'reorder' || fault === 'burst') return { fault, hold: input.whole('hold', 2) };
  if (fault === 'delay') return { fault, ms: input.needed('ms', 0) };
  if (fault === 'twin') return { fault, stored: input.flag('stored') ?? false };
  return fault === 'drop' || fault === 'hold' ? { fault } : undefined;
}

function times(input: Input): number | 'always' {
  if (input.raw('times') === 'always') return 'always';
  return input.has('times') ? input.whole('times', 1) : 1;
}

function status(input: Input): number {
  const asked = input.whole('status', 400);
  if (asked > 599) throw new Refusal('The field "status" must be an HTTP status from 400 to 599.');
  return asked;
}
