/** Asks the Firestore emulator under rules by plain REST: what a case is made of, and what plays it. */
export { ABSENT, SERVER_TIME } from '#model/effect.ts';
export { but, type Case, distinct, STRANGER, stepsOf } from './case.ts';
export { connect } from './connection.ts';
export { costing } from './cost.ts';
export { playAll } from './play-all.ts';
export { component, forger, guest, nobody, owner, type Principal, person } from './principal.ts';
export { type Documents, type Project, projectOf, type Verdict } from './project.ts';
export {
  batch,
  create,
  get,
  list,
  listGroup,
  type Request,
  remove,
  set,
  update,
  writesOf,
} from './request.ts';
export { Stage } from './stage.ts';
export { ago, ahead, double, FAR_OFF, increment, LONG_AGO, millisecondsIn } from './value.ts';
