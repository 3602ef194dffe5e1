import { parseArgs } from 'node:util';
import { applicationDefault, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { say } from './report.ts';
import { UserError } from './user-error.ts';

const USAGE = 'npm run operator -- add|remove <e-mail> --project <project>';

/** `npm run operator`: makes somebody an operator, or no longer one. With the credentials that `gcloud auth application-default login` leaves. */
export default async function operator(): Promise<void> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(3),
    options: { project: { type: 'string' } },
    allowPositionals: true,
  });
  const [what, email] = positionals;
  const projectId = values.project ?? process.env.GCLOUD_PROJECT;
  if ((what !== 'add' && what !== 'remove') || !email || !projectId)
    throw new UserError(`Say whom, and in which project: ${USAGE}`);

  // On the emulators there is nobody to ask for credentials.
  const isLocal = process.env.FIREBASE_AUTH_EMULATOR_HOST !== undefined;
  const auth = getAuth(initializeApp({ projectId, ...(!isLocal && { credential: applicationDefault() }) }));
  const { uid, customClaims } = await auth.getUserByEmail(email).catch((error: unknown) => {
    throw new UserError(`${email} cannot be found in ${projectId}: they have to sign in once before.`, {
      cause: error,
    });
  });
  const { operator: _, ...others } = customClaims ?? {};
  await auth.setCustomUserClaims(uid, what === 'add' ? { ...others, operator: true } : others);
  say(
    `${email} is ${what === 'add' ? 'an' : 'no longer an'} operator of ${projectId}, from their next sign-in on.`,
  );
}
