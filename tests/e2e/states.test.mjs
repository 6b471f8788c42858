// Every kind of page in every state a visitor can bring it into, entered once and looked at for everything that holds
// everywhere: production's headers, small screens and large letters, and what axe knows, best practices included.
import assert from 'node:assert/strict';
import { violations } from './support/axe.mjs';
import { journeys } from './support/journey.mjs';
import { lost } from './support/lost.mjs';
import { STATES, enter } from './support/states.mjs';

const NARROW = [
  { what: 'a screen of 320 px', viewport: { width: 320, height: 640 } },
  // 1280 × 800 at 200 %.
  { what: 'a zoom of 200 %', viewport: { width: 640, height: 400, deviceScaleFactor: 2 }, browsers: ['chromium'] },
];

/** Both sizes and both schemes; a scheme only changes colours, which are the same at both sizes. */
const LOOKS = [
  { what: 'a light phone', scheme: 'light', viewport: { width: 360, height: 740 } },
  { what: 'a dark desk', scheme: 'dark', viewport: { width: 1280, height: 800 }, browsers: ['chromium'], wide: true },
];

const watch = (tab) => tab.page.evaluateOnNewDocument(() => {
  window.refused = [];
  addEventListener('securitypolicyviolation', (event) => window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
});

/** What the page asked for and was refused, or asked elsewhere, and errors in the console. */
async function complaints(tab, state) {
  const refused = await tab.page.evaluate(() => window.refused);
  // The failing answer itself is what the console tells of there.
  const expected = (line) => ['not found', 'failure'].includes(state.name) && /404|Failed to load|503/.test(line);
  return [...refused, ...tab.complaints].filter((line) => !expected(line));
}

// One visitor who goes on from state to state: what they have kept stays, as on a phone.
journeys('every page and state', { market: 'fixture', oneVisitor: true }, (test, { name }) => {
  const seenBy = ({ browsers }) => browsers?.includes(name) ?? true;
  for (const state of STATES) {
    test(state.name, async ({ tab, part }) => {
      await watch(tab);
      await enter(tab, state);
      await part('needs nothing that the headers forbid, nobody else, and says no error', async () => {
        assert.deepEqual(await complaints(tab, state), []);
      });
      for (const { what, viewport } of NARROW.filter(seenBy)) {
        await part(`loses nothing on ${what}`, async () => {
          await tab.page.setViewport(viewport);
          assert.deepEqual(await lost(tab), []);
        });
      }
      for (const { what, scheme, viewport } of LOOKS.filter((look) => seenBy(look) && !(look.wide && state.wide === false))) {
        await part(`gives axe nothing to find on ${what}`, async () => {
          await tab.page.setViewport(viewport);
          if (name === 'chromium') await tab.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          assert.deepEqual(await violations(tab), []);
        });
      }
    });
  }
});
