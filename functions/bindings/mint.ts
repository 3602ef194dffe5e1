import { getApps, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { accountEmail, type ComponentName, componentUid } from '../model/component.ts';
import { projectId } from './project.ts';

/** The Admin SDK's app that signs, as `identity`'s own account and no other. */
const APP = 'identity';
const signer = () =>
  getApps().find(({ name }) => name === APP) ??
  initializeApp({ projectId: projectId(), serviceAccountId: accountEmail('identity', projectId()) }, APP);

/** A custom token that says which component it is, and nothing else. The one place where tokens are made. */
export const mint = async (name: ComponentName): Promise<string> =>
  getAuth(signer()).createCustomToken(componentUid(name), { component: name });
