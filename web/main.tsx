import { render } from 'preact';
import { App } from './app.tsx';
import { startSession } from './data/session.ts';
import { refuseStrings } from './trusted-types.ts';

refuseStrings();

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no element with the id "app".');

render(<App />, place);
await startSession();
