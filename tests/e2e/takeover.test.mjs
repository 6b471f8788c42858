// A page is there before the app, and the app takes it over: nothing moves, and nothing that was begun is lost.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { readBasket } from './support/order.mjs';
import { held } from './support/site.mjs';
import { eventually, until } from './support/visitor.mjs';

/** As far as the page can be seen. */
async function open(tab, path) {
  await tab.page.goto(`${tab.site.url}${path}`, { waitUntil: 'domcontentloaded' });
  await until('the style sheet', () => tab.page.evaluate(() => document.styleSheets.length > 0));
}
/** The app, or the data, come when `release()` is called. */
function waitFor(site, what) {
  const slow = held();
  site.fault(what, slow);
  return slow;
}
const APP = /\.wasm/;
const DATA = /latest\.json/;
const isWritten = (tab) => tab.page.evaluate(() => document.getElementById('terbitan') !== null);
const isPressed = async (tab, name) => (await tab.find('button', name)).evaluate((one) => one.ariaPressed === 'true');
const ready = (tab) => until('the app to run', () => tab.page.evaluate(() => document.documentElement.dataset.app === 'ready'));

journeys('a page before the app', { market: 'fixture', at: '2026-11-27T12:00' }, (test) => {
  test('is read before the app has come', async ({ tab, site }) => {
    const app = waitFor(site, APP);
    await open(tab, '/p/keripik-tempe-uji');
    await tab.find('heading', 'Keripik Tempe Uji');
    assert.match(await tab.mainText(), /Rp15\.000/);
    await tab.find('link', /^Pesan lewat WhatsApp/);
    app.release();
    await tab.started();
    assert.match(await tab.mainText(), /Rp12\.000/, 'the price of the edition that is on');
  });

  test('stays until the data are there, in the frame that is written', async ({ tab, site }) => {
    const data = waitFor(site, DATA);
    await open(tab, '/kategori/kuliner');
    await ready(tab);
    assert.ok(await isWritten(tab));
    const before = await tab.cards();
    assert.ok(before.length > 0);
    assert.equal(await tab.count('banner'), 1);
    assert.equal(await tab.count('main'), 1);
    data.release();
    await tab.settled();
    assert.deepEqual((await tab.cards()).map(({ name }) => name).sort(), before.map(({ name }) => name).sort());
  });

  for (const path of ['/p/es-lama-uji', '/p/kue-cubit-uji']) {
    test(`${path} keeps its similar goods while the app awaits their cards`, async ({ tab, site }) => {
      const cards = waitFor(site, /data\/cards-/);
      await open(tab, path);
      await ready(tab);
      const before = await tab.cards();
      assert.ok(before.length > 0);
      // Were the page given away without them, it would be within this time: everything else is there.
      await new Promise((done) => { setTimeout(done, 1500); });
      assert.deepEqual(await tab.cards(), before);
      cards.release();
      await tab.settled();
      assert.ok((await tab.cards()).length > 0);
    });
  }

  test('the order bar keeps its place while the data are awaited, and gives it back', async ({ tab, site }) => {
    const data = waitFor(site, DATA);
    const product = waitFor(site, /data\/products-/);
    const hasBar = () => tab.page.evaluate(() => [...document.querySelectorAll('.nav')].some((nav) => nav.checkVisibility()));
    await open(tab, '/p/kue-cubit-uji');
    await ready(tab);
    data.release();
    await until('the app\'s frame', () => tab.page.evaluate(() => document.querySelector('main > #terbitan') !== null));
    assert.equal(await hasBar(), false, 'the bottom bar over the order bar');
    product.release();
    await tab.settled();
    assert.equal(await hasBar(), false);
    await tab.click('link', 'Kuliner', await tab.find('main'));
    await tab.arrives('/kategori/kuliner');
    assert.equal(await hasBar(), true, 'the bottom bar of other pages');
  });

  test('what is typed, and where, goes along', async ({ tab, site }) => {
    const app = waitFor(site, APP);
    await open(tab, '/');
    await tab.fill('searchbox', 'Cari produk', 'kemeja');
    app.release();
    await tab.started();
    const field = await tab.find('searchbox', 'Cari produk');
    await eventually(() => field.evaluate((one) => [one.value, document.activeElement === one]), ['kemeja', true], 'the field');
    await tab.page.keyboard.type(' batik');
    await tab.press('Enter');
    await tab.arrives(/^\/cari\?q=kemeja(\+|%20)batik/);
  });

  for (const [what, cause] of [['the app', APP], ['the data', DATA]]) {
    test(`what is pressed and chosen before ${what} is done after`, async ({ tab, site }) => {
      const slow = waitFor(site, cause);
      await open(tab, '/p/kemeja-batik-uji');
      await tab.tick('radio', /^XL/);
      await tab.click('button', /^Tambah ke keranjang/);
      slow.release();
      await tab.started();
      await tab.find('status', /keranjang/i);
      await tab.go('/keranjang');
      await eventually(async () => (await readBasket(tab)).flatMap(({ lines }) => lines.map(({ code, text }) => [code, /XL/.test(text)])),
        [['kemeja-batik-uji', true]], 'the line');
    });
  }

  test('a heart is filled before the app has come, and what it saves is saved', async ({ tab, site }) => {
    const app = waitFor(site, APP);
    await open(tab, '/kategori/kuliner');
    await until('the heart to answer', async () => {
      if (await isPressed(tab, 'Simpan Kue Cubit Uji')) return true;
      await tab.click('button', 'Simpan Kue Cubit Uji');
      return isPressed(tab, 'Simpan Kue Cubit Uji');
    });
    // Twice is as if never.
    for (const _ of [1, 2]) await tab.click('button', 'Simpan Sambal Bawang Uji');
    assert.equal(await isPressed(tab, 'Simpan Sambal Bawang Uji'), false);
    app.release();
    await tab.started();
    await eventually(() => isPressed(tab, 'Simpan Kue Cubit Uji'), true, 'the heart, by the app');
    assert.equal(await isPressed(tab, 'Simpan Sambal Bawang Uji'), false);
    await tab.go('/simpan');
    await eventually(async () => (await tab.cards()).map(({ name }) => name), ['Kue Cubit Uji'], 'what is saved');
  });

  test('a heart that is filled anew keeps what was saved already', async ({ tab, site }) => {
    await tab.go('/kategori/kuliner');
    await tab.click('button', 'Simpan Kue Cubit Uji');
    await eventually(() => isPressed(tab, 'Simpan Kue Cubit Uji'), true, 'the heart');
    const data = waitFor(site, DATA);
    await open(tab, '/kategori/kuliner');
    await ready(tab);
    // As it is written, for everybody, it is empty.
    assert.equal(await isPressed(tab, 'Simpan Kue Cubit Uji'), false);
    await tab.click('button', 'Simpan Kue Cubit Uji');
    data.release();
    await tab.settled();
    await tab.go('/simpan');
    await eventually(async () => (await tab.cards()).map(({ name }) => name), ['Kue Cubit Uji'], 'what is saved');
  });

  test('what is far below is laid out once the app is there', async ({ tab }) => {
    await tab.go('/');
    await eventually(() => tab.page.evaluate(() => document.querySelectorAll('.is-below').length), 0, 'pieces that wait');
    const last = () => tab.page.evaluate(() => [...document.querySelectorAll('.product-card')].at(-1).innerText);
    assert.match(await last(), /Rp/);
  });

  test('the focus stays on the link it was on', async ({ tab, site }) => {
    const app = waitFor(site, APP);
    await open(tab, '/kategori/kuliner');
    const link = await tab.find('link', 'Kue Cubit Uji', await tab.find('main'));
    await link.focus();
    app.release();
    await tab.started();
    assert.deepEqual((await tab.focused()).name, 'Kue Cubit Uji');
  });

  test('a link that is followed before the data are there leads on without loading anew', async ({ tab, site }) => {
    const data = waitFor(site, DATA);
    await open(tab, '/kategori/kuliner');
    await ready(tab);
    await tab.page.evaluate(() => { window.here = true; });
    await tab.click('link', 'Kue Cubit Uji', await tab.find('main'));
    await until('the other address', async () => (await tab.address()) === '/p/kue-cubit-uji');
    await until('the written page to go', async () => !(await isWritten(tab)));
    data.release();
    await tab.find('button', /^Tambah ke keranjang/);
    assert.equal(await tab.page.evaluate(() => window.here), true);
  });

  test('a list that was asked for by words never shows the whole one', async ({ tab, site }) => {
    const app = waitFor(site, APP);
    await open(tab, '/cari?q=kemeja');
    await until('the list of everybody to be hidden', async () => (await tab.cards()).length === 0
      || tab.page.evaluate(() => getComputedStyle(document.querySelector('main')).visibility === 'hidden'));
    app.release();
    await tab.started();
    assert.deepEqual((await tab.cards()).map(({ name }) => name), ['Kemeja Batik Uji']);
  });

  test('an address with a trace of where it was shared is the page itself', async ({ tab, site }) => {
    const app = waitFor(site, APP);
    await open(tab, '/kategori/kuliner?utm_source=wa&fbclid=x');
    assert.ok((await tab.cards()).length > 0);
    app.release();
    await tab.started();
  });
});

journeys('a page that is taken over', { market: 'fixture', at: '2026-11-20T12:00', browsers: ['chromium'] }, (test) => {
  for (const path of ['/', '/kategori/kuliner', '/p/kue-cubit-uji', '/p/kemeja-batik-uji', '/toko/dapur-uji', '/jbl', '/kota/jakarta-pusat', '/tentang', '/acara', '/program', '/gebetan', '/rapat', '/daftar']) {
    for (const viewport of [{ width: 360, height: 740 }, { width: 1280, height: 800 }]) {
      test(`${path} does not move at ${viewport.width} px`, async ({ tab, site }) => {
        await tab.page.setViewport(viewport);
        const app = waitFor(site, APP);
        await open(tab, path);
        await tab.page.evaluate(() => {
          window.moved = [];
          const told = ({ node }) => node && `${node.nodeName} ${node.className ?? ''}`;
          new PerformanceObserver((list) => window.moved.push(...list.getEntries().map(({ value, sources }) => ({ value, of: sources.map(told) }))))
            .observe({ type: 'layout-shift', buffered: true });
        });
        app.release();
        await tab.started();
        // What is painted next is what would have moved.
        await tab.page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
        const moved = await tab.page.evaluate(() => window.moved);
        assert.ok(moved.reduce((sum, { value }) => sum + value, 0) <= 0.01, JSON.stringify(moved));
      });
    }
  }
});
