import type { FirebaseApp } from 'firebase/app';
import { initializeAppCheck, ReCaptchaEnterpriseProvider } from 'firebase/app-check';
import { allowScripts } from '../trusted-types.ts';

/** Google's script that looks at the browser: the same address at which Firebase would ask for it. */
const SCRIPT = 'https://www.google.com/recaptcha/enterprise.js?render=explicit';

/** That script, and the one that it loads in turn. */
const ALLOWED = [
  /^https:\/\/www\.google\.com\/recaptcha\/enterprise\.js\?render=explicit$/,
  /^https:\/\/www\.gstatic\.com\/recaptcha\/releases\/[\w-]+\/recaptcha__\w+\.js$/,
];

const load = (address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () =>
      reject(new Error(`App Check is off here: ${address} was blocked or could not be had.`)),
    );
    document.head.append(script);
  });

/**
 * Lets every request to Firebase carry a token that says it comes from this app in a browser. `key`: reCAPTCHA
 * Enterprise's site key. Firebase would wait for a blocked script for ever, and with it every request; so the script is
 * loaded first, and without it requests go without a token.
 */
export const attest = async (app: FirebaseApp, key: string): Promise<void> => {
  allowScripts(...ALLOWED);
  try {
    await load(SCRIPT);
  } catch (error) {
    return reportError(error);
  }
  initializeAppCheck(app, {
    provider: new ReCaptchaEnterpriseProvider(key),
    isTokenAutoRefreshEnabled: true,
  });
};
