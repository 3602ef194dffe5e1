import { element } from './dom.js';

const UNITS = ['bytes', 'kB', 'MB', 'GB'];

/** A size as people read it: 48,213 bytes are "47.1 kB". */
export function readable(bytes) {
  let [size, unit] = [bytes, 0];
  while (size >= 1024 && unit < UNITS.length - 1) [size, unit] = [size / 1024, unit + 1];
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
}

const GONE = {
  tombstone: 'This file was deleted.',
  hidden_by_limit: 'This file is hidden: the workspace has passed its limit.',
};

/** The files of a message: name, kind and size, or why there is nothing to see. */
export const files = ({ files: shared = [] }) => shared.map(card);

function card({ mode, title, name, filetype, pretty_type, size, permalink }) {
  if (GONE[mode]) return element('p', { className: 'file note' }, GONE[mode]);
  const link = element('a', { href: permalink, target: '_blank', rel: 'noopener' }, title ?? name);
  const about = element('span', { className: 'note' }, `${pretty_type} · ${readable(size)}`);
  const sign = element('span', { className: 'sign', attributes: { 'aria-hidden': 'true' } }, filetype);
  return element('p', { className: 'file' }, sign, element('span', {}, link, element('br'), about));
}
