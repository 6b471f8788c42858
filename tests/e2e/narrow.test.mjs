// Small screens and large letters: nothing is pushed out to the side or hidden.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { STATES, enter } from './support/states.mjs';

/** What sticks out to the right or left of the page, or cannot be reached because bars take the screen. */
const lost = (tab) => tab.page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let one = element.parentElement; one; one = one.parentElement) {
      if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(one).overflowX) && one !== document.body && one !== document.documentElement) return true;
    }
    return false;
  };
  const found = [];
  if (document.documentElement.scrollWidth > width) found.push(`the page scrolls sideways by ${document.documentElement.scrollWidth - width} px`);
  for (const element of document.querySelectorAll('a, button, input, select, h1, h2, h3, p, td, th, dd, dt, li, label')) {
    if (!element.checkVisibility()) continue;
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || scrolls(element)) continue;
    if (box.right > width + 1 || box.left < -1) found.push(`${element.localName} "${element.textContent.trim().slice(0, 40)}" from ${Math.round(box.left)} to ${Math.round(box.right)} of ${width}`);
  }
  const bars = [...document.querySelectorAll('body *')].filter((one) => ['fixed', 'sticky'].includes(getComputedStyle(one).position) && !one.closest('dialog') && one.checkVisibility());
  const taken = bars.reduce((sum, one) => {
    const box = one.getBoundingClientRect();
    const seen = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    return sum + (box.width > width / 2 && seen > 0 && one.parentElement.closest('.header, nav') === null ? seen : 0);
  }, 0);
  if (taken > innerHeight * 0.5) found.push(`bars take ${Math.round(taken)} of ${innerHeight} px`);
  return found.slice(0, 6);
});

/** The longest of the sample market's addresses and names: what sellers really write. */
async function longest(site, feed, name, count) {
  const lines = (await (await fetch(`${site.url}/feeds/${feed}.jsonl`)).text()).trim().split('\n').map(JSON.parse);
  return lines.sort((a, b) => b[name].length - a[name].length).slice(0, count).map((line) => line.url);
}

journeys('a phone in the sample market', { market: 'sample', viewport: { width: 360, height: 740 }, browsers: ['chromium'] }, (test) => {
  test('holds the longest names', async ({ tab, site }) => {
    const found = [];
    for (const path of [...await longest(site, 'penjual', 'nama_usaha', 6), ...await longest(site, 'produk', 'nama', 6)]) {
      await tab.go(path);
      await tab.find('heading');
      found.push(...(await lost(tab)).map((line) => `${path}: ${line}`));
    }
    assert.deepEqual(found, []);
  });
});

for (const [title, viewport, only] of [
  ['a screen of 320 px', { width: 320, height: 640 }, {}],
  // 1280 × 800 at 200 %.
  ['a zoom of 200 %', { width: 640, height: 400, deviceScaleFactor: 2 }, { browsers: ['chromium'] }],
]) {
  journeys(title, { market: 'fixture', viewport, ...only }, (test) => {
    test('holds every page without loss', async ({ visitor }) => {
      const found = [];
      for (const state of STATES) {
        const tab = await visitor.tab();
        await enter(tab, state);
        found.push(...(await lost(tab)).map((line) => `${state.name}: ${line}`));
        await tab.page.close();
      }
      assert.deepEqual(found, []);
      // Some fifty pages and states in one visit.
    }, { timeout: 400_000 });
  });
}
