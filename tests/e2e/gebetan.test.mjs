// Gebetan: a round's packages are filled within their price, changed by hand, and handed to the cooperative.
import assert from 'node:assert/strict';
import { keepDownloads, saved } from './support/downloads.mjs';
import { journeys } from './support/journey.mjs';
import { rupiah, table } from './support/planner.mjs';

/** The packages as they are shown: their price, what they may cost, and what stands in them. */
const packages = (tab) => tab.page.evaluate(() => [...document.querySelectorAll('.package')].map((one) => ({
  name: one.querySelector('h3').textContent,
  told: one.querySelector('.package__head p').textContent,
  items: [...one.querySelectorAll('.package__item')].map((item) => ({
    name: item.querySelector('a').textContent,
    seller: item.querySelector('.meta').textContent.trim(),
    line: item.querySelector('.package__price').textContent,
  })),
})));

async function wish(tab, name, count) {
  for (let n = 0; n < count; n += 1) await tab.click('button', `Tambah paket ${name}`);
}

journeys('Gebetan', { market: 'sample', at: '2026-12-02T12:00' }, (test) => {
  test('packages are filled from at least three sellers of the round and never cost more than they may', async ({ tab }) => {
    await tab.go('/gebetan');
    await tab.find('heading', 'Gebetan UMKM');
    await tab.says(/Pesan paling lambat\s+Rabu 9 Des, 15\.00 WIB/);
    await wish(tab, 'Staf', 3);
    await wish(tab, 'Eselon III', 1);
    await tab.find('heading', 'Isi bingkisan');
    const shown = await packages(tab);
    assert.deepEqual(shown.map((one) => one.name), ['Staf', 'Eselon III']);
    for (const { told, items } of shown) {
      const [count, price, budget] = told.match(/[\d.]+/g).map(rupiah);
      const sum = items.map(({ line }) => line.match(/[\d.]+/g).map(rupiah)).reduce((all, [quantity, each]) => all + quantity * each, 0);
      assert.equal(sum, price, told);
      assert.ok(price <= budget && price >= budget * 0.8, told);
      assert.ok(new Set(items.map(({ seller }) => seller)).size >= 3, JSON.stringify(items));
      assert.equal(new Set(items.map(({ seller }) => seller)).size, items.length, 'each item is of another seller');
      assert.ok(count > 0);
    }
    // What the sellers are to deliver is what the packages hold.
    const sum = shown.map(({ told }) => told.match(/[\d.]+/g).map(rupiah)).reduce((all, [count, price]) => all + count * price, 0);
    const sellers = await table(tab, 'Pesanan per penjual');
    assert.equal(sellers.reduce((all, row) => all + rupiah(row.at(-1)), 0), sum);
  });

  test('an item is exchanged for another one that fits', async ({ tab }) => {
    await tab.go('/gebetan');
    await wish(tab, 'Staf', 2);
    await tab.find('heading', 'Isi bingkisan');
    const [before] = await packages(tab);
    await tab.click('button', new RegExp(`^Ganti ${before.items[0].name.replace(/[^\w]/g, '.')}`));
    const dialog = await tab.find('dialog');
    const choice = await tab.text('button', /Rp/, dialog);
    await tab.click('button', /Rp/, dialog);
    await tab.gone('dialog');
    const [after] = await packages(tab);
    assert.notDeepEqual(after.items[0], before.items[0]);
    assert.ok(choice.includes(after.items[0].name.split(' (')[0]), `${choice} | ${after.items[0].name}`);
    assert.deepEqual(after.items.slice(1), before.items.slice(1));
    const [, price, budget] = after.told.match(/[\d.]+/g).map(rupiah);
    assert.ok(price <= budget, after.told);
  });

  test('the cooperative is written to with everything that is shown, and with nothing about a person', async ({ tab }) => {
    await tab.go('/gebetan');
    await tab.fill('textbox', 'Nama kantor (sudin atau UPT)', 'Sudin PPKUKM Jakarta Timur');
    await tab.press('Tab');
    await wish(tab, 'Staf', 2);
    await tab.find('heading', 'Isi bingkisan');
    const [{ items }] = await packages(tab);
    const link = new URL(await tab.href('link', 'Kirim ke koperasi'));
    assert.equal(link.host, 'wa.me');
    const text = link.searchParams.get('text');
    assert.match(text, /Kantor: Sudin PPKUKM Jakarta Timur\n2 × Staf \(Rp100\.000\): /);
    for (const { name } of items) assert.ok(text.includes(name.split(' (')[0]), `${name} in ${text}`);
    // A reload of the tab keeps what was typed.
    await tab.reload();
    await tab.find('heading', 'Isi bingkisan');
    assert.deepEqual((await packages(tab))[0].items, items);
  });

  test('the order is saved as a table that adds up to what is shown, and in which no cell is a formula', async ({ tab }) => {
    await keepDownloads(tab);
    await tab.go('/gebetan');
    await tab.fill('textbox', 'Nama kantor (sudin atau UPT)', '=1+1 "Sudin", Timur');
    await tab.press('Tab');
    await wish(tab, 'Staf', 2);
    await wish(tab, 'Eselon III', 1);
    await tab.find('heading', 'Isi bingkisan');
    const shown = await table(tab, 'Pesanan per penjual');
    await tab.click('button', 'Unduh CSV');
    const text = (await saved(tab, 'pesanan-bingkisan.csv')).toString('utf8');
    assert.ok(text.startsWith('\ufeff"Kantor","Paket",'), text.slice(0, 40));
    const cells = (line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell.replaceAll('""', '"'));
    const rows = text.slice(1).trimEnd().split('\r\n').map(cells);
    assert.ok(rows.slice(1).every(([office]) => office === `'=1+1 "Sudin", Timur`), text);
    assert.equal(rows.slice(1).reduce((all, row) => all + Number(row.at(-1)), 0), shown.reduce((all, row) => all + rupiah(row.at(-1)), 0));
  });

  test('a round that has closed says so, and another month can be chosen', async ({ tab }) => {
    await tab.go('/gebetan');
    await wish(tab, 'Staf', 1);
    await tab.choose('Bulan', 'gebetan-2026-11');
    await tab.says(/sudah ditutup sejak/);
    assert.equal(await tab.count('link', 'Kirim ke koperasi'), 0);
    await tab.choose('Bulan', 'gebetan-2027-01');
    await tab.find('heading', 'Isi bingkisan');
  });
});
