// Axe on every page and state: no violation at all, best practices included.
import assert from 'node:assert/strict';
import { violations } from './support/axe.mjs';
import { journeys } from './support/journey.mjs';
import { STATES, enter } from './support/states.mjs';

/** Both sizes and both schemes; a scheme only changes colours, which are the same at both sizes. */
const LOOKS = [
  { size: 'phone', scheme: 'light', viewport: { width: 360, height: 740 } },
  { size: 'desk', scheme: 'dark', viewport: { width: 1280, height: 800 } },
];

journeys('axe', { market: 'fixture', browsers: ['chromium'] }, (test) => {
  for (const state of STATES) {
    test(`finds nothing on: ${state.name}`, async ({ tab }) => {
      await enter(tab, state);
      const found = [];
      for (const { size, scheme, viewport } of LOOKS) {
        if (size === 'desk' && state.wide === false) await tab.page.setViewport(LOOKS[0].viewport);
        else await tab.page.setViewport(viewport);
        await tab.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        found.push(...(await violations(tab)).map((line) => `${size}, ${scheme}: ${line}`));
      }
      assert.deepEqual(found, []);
    });
  }
});

// The same markup; what a state adds by being reached, Chromium has seen.
journeys('axe', { market: 'fixture', browsers: ['firefox'] }, (test) => {
  for (const state of STATES.filter(({ reach }) => !reach)) {
    test(`finds nothing on: ${state.name}`, async ({ tab }) => {
      await enter(tab, state);
      assert.deepEqual(await violations(tab), []);
    });
  }
});
