import type { SecretParam } from 'firebase-functions/params';

/** The secret's value. Without one nothing goes on: no check is ever skipped for want of a secret. */
export function valueOf(secret: SecretParam): string {
  const value = secret.value();
  if (value) return value;
  throw new Error(
    `The secret ${secret.name} is not set: run "firebase functions:secrets:set ${secret.name}".`,
  );
}

/** As a secret's value, this switches off what it is for. */
const OFF = 'off';

/** The secrets that are good now, with commas between them; none where what they are for is switched off or was never set up. */
export const valuesIfAny = (secret: SecretParam): readonly string[] =>
  listed(secret.value()).filter((value) => value !== OFF);

const listed = (value: string): string[] =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The secrets that are good now: one, or several with commas between them. */
export function valuesOf(secret: SecretParam): readonly string[] {
  const values = listed(valueOf(secret));
  if (values.length > 0) return values;
  throw new Error(`The secret ${secret.name} holds no secret, only commas.`);
}
