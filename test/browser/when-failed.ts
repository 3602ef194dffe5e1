import { beforeEach } from 'vitest';
import { say } from '../../scripts/report.ts';
import { picture, windows } from './browser.ts';

/** Lines of a console that are told. */
const TOLD = 20;

// What a test saw that failed is gone with its browser: how each page looks then is kept, and told what its console said last.
beforeEach(({ onTestFailed, task }) => {
  onTestFailed(async () => {
    for (const [nth, { page, lines }] of windows.entries()) {
      if (page.isClosed()) continue;
      const name = `failed-${task.id}-${nth}`;
      await picture(page, name);
      say(`${task.name}: ${name}.png shows ${page.url()}`);
      for (const line of lines.slice(-TOLD)) say(`  ${line}`);
    }
  });
});
