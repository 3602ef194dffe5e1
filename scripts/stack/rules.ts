import { readFileSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Report } from '../report.ts';
import { PROJECT } from './project.ts';

/** An editor writes a file in several steps; they count as one change (milliseconds). */
const SETTLED = 100;

interface Issue {
  readonly sourcePosition?: { readonly line?: number; readonly column?: number };
  readonly severity: string;
  readonly description: string;
}

/** Puts rules in force in a Firestore emulator; answers with what is wrong with them, in which case the old ones stay. */
export async function putRules(firestore: string, file: string, project = PROJECT): Promise<string[]> {
  const rules = { files: [{ name: basename(file), content: readFileSync(file, 'utf8') }] };
  const response = await fetch(`${firestore}/emulator/v1/projects/${project}:securityRules`, {
    method: 'PUT',
    body: JSON.stringify({ rules }),
  });
  const answer: { issues?: readonly Issue[]; error?: { message: string } } = JSON.parse(
    await response.text(),
  );
  if (answer.error) return [answer.error.message];
  return (answer.issues ?? []).map(
    ({ sourcePosition: at, severity, description }) =>
      `${basename(file)}:${at?.line ?? 1}:${at?.column ?? 1}: ${severity}: ${description}`,
  );
}

/** Puts the rules in force whenever their file changes. The folder is watched: editors replace files. */
export function watchRules(firestore: string, file: string, report: Report): () => void {
  let settling: NodeJS.Timeout | undefined;
  const put = async () => {
    try {
      const issues = await putRules(firestore, file);
      for (const line of issues.length > 0 ? issues : ['Rules reloaded']) report(line);
    } catch (error) {
      report(`The rules were not reloaded: ${String(error)}`);
    }
  };
  const watcher = watch(dirname(file), (_, changed) => {
    if (changed !== basename(file)) return;
    clearTimeout(settling);
    settling = setTimeout(() => void put(), SETTLED);
  });
  return () => {
    clearTimeout(settling);
    watcher.close();
  };
}
