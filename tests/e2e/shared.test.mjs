// Lists and orders in an address: told on, opened elsewhere, summed up.
import assert from 'node:assert/strict';
import { put } from './support/basket.mjs';
import { journeys } from './support/journey.mjs';
import { rupiah, table } from './support/planner.mjs';
import { newVisitor } from './support/visitor.mjs';

/** The address that a link to WhatsApp carries. */
const carried = (href) => new URL(new URL(href).searchParams.get('text').match(/https?:\S+#\w[\w-]*$/m)[0]);

journeys('a shared list', { market: 'fixture', at: '2026-12-02T12:00' }, (test) => {
  test('a basket becomes a link, which fills the basket of whoever opens it', async ({ tab, site, browser }) => {
    await put(tab, 'kemeja-batik-uji', { choices: [/^XL/] });
    await put(tab, 'keripik-tempe-uji', { quantity: 3 });
    await tab.go('/keranjang');
    await tab.click('link', 'Bagikan daftar');
    await tab.arrives('/daftar');
    const link = carried(await tab.href('link', 'Kirim lewat WhatsApp'));
    assert.equal(link.pathname, '/daftar');
    assert.equal(link.search, '', 'what is shared stands behind # and reaches no server');

    const friend = await newVisitor(browser, site);
    try {
      const other = await friend.tab();
      await other.go(link.pathname + link.hash);
      await other.says(/Kemeja Batik Uji\s+Ukuran: XL, Warna: \w+\s+1 pcs × Rp300\.000/);
      await other.says(/3 bungkus × Rp15\.000/);
      await other.click('button', 'Masukkan semua ke keranjang');
      await other.click('link', 'Lihat keranjang');
      await other.arrives('/keranjang');
      await other.find('region', 'Dapur Uji');
      await other.says(/Rp345\.000/);
    } finally {
      await friend.close();
    }
  });

  test('a link that was cut off says so and asks for the whole one', async ({ tab }) => {
    await put(tab, 'keripik-tempe-uji');
    await tab.go('/daftar');
    const { hash } = carried(await tab.href('link', 'Kirim lewat WhatsApp'));
    await tab.go(`/daftar?${Date.now()}${hash.slice(0, -3)}`);
    await tab.says(/Tautannya rusak atau terpotong/);
  });
});

journeys('the cooperative', { market: 'sample', at: '2026-12-02T12:00' }, (test) => {
  test('sums up the messages of offices, and marks what is double, late or cut off', async ({ tab }) => {
    const sent = [];
    for (const [office, count] of [['Sudin Uji Timur', 2], ['Sudin Uji Barat', 1]]) {
      await tab.go('/gebetan');
      await tab.fill('textbox', 'Nama kantor (sudin atau UPT)', office);
      await tab.press('Tab');
      for (let n = 0; n < count; n += 1) await tab.click('button', 'Tambah paket Staf');
      await tab.find('heading', 'Isi bingkisan');
      await tab.page.waitForFunction((name) => new URL(document.querySelector('.planner__ways a').href).searchParams.get('text').includes(`Kantor: ${name}\n`), {}, office);
      const message = new URL(await tab.href('link', 'Kirim ke koperasi')).searchParams.get('text');
      const total = rupiah(message.match(/Seluruhnya: (Rp[\d.]+)/)[1]);
      sent.push({ office, message, total, goods: await table(tab, 'Pesanan per penjual') });
      await tab.page.evaluate(() => sessionStorage.clear());
    }
    const [east, west] = sent.map(({ message }) => message);
    const late = west.replace('Sudin Uji Barat', 'Sudin Uji Terlambat');
    const chat = [
      `[03/12/26 09.31] Bu Rina: ${east}`,
      `[03/12/26 09.32] Bu Rina: ${east}`,
      `[04/12/26 10.05] Pak Budi: ${west}`,
      `[10/12/26 08.00] Pak Budi: ${late}`,
      `[04/12/26 11.00] Pak Ali: ${west.slice(0, -6)}`,
    ].join('\n');
    await tab.go('/gebetan');
    await tab.click('button', 'Rekap koperasi');
    const field = await tab.find('textbox', 'Pesan-pesan dari kantor');
    await field.evaluate((area, text) => {
      area.value = text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }, chat);
    const received = await table(tab, 'Pesanan yang masuk');
    assert.deepEqual(received.map(([, , state]) => state.replace(/ nomor \d+| \(.*/g, '')), ['dihitung', 'ganda: sama dengan', 'dihitung', 'terlambat, tidak dihitung', 'rusak atau terpotong; minta dikirim ulang']);
    const offices = await table(tab, 'Jumlah per kantor');
    assert.deepEqual(offices.map(([office, packages, sum]) => [office, packages, rupiah(sum)]), [
      ['Sudin Uji Timur', '2 Staf', sent[0].total],
      ['Sudin Uji Barat', '1 Staf', sent[1].total],
    ]);
    const orders = await table(tab, 'Pesanan ke penjual');
    const sum = (rows) => rows.reduce((all, row) => all + rupiah(row.at(-1)), 0);
    assert.equal(sum(orders), sent[0].total + sent[1].total);
  });
});
