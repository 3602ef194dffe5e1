import { debug, error, info, warn } from 'firebase-functions/logger';
import type { FunctionName } from '../model/component.ts';

/** What a log line may carry: names, ids, codes. Never the text of a message, never a secret. */
export type LogFields = {
  readonly component: FunctionName;
  readonly room?: string | undefined;
  readonly message?: string | undefined;
  readonly event?: string | undefined;
  readonly reason?: string | undefined;
  readonly asked?: string | undefined;
  readonly caller?: string | undefined;
};

/** One event a line, with its fields. */
export const log = {
  debug: (event: string, fields: LogFields): void => debug(event, fields),
  info: (event: string, fields: LogFields): void => info(event, fields),
  warn: (event: string, fields: LogFields): void => warn(event, fields),
  error: (event: string, fields: LogFields): void => error(event, fields),
};
