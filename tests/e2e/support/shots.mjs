// Pictures of every page and state, phone and desk, light and dark, into target/shots/, for people to look at:
//   node tests/e2e/support/shots.mjs [part of a state's name]
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from './browser.mjs';
import { ROOT, openSite } from './site.mjs';
import { STATES, enter } from './states.mjs';
import { newVisitor } from './visitor.mjs';

const SIZES = { phone: { width: 360, height: 740, deviceScaleFactor: 2 }, desk: { width: 1280, height: 800 } };
const folder = join(ROOT, 'target/shots');
const wanted = STATES.filter((state) => state.name.includes(process.argv[2] ?? ''));

await mkdir(folder, { recursive: true });
const site = await openSite();
const browser = await launch('chromium', { reducedMotion: true });
for (const state of wanted) {
  const visitor = await newVisitor(browser, site);
  const tab = await visitor.tab();
  await enter(tab, state);
  for (const [size, viewport] of Object.entries(SIZES)) {
    await tab.page.setViewport(viewport);
    for (const scheme of ['light', 'dark']) {
      await tab.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      const isDialog = await tab.has('dialog');
      await tab.page.screenshot({ path: join(folder, `${state.name.replace(/\W+/g, '-')}-${size}-${scheme}.png`), fullPage: !isDialog });
    }
  }
  await visitor.close();
}
await browser.close();
await site.close();
console.log(`${wanted.length * 4} pictures in ${folder}`);
