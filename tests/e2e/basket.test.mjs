// The basket of the small market: orders at two sellers with variants, ticks, removal, changed prices.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { put } from './support/basket.mjs';
import { readBasket, readMessage, readOrder } from './support/order.mjs';
import { eventually, until } from './support/visitor.mjs';

const TWO_SELLERS = [
  ['sambal-bawang-uji', { choices: [/^Pedas banget/], quantity: 2 }],
  ['kemeja-batik-uji', { choices: [/^XL/, /^Biru/] }],
  ['keripik-tempe-uji', { quantity: 3 }],
  ['sambal-bawang-uji', { choices: [/^Sedang/] }],
];
const fill = async (tab, wanted = TWO_SELLERS) => {
  for (const [code, how] of wanted) await put(tab, code, how);
  await tab.go('/keranjang');
};
/** The links to the first seller, once today's catalogue has given every seller theirs. */
const orderLinks = (tab) => until('the order links', async () => {
  const sections = await readBasket(tab);
  return sections.length > 0 && sections.every(({ orders }) => orders.length > 0) && sections[0].orders;
});
const short = (sections) => sections.map(({ shop, subtotal, lines }) => ({ shop, subtotal, lines: lines.map(({ name, quantity }) => [name, quantity]) }));

journeys('the basket', { market: 'fixture', at: '2026-12-02T12:00' }, (test) => {
  test('each order link says exactly the items, quantities and totals shown, seller by seller', async ({ tab }) => {
    await fill(tab);
    await eventually(async () => short(await readBasket(tab)), [
      { shop: 'Dapur Uji', subtotal: 147000, lines: [['Sambal Bawang Uji', 2], ['Keripik Tempe Uji', 3], ['Sambal Bawang Uji', 1]] },
      { shop: 'Kriya Uji', subtotal: 300000, lines: [['Kemeja Batik Uji', 1]] },
    ], 'the lines');
    await orderLinks(tab);
    const sections = await readBasket(tab);
    const orders = sections.map((section) => section.orders.map(readOrder));
    assert.deepEqual(orders.map((of) => of.map((order) => [order.to, order.number, order.subtotal])), [
      [['Dapur Uji', '6281234567890', 147000]],
      [['Kriya Uji', '6281311112222', 300000]],
    ]);
    assert.deepEqual(orders[0][0].items.map(({ name, choice, quantity, price, total }) => [name, choice, quantity, price, total]), [
      ['Sambal Bawang Uji', 'Pedas: Pedas banget', 2, 35000, 70000],
      ['Keripik Tempe Uji', '', 3, 15000, 45000],
      ['Sambal Bawang Uji', 'Pedas: Sedang', 1, 32000, 32000],
    ]);
    assert.deepEqual(orders[1][0].items.map(({ choice, quantity, total }) => [choice, quantity, total]), [['Ukuran: XL, Warna: Biru', 1, 300000]]);
  });

  test('a changed quantity changes the total and the message at once', async ({ tab }) => {
    await fill(tab, [['keripik-tempe-uji', {}]]);
    await tab.click('button', 'Tambah Keripik Tempe Uji');
    await eventually(async () => short(await readBasket(tab)), [{ shop: 'Dapur Uji', subtotal: 30000, lines: [['Keripik Tempe Uji', 2]] }], 'two of them');
    const orders = await orderLinks(tab);
    assert.deepEqual([readOrder(orders[0]).items[0].quantity, readOrder(orders[0]).subtotal], [2, 30000]);
  });

  test('the header counts what waits to be ordered', async ({ tab }) => {
    await put(tab, 'keripik-tempe-uji', { quantity: 3 });
    await tab.go('/');
    await tab.find('link', /^Keranjang.*3/, await tab.find('navigation', 'Utama'));
  });

  test('"Salin pesan" copies the very message of the link', async ({ tab }) => {
    await tab.page.evaluateOnNewDocument(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });
    });
    await fill(tab, [['kemeja-batik-uji', {}]]);
    const orders = await orderLinks(tab);
    await tab.click('button', 'Salin pesan');
    await eventually(() => tab.page.evaluate(() => window.copied ?? null), readOrder(orders[0]).text, 'the copied text');
    assert.equal(readMessage(await tab.page.evaluate(() => window.copied)).subtotal, 285000);
    await tab.find('status', /disalin/i);
  });

  test('a ticked seller is done: the number falls, the tick stays', async ({ tab }) => {
    await fill(tab, [['keripik-tempe-uji', {}], ['tas-pandan-uji', {}]]);
    await tab.tick('checkbox', 'Sudah kupesan', await tab.find('region', 'Dapur Uji'));
    await tab.find('link', /^Keranjang.*1/, await tab.find('navigation', 'Utama'));
    await tab.reload();
    const box = await tab.find('checkbox', 'Sudah kupesan', await tab.find('region', 'Dapur Uji'));
    assert.equal(await box.evaluate((one) => one.checked), true);
  });

  test('a removed line is gone, and stays gone', async ({ tab }) => {
    await fill(tab, [['keripik-tempe-uji', {}], ['tas-pandan-uji', {}]]);
    await tab.click('button', 'Hapus Keripik Tempe Uji');
    await eventually(async () => (await readBasket(tab)).map((section) => section.shop), ['Kriya Uji'], 'one seller');
    await tab.reload();
    await eventually(async () => (await readBasket(tab)).map((section) => section.shop), ['Kriya Uji'], 'one seller after a reload');
  });

  test('an empty basket says so and leads on', async ({ tab }) => {
    await tab.go('/keranjang');
    await tab.says(/kosong/i);
    assert.ok(await tab.has('link', undefined, await tab.find('main')));
  });

  test('a price that has changed since is told, and the order carries the new one', async ({ tab, site }) => {
    await put(tab, 'keripik-tempe-uji', { quantity: 2 });
    await site.publish((sheet) => sheet.replace('camilan,15.000', 'camilan,17.500'));
    try {
      await tab.go('/keranjang');
      await tab.says(/Rp15\.000 menjadi Rp17\.500/);
      await eventually(async () => readOrder((await readBasket(tab))[0].orders[0]).subtotal, 35000, 'the new subtotal');
    } finally {
      await site.publish();
    }
  });

  test('a product withdrawn since is told', async ({ tab, site }) => {
    await put(tab, 'tas-pandan-uji', {});
    await site.publish((sheet) => sheet.replace(/^tas-pandan-uji.*\n/m, ''));
    try {
      await tab.go('/keranjang');
      await tab.says(/tidak dijual/);
    } finally {
      await site.publish();
    }
  });

  test('the basket can be read while the catalogue cannot be had', async ({ tab, site }) => {
    await put(tab, 'keripik-tempe-uji', {});
    site.fault(/latest\.json/, (_, response) => response.writeHead(503).end());
    await tab.page.goto(`${site.url}/keranjang`, { waitUntil: 'domcontentloaded' });
    await eventually(async () => short(await readBasket(tab)), [{ shop: 'Dapur Uji', subtotal: 15000, lines: [['Keripik Tempe Uji', 1]] }], 'the line');
  });
});
