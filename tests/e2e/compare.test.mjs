// Products side by side by unit price.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { eventually } from './support/visitor.mjs';

/** Each row of a table: the product, its price for the same amount, and whether it is marked as the cheapest. */
const rows = async (tab, name) => (await tab.find('table', name)).evaluate((table) =>
  [...table.querySelectorAll('tbody tr')].map((row) => {
    const [unit] = row.querySelectorAll('td');
    return [row.querySelector('th a').textContent, unit.querySelector('b').textContent, unit.textContent.includes('Termurah')];
  }));

const hash = (tab) => tab.page.evaluate(() => location.hash);
const focus = async (tab) => (await tab.focused()).id;

journeys('comparing', { market: 'fixture', at: '2026-12-02T12:00' }, (test) => {
  test('a product leads to goods alike of other sellers, and the cheapest for the same weight is marked', async ({ tab }) => {
    await tab.go('/p/keripik-tempe-uji');
    await tab.click('link', 'Bandingkan harga per satuan');
    await tab.arrives('/banding');
    assert.deepEqual(await rows(tab, 'Harga per 100 g'), [['Keripik Tempe Uji', 'Rp6.000', false]]);
    await tab.find('heading', 'Serupa dari penjual lain');
    assert.equal(await tab.count('button', /^Tambahkan /), 1, 'neither other units, nor the same seller, nor what is sold out');
    await tab.click('button', 'Tambahkan Kopi Bubuk Uji');
    await eventually(() => rows(tab, 'Harga per 100 g'), [['Keripik Tempe Uji', 'Rp6.000', true], ['Kopi Bubuk Uji', 'Rp16.000', false]], 'both');
    assert.equal(await hash(tab), '#keripik-tempe-uji.kopi-bubuk-uji');
    await tab.reload();
    assert.equal((await rows(tab, 'Harga per 100 g')).length, 2, 'the address holds the comparison');
  });

  test('saved products are compared, unlike units in tables of their own', async ({ tab }) => {
    await tab.go('/kategori/kuliner');
    await tab.click('button', 'Simpan Kue Cubit Uji');
    await tab.go('/simpan');
    await tab.find('article');
    assert.equal(await tab.count('link', 'Bandingkan'), 0, 'one alone is compared with nothing');
    await tab.go('/kategori/kuliner');
    await tab.click('button', 'Simpan Teh Melati Uji');
    await tab.click('button', 'Simpan Sambal Bawang Uji');
    await tab.go('/simpan');
    await tab.click('link', 'Bandingkan');
    await tab.arrives('/banding');
    await eventually(() => rows(tab, 'Harga per pcs'), [['Teh Melati Uji', 'Rp880', true], ['Kue Cubit Uji', 'Rp1.000', false]], 'pieces');
    assert.deepEqual(await rows(tab, 'Harga per 100 g'), [['Sambal Bawang Uji', 'Rp16.000', false]]);
    await tab.says(/tidak bisa dibandingkan satu sama lain/);
  });

  test('goods are searched for, added and taken out with the keyboard, and the address follows', async ({ tab }) => {
    await tab.go('/banding');
    await tab.says(/Belum ada barang/);
    await tab.fill('searchbox', 'Tambah barang', 'tas pandan');
    await tab.find('button', 'Tambahkan Tas Pandan Uji');
    await tab.press('Tab', 'Enter');
    await eventually(() => hash(tab), '#tas-pandan-uji', 'the address');
    assert.equal(await focus(tab), 'tambah', 'the next one can be typed at once');
    await tab.fill('searchbox', 'Tambah barang', 'kue aneh');
    await tab.click('button', /^Tambahkan Kue <b>Aneh/);
    await tab.says(/Isinya belum tercantum/);
    await tab.click('button', /^Keluarkan Kue <b>Aneh/);
    await tab.click('button', 'Keluarkan Tas Pandan Uji');
    await tab.says(/Belum ada barang/);
    assert.equal(await focus(tab), 'perbandingan');
    assert.equal(await tab.address(), '/banding');
    await tab.fill('searchbox', 'Tambah barang', 'zzqxj');
    await tab.says(/Belum ketemu/);
  });

  test('what is gone and what cannot be read is said', async ({ tab }) => {
    await tab.go('/banding#keripik-tempe-uji.es-lama-uji.%3Cb%3E');
    await tab.says(/Sebagian tautannya tidak terbaca/);
    await tab.says(/Sudah tidak dijual\s+es-lama-uji/);
    await tab.click('button', 'Keluarkan es-lama-uji');
    await eventually(() => hash(tab), '#keripik-tempe-uji', 'what is left');
  });

  test('another comparison that is put into the address is shown', async ({ tab }) => {
    await tab.go('/banding#tas-pandan-uji');
    await tab.find('table', 'Harga per pcs');
    await tab.page.evaluate(() => { location.hash = 'keripik-tempe-uji'; });
    await tab.find('table', 'Harga per 100 g');
  });
});

journeys('comparing in an edition', { market: 'fixture', at: '2026-11-27T12:00' }, (test) => {
  test('goes by the price that holds, and says through which channel alone', async ({ tab }) => {
    await tab.go('/banding#keripik-tempe-uji.sambal-bawang-uji');
    await eventually(() => rows(tab, 'Harga per 100 g'), [['Keripik Tempe Uji', 'Rp4.800', true], ['Sambal Bawang Uji', 'Rp16.000', false]], 'the price of the edition');
    await tab.says(/Rp12\.000 (harga biasa )?Rp15\.000/);
    await tab.says(/hanya lewat Tokopedia/);
  });
});
