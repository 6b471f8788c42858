// Gebetan: a round's packages are filled within their price, changed by hand, and handed to the cooperative.
import assert from 'node:assert/strict';
import { keepDownloads } from './support/downloads.mjs';
import { journeys } from './support/journey.mjs';
import { rupiah, table } from './support/planner.mjs';
import { both, download } from './support/reopen.mjs';
import { broken } from './support/site.mjs';
import { until } from './support/visitor.mjs';

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

  test('the order is saved as a workbook and as CSV, and other programs read in both what is shown', async ({ tab }) => {
    await keepDownloads(tab);
    await tab.go('/gebetan');
    await wish(tab, 'Staf', 2);
    await wish(tab, 'Eselon III', 1);
    // What would be a formula, and digits that would be rounded as a number.
    for (const office of ['=1+1 "Sudin", Timur', '+62', '@sudin', '3174051501900003']) {
      await tab.fill('textbox', 'Nama kantor (sudin atau UPT)', office);
      await tab.press('Tab');
      await tab.find('heading', 'Isi bingkisan');
      const sheets = await both(tab, 'pesanan-bingkisan');
      assert.deepEqual([...sheets.keys()], ['Pesanan', 'Pesanan per penjual']);

      const expected = (await packages(tab)).flatMap(({ name, told, items }) => {
        const count = rupiah(told.match(/^[\d.]+/)[0]);
        return items.map((item) => {
          const [, quantity, unit, price] = item.line.match(/^(\d+) (.*) × (Rp[\d.]+)$/);
          const pieces = count * quantity;
          return [office, name, count, item.name, item.seller, Number(quantity), pieces, unit, rupiah(price), rupiah(price) * pieces];
        });
      });
      const all = expected.reduce((sum, row) => sum + row.at(-1), 0);
      const [headings, ...rows] = sheets.get('Pesanan');
      assert.deepEqual(headings, ['Kantor', 'Paket', 'Jumlah paket', 'Barang', 'Pilihan', 'Penjual', 'Per paket', 'Seluruhnya', 'Satuan', 'Harga', 'Nilai']);
      const [[, link], sum] = [rows.pop(), rows.pop()];
      assert.deepEqual([sum[0], sum.at(-1)], ['Seluruhnya', all]);
      const shown = rows.map(([from, paket, count, good, choice, ...others]) => [from, paket, count, choice ? `${good} (${choice})` : good, ...others]);
      assert.deepEqual(shown, expected);
      const message = new URL(await tab.href('link', 'Kirim ke koperasi')).searchParams.get('text');
      assert.ok(message.endsWith(`\n${link}`), `${link} in ${message}`);

      const sellers = (await table(tab, 'Pesanan per penjual')).map(([seller, goods, value]) => [seller, goods.split('\n').filter(Boolean), rupiah(value)]);
      const [, ...bySeller] = sheets.get('Pesanan per penjual');
      assert.equal(bySeller.pop().at(-1), all);
      const told = sellers.map(([seller]) => {
        const own = bySeller.filter(([one]) => one === seller);
        return [seller, own.map(([, good, pieces, unit]) => `${pieces} ${unit} ${good}`), own.reduce((value, row) => value + row.at(-1), 0)];
      });
      assert.deepEqual(told, sellers);
      assert.equal(bySeller.length, sellers.flatMap(([, goods]) => goods).length);
    }
  });

  test('where workbooks cannot be made, that is said, and CSV is still there', async ({ tab, site }) => {
    await keepDownloads(tab);
    site.fault(/\/papers-/, broken);
    await tab.go('/gebetan');
    await wish(tab, 'Staf', 1);
    await tab.find('heading', 'Isi bingkisan');
    await tab.click('button', 'Unduh XLSX');
    await tab.find('status', /Berkas XLSX belum bisa dibuat/);
    assert.match((await download(tab, 'Unduh CSV', 'pesanan-bingkisan.csv')).toString(), /"Seluruhnya"/);
    // The next try fetches it anew.
    site.mend();
    assert.ok((await download(tab, 'Unduh XLSX', 'pesanan-bingkisan.xlsx')).length > 1000);
  });

  test('an office names who gets which package, and no name and no NIP goes anywhere unless it is wanted', async ({ tab, visitor }) => {
    await keepDownloads(tab);
    await tab.go('/gebetan');
    await tab.fill('textbox', 'Nama kantor (sudin atau UPT)', 'Sudin Uji');
    await tab.press('Tab');
    await tab.click('button', 'Tulis nama penerima Staf');
    const field = await tab.find('textbox', /satu nama per baris/i);
    await field.type('Siti Zulaekha; 199001012023211004\nWiryawan\nRatna; 12345\n=1+1\n');
    await tab.click('button', 'Masukkan ke daftar');
    // What cannot be taken is said, and stays to be mended.
    await tab.says(/Baris 1: NIP harus 18 angka/);
    assert.equal(await field.evaluate((one) => one.value), 'Ratna; 12345');
    await tab.says(/Siti Zulaekha, NIP ••••••••••••••1004/);
    await tab.says(/3 orang/);
    await tab.find('heading', 'Isi bingkisan');
    const [{ told }] = await packages(tab);
    assert.match(told, /^3 bingkisan/);

    const expected = [['Sudin Uji', 'Staf', 'Siti Zulaekha', '••••••••••••••1004'], ['Sudin Uji', 'Staf', 'Wiryawan', ''], ['Sudin Uji', 'Staf', '=1+1', '']];
    assert.deepEqual(await table(tab, 'Penerima'), expected);
    const section = await (await tab.find('region', 'Penerima')).evaluateHandle((one) => one.closest('section'));
    const list = await both(tab, 'penerima-bingkisan', section);
    assert.deepEqual(list.get('Penerima').slice(1), expected.map((row) => row.filter((cell, at) => at < 3 || cell)));

    // Not in the message, not in its link, not in the order's files, not in the address, not on the device.
    const personal = /Zulaekha|Wiryawan|199001|•/;
    const message = new URL(await tab.href('link', 'Kirim ke koperasi')).searchParams.get('text');
    assert.match(message, /3 × Staf/);
    const shared = message.match(/https?:\S+#\S+$/)[0];
    const order = await both(tab, 'pesanan-bingkisan');
    assert.doesNotMatch(JSON.stringify([message, [...order]]), personal);
    const other = await visitor.tab();
    const { pathname, hash } = new URL(shared);
    await other.go(pathname + hash);
    await other.says(/3 bingkisan/);
    assert.doesNotMatch(await other.mainText(), personal);
    await other.page.close();
    const stored = () => tab.page.evaluate(async () => {
      const kept = [location.href, document.cookie, ...Object.entries(localStorage).flat(), ...Object.entries(sessionStorage).flat()];
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise((resolve, reject) => Object.assign(indexedDB.open(name), { onsuccess: ({ target }) => resolve(target.result), onerror: reject }));
        for (const store of database.objectStoreNames) {
          const all = database.transaction(store).objectStore(store).getAll();
          kept.push(JSON.stringify(await new Promise((resolve, reject) => Object.assign(all, { onsuccess: () => resolve(all.result), onerror: reject }))));
        }
        database.close();
      }
      return kept.join('\n');
    });
    assert.match(await stored(), /Sudin Uji/, 'the office is kept for the tab');
    assert.doesNotMatch(await stored(), personal);

    // Kept once somebody wants it, of a NIP its end alone; and taken away again by one button.
    await tab.tick('checkbox', 'Simpan nama di perangkat ini');
    await until('the names to be kept', async () => /Siti Zulaekha/.test(await stored()));
    assert.doesNotMatch(await stored(), /19900101/);
    await tab.reload();
    assert.deepEqual(await table(tab, 'Penerima'), expected);
    await tab.click('button', 'Hapus semua nama');
    await tab.gone('region', 'Penerima');
    assert.doesNotMatch(await stored(), personal);
    // The number of packages is nobody's name.
    await tab.find('button', 'Tambah paket Staf');
    assert.match((await packages(tab))[0].told, /^3 bingkisan/);
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
