// The product page of the small market, at fixed moments around its edition of Jumat Beli Lokal.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { readOrder } from './support/order.mjs';
import { eventually } from './support/visitor.mjs';

/** The price beside the name. */
const price = async (tab) => /Rp[\d.]+/.exec(await tab.page.evaluate(() => document.querySelector('h1').parentElement.innerText))[0];
/** The words of the links to order by, the main one first. */
async function orderLinks(tab) {
  const links = await tab.all('link', /^(Pesan|Buka)/, await tab.find('region', 'Pesan'));
  return Promise.all(links.map((link) => link.evaluate((one) => one.textContent.trim())));
}

journeys('a product', { market: 'fixture', at: '2026-12-02T12:00' }, (test) => {
  test('a variant with a surcharge changes the price, and one that is sold out cannot be chosen', async ({ tab }) => {
    await tab.go('/p/sambal-bawang-uji');
    assert.equal(await price(tab), 'Rp32.000');
    await tab.tick('radio', /^Pedas banget/);
    await eventually(() => price(tab), 'Rp35.000', 'the price of the dearer variant');
    const out = await tab.find('radio', /^Tanpa cabai/);
    assert.equal(await out.evaluate((one) => one.disabled), true);
  });

  test('the WhatsApp link says exactly what is chosen, to the seller\'s number', async ({ tab, site }) => {
    await tab.go('/p/kemeja-batik-uji');
    await tab.tick('radio', /^XL/);
    await tab.tick('radio', /^Biru/);
    await tab.click('button', /^Tambah$/, await tab.find('main'));
    await tab.find('textbox', 'Jumlah');
    await eventually(async () => readOrder(await tab.href('link', 'Pesan lewat WhatsApp')).items, [{
      name: 'Kemeja Batik Uji', choice: 'Ukuran: XL, Warna: Biru', quantity: 2, unit: 'pcs', price: 300000, total: 600000,
      code: 'kemeja-batik-uji', address: `${site.url}/p/kemeja-batik-uji`,
    }], 'the order');
    const order = readOrder(await tab.href('link', 'Pesan lewat WhatsApp'));
    assert.equal(order.number, '6281311112222');
    assert.equal(order.subtotal, 600000);
  });

  test('outside the edition WhatsApp is the main way to order, at the normal price', async ({ tab }) => {
    for (const moment of ['2026-11-24T23:59', '2026-11-30T00:01']) {
      tab.site.at(moment);
      await tab.go('/p/keripik-tempe-uji');
      await eventually(() => price(tab), 'Rp15.000', `the price at ${moment}`);
      assert.equal((await orderLinks(tab))[0], 'Pesan lewat WhatsApp', moment);
    }
  });

  test('inside the edition the main link is "Pesan di Tokopedia" at the JBL price, while WhatsApp keeps the normal price', async ({ tab }) => {
    await tab.go('/p/keripik-tempe-uji');
    await eventually(() => price(tab), 'Rp12.000', 'the JBL price');
    assert.equal((await orderLinks(tab))[0], 'Pesan di Tokopedia');
    assert.equal(await tab.href('link', 'Pesan di Tokopedia'), 'https://www.tokopedia.com/dapur-uji/keripik-tempe-uji');
    const order = readOrder(await tab.href('link', 'Pesan lewat WhatsApp'));
    assert.deepEqual([order.items[0].price, order.subtotal], [15000, 15000]);
    assert.doesNotMatch(order.text, /12\.000/);
  }, { at: '2026-11-27T12:00' });

  test('the price turns to the second when the edition ends, without a reload', async ({ tab, site }) => {
    site.at('2026-11-29T23:59:52');
    await tab.go('/p/keripik-tempe-uji');
    await eventually(() => price(tab), 'Rp12.000', 'the JBL price in the last seconds');
    await eventually(() => price(tab), 'Rp15.000', 'the normal price after the end');
    assert.equal((await orderLinks(tab))[0], 'Pesan lewat WhatsApp');
  });

  test('what is sold out cannot be put into the basket', async ({ tab }) => {
    await tab.go('/p/rendang-jengkol-uji');
    await tab.says(/habis/i);
    const buttons = await tab.all('button', 'Tambah ke keranjang');
    for (const button of buttons) assert.equal(await button.evaluate((one) => one.disabled), true);
  });

  test('what is made to order says how long it takes and begins at its least number', async ({ tab }) => {
    await tab.go('/p/nasi-tumpeng-uji');
    await tab.says(/3 hari/);
    const number = await tab.find('textbox', 'Jumlah');
    assert.equal(await number.evaluate((one) => one.value), '10');
    assert.equal(readOrder(await tab.href('link', 'Pesan lewat WhatsApp')).subtotal, 250000);
  });

  test('a seller who has not agreed to it is not written to', async ({ tab, site }) => {
    await tab.go('/p/kopi-bubuk-uji');
    await tab.find('link', 'Pesan di Tokopedia');
    assert.equal(await tab.count('link', /WhatsApp/, await tab.find('main')), 0);
    const seller = await (await fetch(`${site.url}/feeds/penjual.jsonl`)).text();
    assert.doesNotMatch(seller, /85677778888/);
  });

  test('a withdrawn product keeps its page, its seller and the way to similar goods, and search engines forget it', async ({ tab }) => {
    await tab.go('/p/es-lama-uji');
    await tab.find('heading', 'Es Lama Uji');
    await tab.says(/Sudah tidak dijual/);
    await tab.find('link', 'Dapur Uji', await tab.find('main'));
    assert.ok((await tab.cards()).length > 0, 'similar goods');
    assert.equal(await tab.count('button', 'Tambah ke keranjang'), 0);
    assert.equal(await tab.page.evaluate(() => document.querySelector('meta[name=robots]')?.content), 'noindex');
  });

  test('a product gone from the sheets keeps its page as withdrawn', async ({ tab, site }) => {
    await site.publish((sheet) => sheet.replace(/^gelang-rotan-uji.*\n/m, ''));
    try {
      await tab.go('/p/gelang-rotan-uji');
      await tab.says(/Sudah tidak dijual/);
    } finally {
      await site.publish();
    }
  });

  test('further pictures are shown by their buttons', async ({ tab }) => {
    await tab.go('/p/keripik-tempe-uji');
    const shown = () => tab.page.evaluate(() => document.querySelector('main article img').currentSrc || document.querySelector('main article img').src);
    const first = await shown();
    await tab.click('button', 'Foto 2 dari 2');
    await eventually(async () => (await shown()) !== first, true, 'another picture');
  });
});
