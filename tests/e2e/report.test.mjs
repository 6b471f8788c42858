// Reporting a mistake: a message by which staff find what is wrong, handed to another program.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { until } from './support/visitor.mjs';

const message = (tab) => tab.page.evaluate(() => document.querySelector('.message')?.textContent);
/** The file that names all others of what is published now. */
const manifest = async (site) => (await (await fetch(`${site.url}/latest.json`)).json()).manifest.path.split('/').at(-1);

journeys('a report', { market: 'fixture', at: '2026-12-02T12:00' }, (test) => {
  test('on a product names it, its seller, the published value and the data that were seen', async ({ tab, site }) => {
    await tab.go('/p/keripik-tempe-uji');
    await tab.click('link', 'Ada yang keliru? Laporkan');
    await tab.arrives('/lapor');
    await tab.says(/Pilih dulu yang keliru/);
    assert.equal(await tab.count('link', 'Kirim lewat email'), 0);
    await tab.click('radio', /^Harga Rp15\.000 per bungkus$/);
    await tab.fill('textbox', 'Yang benar (boleh dikosongkan)', 'Rp17.000 di tokonya');
    const url = await tab.href('link', 'Keripik Tempe Uji');
    const told = [
      'Laporan untuk Pasar Uji',
      'Produk: Keripik Tempe Uji (keripik-tempe-uji)',
      'Toko: Dapur Uji (dapur-uji)',
      `Halaman: ${url}`,
      'Yang keliru: Harga',
      'Yang tampil: Rp15.000 per bungkus',
      'Yang benar: Rp17.000 di tokonya',
      `Data: Jumat 20 Nov 2026 ${await manifest(site)}`,
    ].join('\n');
    await until('the whole message', async () => (await message(tab)) === told);
    const letter = new URL(await tab.href('link', 'Kirim lewat email'));
    assert.equal(letter.protocol + letter.pathname, 'mailto:pengaduan@uji.invalid');
    assert.equal(letter.searchParams.get('body').replaceAll('\r\n', '\n'), told);
    assert.equal(await tab.count('link', 'Kirim lewat WhatsApp'), 0);
    await tab.click('button', 'Salin laporan');
    await tab.find('status', /Laporan tersalin|tidak mengizinkan/);
  });

  test('on a seller says what is on record of it', async ({ tab }) => {
    await tab.go('/toko/dapur-uji');
    await tab.click('link', 'Ada yang keliru? Laporkan');
    await tab.arrives('/lapor');
    await tab.click('radio', /^Tautan atau nomor tidak bisa dihubungi 0812-3456-7890/);
    await until('the seller', async () => /Toko: Dapur Uji \(dapur-uji\)/.test(await message(tab)));
    assert.equal(await tab.count('radio', /^Harga/), 0, 'a seller has no price');
    await tab.click('radio', /^Izin/);
    await until('the permits', async () => /Yang tampil: NIB; Halal ID31110000000540924 \(berlaku sampai 25 Sep 2028\)/.test(await message(tab)));
  });

  test('is chosen with the keyboard alone', async ({ tab }) => {
    await tab.go('/lapor#keripik-tempe-uji');
    const first = await tab.find('radio', /^Harga/);
    await first.focus();
    await tab.press('Space', 'ArrowDown');
    await until('the next one', async () => /Yang keliru: Stok\nYang tampil: Stok siap/.test(await message(tab)));
  });

  test('on what is withdrawn, unknown or not named says so', async ({ tab }) => {
    await tab.go('/lapor');
    await tab.says(/Buka halaman produk atau toko yang keliru/);
    await tab.go('/lapor?1#es-lama-uji');
    await tab.find('radio', /^Stok sudah tidak dijual/);
    await tab.go('/lapor?2#tidak-ada-uji');
    await tab.find('heading', 'Halaman tidak ditemukan');
  });
});

journeys('a report in the example market', { market: 'sample', at: '2026-12-02T12:00' }, (test) => {
  test('goes to the contact that staff have given', async ({ tab }) => {
    await tab.go('/');
    const [{ href }] = await tab.cards();
    await tab.go(href);
    await tab.click('link', 'Ada yang keliru? Laporkan');
    await tab.arrives('/lapor');
    await tab.click('radio', /^Lainnya/);
    assert.match(await tab.href('link', 'Kirim lewat email'), /^mailto:pengaduan@contoh\.invalid\?/);
  });
});
