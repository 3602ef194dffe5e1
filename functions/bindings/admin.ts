import { type App, getApps, initializeApp } from 'firebase-admin/app';

/** The platform's own app: it enqueues jobs, and is given to nothing that reads or writes documents. */
export const adminApp = (): App => getApps()[0] ?? initializeApp();
