import type { SecretParam } from 'firebase-functions/params';

/** The secret's value. Without one nothing goes on: no check is ever skipped for want of a secret. */
export function valueOf(secret: SecretParam): string {
  const value = secret.value();
  if (value) return value;
  throw new Error(
    `The secret ${secret.name} is not set: run "firebase functions:secrets:set ${secret.name}".`,
  );
}

/** The secrets that are good now: one, or two with a comma between them while they rotate. */
export function valuesOf(secret: SecretParam): readonly string[] {
  const values = valueOf(secret)
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  if (values.length > 0) return values;
  throw new Error(`The secret ${secret.name} holds no secret, only commas.`);
}
