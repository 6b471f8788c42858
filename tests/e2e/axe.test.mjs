// Axe on every page and state: no violation at all, best practices included.
import assert from 'node:assert/strict';
import { violations } from './support/axe.mjs';
import { journeys } from './support/journey.mjs';
import { STATES, enter } from './support/states.mjs';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

journeys('axe', { market: 'fixture', browsers: ['chromium'] }, (test) => {
  for (const state of STATES) {
    test(`finds nothing on: ${state.name}`, async ({ tab }) => {
      await enter(tab, state);
      const found = [];
      for (const [size, viewport] of [['phone', PHONE], ['desk', DESK]]) {
        if (size === 'desk' && state.wide === false) continue;
        await tab.page.setViewport(viewport);
        for (const scheme of ['light', 'dark']) {
          await tab.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          found.push(...(await violations(tab)).map((line) => `${size}, ${scheme}: ${line}`));
        }
      }
      assert.deepEqual(found, []);
    });
  }
});

journeys('axe', { market: 'fixture', browsers: ['firefox'] }, (test) => {
  for (const state of STATES) {
    test(`finds nothing on: ${state.name}`, async ({ tab }) => {
      await enter(tab, state);
      assert.deepEqual(await violations(tab), []);
    });
  }
});
