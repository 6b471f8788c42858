// With the keyboard alone.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { readOrder } from './support/order.mjs';
import { until } from './support/visitor.mjs';

/** What has the focus, and whether that can be seen. */
const look = (tab) => tab.page.evaluate(() => {
  const element = document.activeElement;
  if (element === document.body || element === document.documentElement) return null;
  const label = element.labels?.[0] ?? element;
  const name = (element.getAttribute('aria-label') ?? label.textContent).replace(/\s+/g, ' ').trim();
  // The mark may be drawn on what is seen of the element: its label, its neighbour, its stretched ::after.
  const places = [...document.querySelectorAll(':focus-within')].map((one) => [one]);
  places.push([element, '::after'], [element.nextElementSibling ?? element], [label]);
  const marked = places.some(([one, part]) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one, part);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  // A corner may lie under a bar; not all of it.
  const box = label.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y]));
  const tops = points.map(([x, y]) => document.elementFromPoint(x, y));
  // What was just said lies above the page for some seconds, and goes by itself.
  const uncovered = tops.some((top) => top && (label.contains(top) || element.contains(top) || top.contains(label) || top.closest('.toast-place')));
  const above = [...new Set(tops.map((top) => (top ? `${top.localName}.${top.className}` : 'nothing')))].join(', ');
  const where = `${location.pathname}, ${Math.round(box.top)} px from the top, page scrolled by ${Math.round(scrollY)}, there: ${above}`;
  return { name, tag: element.localName, marked, uncovered, where, inDialog: element.closest('dialog') !== null };
});

/** Presses Tab until the focus is on what is wanted; everything on the way must show that it has the focus. */
async function tabTo(tab, pattern, key = 'Tab') {
  const way = [];
  for (let step = 0; step < 150; step += 1) {
    await tab.press(key);
    let seen = await look(tab);
    if (!seen) continue;
    way.push(seen.name);
    // The mark may come, and a page of many parts scroll, some frames later; on a busy machine frames are long.
    const end = Date.now() + 5000;
    while (!(seen?.marked && seen.uncovered) && Date.now() < end) {
      await tab.page.evaluate(() => new Promise((done) => { setTimeout(done, 30); }));
      seen = await look(tab);
    }
    assert.ok(seen, `the focus went away by itself; the way: ${way.join(' > ')}`);
    assert.ok(seen.marked, `no visible focus on ${seen.tag} "${seen.name}"`);
    assert.ok(seen.uncovered, `the focused ${seen.tag} "${seen.name}" is covered or outside the screen: ${seen.where}`);
    if (pattern.test(seen.name)) return;
  }
  assert.fail(`Tab never came to ${pattern}; the way: ${way.slice(0, 60).join(' > ')}`);
}

journeys('the keyboard', { market: 'fixture', at: '2026-12-02T12:00' }, (test) => {
  test('leads from the address bar to a sent order', async ({ tab, visitor }) => {
    const sent = [];
    visitor.browser.browser.on('targetcreated', (target) => sent.push(target.url()));
    tab.page.on('request', (request) => sent.push(request.url()));
    await tab.go('/');
    await tabTo(tab, /^Cari produk$/);
    await tab.page.keyboard.type('kemeja batik');
    await tab.press('Enter');
    await tab.arrives(/^\/cari\?q=kemeja(\+|%20)batik/);
    await tabTo(tab, /^Kemeja Batik Uji$/);
    await tab.press('Enter');
    await tab.arrives('/p/kemeja-batik-uji');
    await tab.find('button', 'Tambah ke keranjang');
    await tabTo(tab, /^M$/);
    await tab.press('ArrowRight', 'ArrowRight');
    await tabTo(tab, /^Tambah ke keranjang/);
    await tab.press('Space');
    await tab.find('status', /keranjang/i);
    // Backwards: behind the page's end Firefox's driver leaves the window without focus.
    await tabTo(tab, /^Keranjang/, 'Shift+Tab');
    await tab.press('Enter');
    await tab.arrives('/keranjang');
    await tab.find('link', 'Pesan lewat WhatsApp');
    await tabTo(tab, /^Pesan lewat WhatsApp/);
    // Firefox's driver does not tell of a tab that leads out of the network: there the link that is followed speaks.
    await tab.page.evaluate(() => addEventListener('click', (event) => {
      window.followed = event.isTrusted ? event.target.closest('a')?.href : undefined;
    }, true));
    await tab.press('Enter');
    const order = await until('a request to WhatsApp', async () => {
      const followed = await tab.page.evaluate(() => window.followed ?? '');
      return [...sent, followed].find((url) => url.startsWith('https://wa.me/'));
    });
    assert.deepEqual(readOrder(order).items.map(({ choice, total }) => [choice, total]), [['Ukuran: XL, Warna: Merah', 300000]]);
  });

  test('skips to the content with the first key', async ({ tab }) => {
    await tab.go('/');
    await tab.press('Tab');
    assert.equal((await look(tab)).name, 'Lewati ke isi');
    await tab.press('Enter');
    await until('the focus in the content', () => tab.page.evaluate(() => document.activeElement.id === 'isi'));
    await tab.press('Tab');
    assert.ok(await tab.page.evaluate(() => document.querySelector('main').contains(document.activeElement)));
  });

  test('moves the focus to the content when another page opens', async ({ tab }) => {
    await tab.go('/');
    await tab.click('link', 'Cari', await tab.find('navigation', 'Utama'));
    await tab.arrives('/cari');
    await until('the focus in the content', () => tab.page.evaluate(() => document.activeElement.id === 'isi'));
  });

  for (const [what, path, opener] of [['area', '/', /Ganti wilayah/], ['filter', '/cari', /^Saring/], ['share', '/p/kue-cubit-uji', /^Bagikan/]]) {
    test(`stays inside the ${what} dialog and returns where it came from`, async ({ tab }) => {
      await tab.page.evaluateOnNewDocument(() => delete Navigator.prototype.share);
      await tab.go(path);
      await tab.find('button', opener);
      await tabTo(tab, opener);
      await tab.press('Enter');
      await tab.find('dialog');
      for (let step = 0; step < 70; step += 1) {
        await tab.press(step % 9 === 8 ? 'ArrowDown' : 'Tab');
        const seen = await look(tab);
        // Between the last and the first control a browser may pass through its own.
        if (seen) assert.ok(seen.inDialog, `the focus went out to "${seen.name}"`);
      }
      await tab.press('Escape');
      await tab.gone('dialog');
      assert.match((await look(tab)).name, opener);
    });
  }
});
