// Food and drink for a meeting: what is asked, what can be had, and the table that procurement wants.
import assert from 'node:assert/strict';
import { keepDownloads } from './support/downloads.mjs';
import { journeys } from './support/journey.mjs';
import { rupiah, table } from './support/planner.mjs';
import { both } from './support/reopen.mjs';

const TEBET = '31.74.01';

/** Opens the planner with a place, which nobody can guess. */
async function open(tab) {
  await tab.go('/rapat');
  await tab.says(/Lengkapi kebutuhannya/);
  await tab.choose('Diantar ke kecamatan', TEBET);
}

const total = async (tab) => rupiah((await tab.text('status', /per orang/)).match(/Rp[\d.]+$/)[0]);

journeys('meetings', { market: 'sample', at: '2026-12-02T12:00' }, (test) => {
  test('a plan comes from several sellers, within the budget, and its table adds up', async ({ tab }) => {
    await open(tab);
    await tab.find('heading', 'Perkiraan biaya');
    const sum = await total(tab);
    assert.ok(sum > 0 && sum <= 20 * 30_000, String(sum));
    const rows = await table(tab, 'Tabel spesifikasi');
    assert.ok(new Set(rows.map(([, seller]) => seller)).size >= 3, JSON.stringify(rows));
    assert.equal(rows.reduce((all, row) => all + rupiah(row[4]), 0), sum);
    for (const [name, , count, price, all] of rows) assert.equal(rupiah(count.split(' ')[0]) * rupiah(price), rupiah(all), name);
    // Procurement is entered by its own page.
    assert.equal(await tab.href('link', 'Masuk e-Order'), 'https://bppbj.jakarta.go.id/');
  });

  test('the table is saved as a workbook and as CSV, and other programs read in both what is shown', async ({ tab }) => {
    await keepDownloads(tab);
    await open(tab);
    await tab.find('heading', 'Perkiraan biaya');
    const shown = await table(tab, 'Tabel spesifikasi');
    const sheets = await both(tab, 'spesifikasi-rapat');
    assert.deepEqual([...sheets.keys()], ['Tabel spesifikasi']);
    const [headings, ...rows] = sheets.get('Tabel spesifikasi');
    assert.deepEqual(headings.slice(0, 9), ['No', 'Barang', 'Pilihan', 'Satuan', 'Harga', 'Jumlah', 'Total', 'Penjual', 'Pajak']);
    const [version, sum] = [rows.pop(), rows.pop()];
    assert.match(version[2], /2026$/);
    assert.equal(sum[6], await total(tab));
    const told = rows.map(([number, name, choice, unit, price, count, all, seller, tax]) => [number, choice ? `${name} (${choice})` : name, seller, count, unit, price, all, tax]);
    const expected = shown.map(([name, seller, count, price, all, tax], at) => {
      const [, number, unit] = count.match(/^([\d.]+) (.*)$/);
      return [at + 1, name, seller, rupiah(number), unit, rupiah(price), rupiah(all), tax];
    });
    assert.deepEqual(told, expected);
    const links = await tab.page.evaluate(() => [...document.querySelectorAll('.package__item a')].map((one) => one.href));
    for (const row of rows) assert.ok(links.some((link) => new URL(link).pathname === new URL(row[10]).pathname), row[10]);
  });

  test('a wish that nobody can meet says what would help, and that helps', async ({ tab }) => {
    await open(tab);
    await tab.find('heading', 'Perkiraan biaya');
    await tab.fill('textbox', 'Anggaran per orang', '1.000');
    await tab.press('Tab');
    await tab.find('heading', 'Belum ada yang memenuhi semuanya');
    const told = (await tab.mainText()).match(/Naikkan anggaran menjadi (Rp[\d.]+) per orang/);
    assert.ok(told, await tab.mainText());
    await tab.fill('textbox', 'Anggaran per orang', told[1]);
    await tab.press('Tab');
    await tab.find('heading', 'Perkiraan biaya');
    assert.ok((await total(tab)) <= 20 * rupiah(told[1]));
  });

  test('what is changed by hand is checked again', async ({ tab }) => {
    await open(tab);
    await tab.find('heading', 'Perkiraan biaya');
    const before = await table(tab, 'Tabel spesifikasi');
    for (const [name] of before) await tab.click('button', `Keluarkan ${name.split(' (')[0]}`);
    await tab.says(/Kudapan baru cukup untuk 0 orang/);
    await tab.page.evaluate(() => { document.querySelector('.planner__choices').open = true; });
    await tab.click('button', /^Masukkan /);
    assert.equal((await table(tab, 'Tabel spesifikasi')).length, 1);
  });

  test('what is asked is kept for the tab, and an amount that cannot be read is said at its field', async ({ tab }) => {
    await open(tab);
    await tab.click('button', 'Makan');
    await tab.fill('textbox', 'Anggaran per orang', '60.000');
    await tab.press('Tab');
    await tab.reload();
    assert.equal(await (await tab.find('textbox', 'Anggaran per orang')).evaluate((one) => one.value), 'Rp60.000');
    await tab.find('heading', 'Makan');
    await tab.fill('textbox', 'Anggaran per orang', 'enam puluh');
    await tab.press('Tab');
    await tab.says(/Belum terbaca\. Tulis rupiah bulat/);
  });
});
