// Long names on a phone: nothing is pushed out to the side or hidden.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { lost } from './support/lost.mjs';

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
