import type { Reading } from '../../functions/components/reading.ts';
import type { ComponentName } from '../../functions/model/component.ts';
import { type Effect, type Fields, type Outcome, Refused } from '../../functions/model/effect.ts';
import { Memory } from '../functions/memory.ts';
import { judge } from '../rules/authority/judge.ts';
import { documentsAfter } from '../rules/authority/written.ts';
import { component, type Principal } from '../rules/wire/principal.ts';
import { batch, create, type Request, remove, update, writesOf } from '../rules/wire/request.ts';

/** A document that was written: what it held before, and holds now; nothing where it was not there, or is gone. */
export type Change = {
  readonly path: string;
  readonly before: Fields | undefined;
  readonly after: Fields | undefined;
};

/** Documents under the rules, as the model of the rules judges them. */
export class Database {
  readonly #memory = new Memory();
  readonly #now: () => Date;
  readonly #changed: (change: Change) => void;
  /** Whether this request is let through unjudged: for bugs that the rules would stop. */
  lenient: (who: Principal, request: Request) => boolean = () => false;

  constructor(now: () => Date, changed: (change: Change) => void) {
    this.#now = now;
    this.#changed = changed;
  }

  get documents(): ReadonlyMap<string, Fields> {
    return this.#memory.documents;
  }

  get reading(): Reading {
    return this.#memory.reading;
  }

  /** Writes a document that nobody is asked about. */
  given(path: string, fields: Fields): void {
    this.#memory.set(path, fields);
  }

  /** Does a request, or throws that it was denied. */
  ask(who: Principal, request: Request): void {
    const time = this.#now();
    const { documents } = this.#memory;
    // What the rules say of it is one thing: nothing is made where something is, or changed where nothing is.
    const isInVain = writesOf(request).some(({ do: what, path }) =>
      documents.has(path) ? what === 'create' : what === 'update',
    );
    if (isInVain) throw new Error(`in vain: ${who.called} ${JSON.stringify(request)}`);
    if (judge(who, request, documents, time).verdict === 'denied' && !this.lenient(who, request))
      throw new Error(`denied: ${who.called} ${JSON.stringify(request)}`);
    const will = documentsAfter(documents, request, time);
    const changes = writesOf(request).map(({ path }) => ({
      path,
      before: documents.get(path),
      after: will.get(path),
    }));
    for (const { path, after } of changes) {
      if (after) documents.set(path, after);
      else documents.delete(path);
    }
    for (const change of changes) this.#changed(change);
  }

  /** Does a component's effect as the binding would: who comes second is told so, whoever may not is refused. */
  perform(name: ComponentName, effect: Exclude<Effect, { do: 'enqueue' }>): Outcome {
    try {
      this.ask(component(name), requestOf(effect));
      return 'done';
    } catch (error) {
      if (effect.do === 'create' && this.#memory.documents.has(effect.path)) return 'exists';
      throw new Refused(effect, { cause: error });
    }
  }
}

function requestOf(effect: Exclude<Effect, { do: 'enqueue' }>): Request {
  switch (effect.do) {
    case 'create':
      return create(effect.path, effect.fields);
    case 'update':
      return update(effect.path, effect.fields);
    case 'remove':
      return remove(effect.path);
    case 'together':
      return batch(...effect.updates.map(({ path, fields }) => update(path, fields)));
  }
}
