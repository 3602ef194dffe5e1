import type { User } from './user.ts';

const HUES = [12, 48, 96, 150, 190, 220, 262, 310];

/** A square with a user's initial, in a colour that follows from the id: an SVG document. */
export function picture(user: User): string {
  const sum = Buffer.from(user.id).reduce((total, byte) => total + byte, 0);
  const hue = HUES[sum % HUES.length] ?? 0;
  const initial = String.fromCodePoint(user.display_name.codePointAt(0) ?? 0x3f).replace(/[<>&"']/g, '?');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="10" fill="hsl(${hue} 45% 42%)"/><text x="24" y="33" font-family="sans-serif" font-size="25" text-anchor="middle" fill="#fff">${initial}</text></svg>`;
}
