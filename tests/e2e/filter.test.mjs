// Filtering and sorting the sample market. What should remain is counted from its public feed.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { eventually } from './support/visitor.mjs';

const feed = async (site) => {
  const text = await (await fetch(`${site.url}/feeds/produk.jsonl`)).text();
  return text.trim().split('\n').map((line) => JSON.parse(line));
};
const SOUTH = '31.74';

journeys('filtering on a desk', { market: 'sample', at: '2026-11-22T12:00', viewport: { width: 1280, height: 800 } }, (test) => {
  test('a facet says how many products each of its values would leave', async ({ tab, site }) => {
    const products = await feed(site);
    await tab.go('/cari?stok=siap');
    const group = await tab.find('group', 'Kategori');
    for (const [kategori, label] of [['kuliner', 'Kuliner'], ['fashion', 'Fashion'], ['kriya', 'Kriya']]) {
      const wanted = products.filter((one) => one.kategori === kategori && one.stok === 'siap').length;
      const shown = await tab.find('checkbox', new RegExp(`^${label}`), group);
      const text = await shown.evaluate((one) => one.labels[0].textContent);
      assert.equal(Number(/([\d.]+)\s*$/.exec(text)[1].replaceAll('.', '')), wanted, label);
    }
  });

  test('two values of a facet add up, two facets narrow down', async ({ tab, site }) => {
    const products = await feed(site);
    const inTwo = products.filter((one) => ['fashion', 'kriya'].includes(one.kategori));
    await tab.go('/cari');
    await tab.tick('checkbox', /^Fashion/, await tab.find('group', 'Kategori'));
    await tab.tick('checkbox', /^Kriya/, await tab.find('group', 'Kategori'));
    await eventually(() => tab.resultCount(), inTwo.length, 'both categories');
    await tab.tick('checkbox', /^Jakarta Selatan/, await tab.find('group', 'Kota'));
    await eventually(() => tab.resultCount(), inTwo.filter((one) => one.kota === SOUTH).length, 'in one city');
    assert.equal(await tab.address(), '/cari?kategori=fashion,kriya&kota=jakarta-selatan');
  });

  test('an address with every facet shows what it says, ticked', async ({ tab, site }) => {
    const wanted = (await feed(site)).filter((one) => one.kategori === 'kuliner' && one.kota === SOUTH && one.harga >= 15000 && one.harga <= 50000 && one.stok === 'siap');
    await tab.go('/cari?kategori=kuliner&kota=jakarta-selatan&harga_min=15000&harga_max=50000&stok=siap&urut=termurah');
    assert.equal(await tab.resultCount(), wanted.length);
    const ticked = await tab.page.evaluate(() => [...document.querySelectorAll('main input[type=checkbox]:checked')].map((one) => one.labels[0].textContent.replace(/[\d.]+\s*$/, '').trim()));
    assert.deepEqual(ticked, ['Kuliner', 'Jakarta Selatan', 'Siap']);
    const prices = (await tab.cards()).map((card) => Number(card.price.slice(2).replaceAll('.', '')));
    assert.deepEqual(prices, [...prices].sort((a, b) => a - b));
  });

  test('a chip takes its filter away again', async ({ tab, site }) => {
    const products = await feed(site);
    await tab.go('/cari?kategori=kriya&kota=jakarta-selatan');
    await tab.click('button', /^Hapus saringan Jakarta Selatan/);
    await tab.arrives('/cari?kategori=kriya');
    await eventually(() => tab.resultCount(), products.filter((one) => one.kategori === 'kriya').length, 'the category alone');
  });

  test('Back after a product restores the filters, ticks and results', async ({ tab }) => {
    await tab.go('/cari');
    await tab.tick('checkbox', /^Kriya/, await tab.find('group', 'Kategori'));
    await tab.arrives('/cari?kategori=kriya');
    const before = await tab.cards();
    await tab.click('link', before[0].name, await tab.find('main'));
    await tab.arrives(before[0].href);
    await tab.back();
    await tab.arrives('/cari?kategori=kriya');
    await eventually(() => tab.cards(), before, 'the same results');
    const box = await tab.find('checkbox', /^Kriya/);
    assert.equal(await box.evaluate((one) => one.checked), true);
  });

  test('prices are typed in rupiah and bound the results', async ({ tab }) => {
    await tab.go('/cari');
    await tab.fill('textbox', /^Paling mahal/, '20000');
    await tab.press('Tab');
    await tab.arrives('/cari?harga_max=20000');
    const prices = (await tab.cards()).map((card) => Number(card.price.slice(2).replaceAll('.', '')));
    assert.ok(prices.length > 0 && prices.every((price) => price <= 20000), prices.join(' '));
  });

  test('the order is chosen from a list and stands in the address', async ({ tab }) => {
    await tab.go('/cari?kategori=kriya');
    const option = await (await tab.find('combobox', 'Urutkan')).evaluate((one) => [...one.options].find((each) => each.text === 'Termahal').value);
    await tab.choose('Urutkan', option);
    await tab.arrives('/cari?kategori=kriya&urut=termahal');
    const prices = (await tab.cards()).map((card) => Number(card.price.slice(2).replaceAll('.', '')));
    assert.deepEqual(prices, [...prices].sort((a, b) => b - a));
  });
});

journeys('filtering on a phone', { market: 'sample', at: '2026-11-22T12:00' }, (test) => {
  test('the filters open as a dialog that says how many products remain', async ({ tab, site }) => {
    const wanted = (await feed(site)).filter((one) => one.kategori === 'fashion').length;
    await tab.go('/cari');
    await tab.click('button', /^Saring/);
    const dialog = await tab.find('dialog', 'Saring');
    await tab.tick('checkbox', /^Fashion/, dialog);
    await tab.click('button', `Lihat ${wanted} produk`, dialog);
    await tab.gone('dialog');
    assert.equal(await tab.resultCount(), wanted);
    await tab.find('button', /^Hapus saringan Fashion/);
  });

  test('Back takes the filter away again', async ({ tab }) => {
    await tab.go('/cari');
    const all = await tab.resultCount();
    await tab.click('button', /^Saring/);
    await tab.tick('checkbox', /^Kriya/, await tab.find('dialog', 'Saring'));
    await tab.arrives('/cari?kategori=kriya');
    await tab.click('button', 'Tutup', await tab.find('dialog', 'Saring'));
    await tab.back();
    await tab.arrives('/cari');
    await eventually(() => tab.resultCount(), all, 'everything again');
  });
});
