// Jumat Beli Lokal: whose turn it is by city, what is ready in time, and what a civil servant has spent so far.
import assert from 'node:assert/strict';
import { put } from './support/basket.mjs';
import { journeys } from './support/journey.mjs';

const editions = (tab) => tab.page.evaluate(() =>
  [...document.querySelectorAll('main li h3 a[href^="/jbl/"]')].map((one) => one.getAttribute('href').slice('/jbl/'.length)));

journeys('Jumat Beli Lokal', { market: 'fixture', at: '2026-11-25T09:00' }, (test) => {
  test('a city shows its own editions and those of all of Jakarta, at an address of its own', async ({ tab }) => {
    await tab.go('/jbl');
    assert.deepEqual(await editions(tab), ['jbl-uji-november', 'jbl-uji-desember', 'jbl-uji-oktober']);
    const cities = await tab.find('list', 'Kota');
    await tab.click('link', 'Jakarta Timur', cities);
    await tab.arrives('/jbl?kota=jakarta-timur');
    assert.deepEqual(await editions(tab), ['jbl-uji-desember', 'jbl-uji-oktober']);
    await tab.reload();
    assert.deepEqual(await editions(tab), ['jbl-uji-desember', 'jbl-uji-oktober']);
    await tab.click('link', 'Semua kota');
    await tab.arrives('/jbl');
    assert.equal((await editions(tab)).length, 3);
    await tab.back();
    await tab.arrives('/jbl?kota=jakarta-timur');
  });

  test('what is ready before Friday is what is in stock or made in time', async ({ tab, site }) => {
    // On Tuesday three days are too many for the tumpeng; on the Friday before they are not.
    for (const [moment, ready] of [['2026-11-24T09:00', false], ['2026-11-20T09:00', true]]) {
      site.at(moment);
      await tab.go('/cari?stok=jumat');
      const names = (await tab.cards()).map((card) => card.name);
      assert.equal(names.includes('Nasi Tumpeng Uji'), ready, `${moment}: ${names}`);
      assert.ok(names.includes('Keripik Tempe Uji') && !names.includes('Rendang Jengkol Uji'), `${names}`);
      assert.ok(await tab.has('button', /^Hapus saringan Siap sebelum Jumat 27 Nov/), 'the chip names the day');
    }
  });

  test('the basket adds up what is bought at the edition beside what civil servants are asked for', async ({ tab, site }) => {
    await put(tab, 'keripik-tempe-uji', { quantity: 3 });
    await put(tab, 'tas-pandan-uji');
    await tab.go('/keranjang');
    await tab.says(/Belanja JBL: Rp36\.000 dari anjuran Rp100\.000\./);
    await tab.says(/Anjuran untuk ASN, bukan kewajiban\./);
    await put(tab, 'keripik-tempe-uji', { quantity: 6 });
    await tab.go('/keranjang');
    await tab.says(/Belanja JBL: Rp108\.000\. Anjuran Rp100\.000 sudah tercapai\./);
    // When the edition is over there is nothing left to add up.
    site.at('2026-11-30T00:00:05');
    await tab.go('/keranjang');
    await tab.says(/Perkiraan total/);
    assert.doesNotMatch(await tab.mainText(), /Belanja JBL/);
  });

  test('a permit is copied by its number and food without a halal certificate is told from when it needs one', async ({ tab }) => {
    await tab.go('/p/keripik-tempe-uji');
    const trust = await tab.find('region', 'Izin dan kurasi');
    assert.match(await trust.evaluate((one) => one.innerText.replace(/\s+/g, ' ')), /Kurasi lolos/);
    assert.doesNotMatch(await trust.evaluate((one) => one.innerText), /grade|nilai/i);
    await tab.click('button', 'Salin nomor P-IRT', trust);
    await tab.find('status', /Nomor disalin|tidak mengizinkan/);
    await tab.go('/p/kopi-bubuk-uji');
    await tab.says(/Halal belum tercantum wajib untuk makanan dan minuman sejak Minggu 18 Okt 2026/);
  });
});
