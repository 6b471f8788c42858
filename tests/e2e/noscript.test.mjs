// Without scripts: from home to an order, by links alone.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';

/** Opens a page that no program draws. */
const open = async (tab, path) => {
  const answer = await tab.page.goto(`${tab.site.url}${path}`, { waitUntil: 'load' });
  assert.equal(answer.status(), 200, path);
};
/** Goes where a link leads: Firefox's driver cannot wait for a click's page without scripts. */
const follow = async (tab, name, within) => {
  const to = new URL(await tab.href('link', name, within));
  assert.equal(to.origin, tab.site.url);
  await open(tab, to.pathname);
};
const controls = (tab) => tab.page.evaluate(() =>
  [...document.querySelectorAll('button, select, input, summary')].filter((one) => one.checkVisibility() && one.localName !== 'summary').map((one) => one.outerHTML.slice(0, 80)));

journeys('without scripts', { market: 'fixture', at: '2026-11-27T09:00', javascript: false }, (test) => {
  test('a product is found by its kind and ordered, and nothing is shown that does not work', async ({ tab }) => {
    await open(tab, '/');
    await follow(tab, /^Kuliner/);
    await tab.find('heading', 'Kuliner');
    assert.deepEqual(await controls(tab), []);
    await follow(tab, 'Keripik Tempe Uji');
    await tab.find('heading', 'Keripik Tempe Uji');
    assert.deepEqual(await controls(tab), []);
    const order = new URL(await tab.href('link', /^Pesan lewat WhatsApp/));
    assert.equal(`${order.host}${order.pathname}`, 'wa.me/6281234567890');
    assert.match(order.searchParams.get('text'), /1 × Keripik Tempe Uji|Keripik Tempe Uji/);
    assert.equal(await tab.page.title(), 'Keripik Tempe Uji dari Dapur Uji · Pasar Uji');
  });

  test('the promotional price stands with its days beside the normal one, whatever day it is', async ({ tab }) => {
    await open(tab, '/p/keripik-tempe-uji');
    const text = await tab.mainText();
    assert.match(text, /Rp15\.000/);
    assert.match(text, /Harga Jumat Beli Lokal: Rp12\.000, 25–29 Nov 2026, hanya lewat Tokopedia\./);
    assert.doesNotMatch(text, /Berakhir dalam|Berlangsung/);
  });

  test('every seller of a city is listed on its page, and every product on its seller\'s', async ({ tab }) => {
    await open(tab, '/kota/jakarta-pusat');
    await follow(tab, 'Kriya Uji', await tab.find('navigation', 'Semua penjual di Jakarta Pusat'));
    await tab.find('heading', 'Kriya Uji');
    for (const name of ['Kemeja Batik Uji', 'Tas Pandan Uji', 'Gelang Rotan Uji']) await tab.find('link', name);
  });
});
