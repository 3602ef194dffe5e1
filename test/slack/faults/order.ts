import type { Input } from '../control/input.ts';
import { Refusal } from '../control/refusal.ts';
import type { CallEffect, EventEffect, Fault } from './fault.ts';

/** The fields of a fault as it is ordered through the control interface. */
export const ORDER = 'fault times method channel type retry_after status error ms copies hold'.split(' ');

type Unqueued<F> = F extends Fault ? Omit<F, 'id'> : never;

/** Reads an order, or says what is wrong with it. */
export function order(input: Input): Unqueued<Fault> {
  const channel = input.optionalText('channel');
  const target = { times: times(input), ...(channel !== undefined && { channel }) };
  const name = input.text('fault');
  const call = callEffect(name, input);
  const method = input.optionalText('method');
  const type = input.optionalText('type');
  if (call) {
    if (type !== undefined)
      throw new Refusal(`The fault "${name}" strikes calls: give "method", not "type".`);
    return { ...target, on: 'call', effect: call, ...(method !== undefined && { method }) };
  }
  const event = eventEffect(name, input);
  if (!event) throw new Refusal(`There is no fault "${name}"; see the table in test/slack/README.md.`);
  if (method !== undefined)
    throw new Refusal(`The fault "${name}" strikes events: give "type", not "method".`);
  return { ...target, on: 'event', effect: event, ...(type !== undefined && { type }) };
}

function callEffect(fault: string, input: Input): CallEffect | undefined {
  if (fault === 'rate_limited') return { fault, retry_after: whole(input, 'retry_after', 1) };
  if (fault === 'http_error') return { fault, status: status(input) };
  if (fault === 'error') return { fault, error: input.text('error') };
  if (fault === 'slow') return { fault, ms: needed(input, 'ms', 0) };
  return fault === 'lost_answer' || fault === 'lost_call' ? { fault } : undefined;
}

function eventEffect(fault: string, input: Input): EventEffect | undefined {
  if (fault === 'duplicate') return { fault, copies: whole(input, 'copies', 1) };
  if (fault === 'reorder') return { fault, hold: whole(input, 'hold', 2) };
  if (fault === 'delay') return { fault, ms: needed(input, 'ms', 0) };
  return fault === 'drop' || fault === 'twin' ? { fault } : undefined;
}

function times(input: Input): number | 'always' {
  if (input.raw('times') === 'always') return 'always';
  return input.has('times') ? whole(input, 'times', 1) : 1;
}

function status(input: Input): number {
  const asked = whole(input, 'status', 400);
  if (asked > 599) throw new Refusal('The field "status" must be an HTTP status from 400 to 599.');
  return asked;
}

function whole(input: Input, name: string, least: number): number {
  const number = needed(input, name, least);
  if (!Number.isInteger(number)) throw new Refusal(`The field "${name}" must be a whole number.`);
  return number;
}

function needed(input: Input, name: string, least: number): number {
  const number = input.number(name, least);
  if (number === undefined)
    throw new Refusal(`This fault needs the field "${name}": a number of at least ${least}.`);
  return number;
}
