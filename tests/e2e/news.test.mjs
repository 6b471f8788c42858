// What is new since the last visit.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { eventually } from './support/visitor.mjs';

/** The lists by their headings: names of products, with what is said of them where that is more. */
const lists = (tab) => tab.page.evaluate(() => Object.fromEntries([...document.querySelectorAll('main .section')].map((one) => [
  one.querySelector('h2').textContent,
  [...one.querySelectorAll('article, li:not(article li)')].map((row) => {
    const words = row.querySelector('.package__price')?.textContent;
    return row.querySelector('a').textContent + (words ? `: ${words}` : '');
  }),
])));

/** The next publication: two prices, one sold out that is back, one gone and one new. */
const change = (sheet) => sheet
  .replace(/^(keripik-tempe-uji,.*?),15\.000,/m, '$1,14.000,')
  .replace(/^(kemeja-batik-uji,.*?),285\.000,/m, '$1,300.000,')
  .replace(/^(rendang-jengkol-uji,.*?),habis,/m, '$1,siap,')
  .replace(/^gelang-rotan-uji.*\n/m, '')
  .replace(/^tas-pandan-uji.*$/m, (line) => `${line}\n${line.replace('tas-pandan-uji', 'tas-baru-uji').replace('Tas Pandan Uji', 'Tas Baru Uji')}`);

const CHANGES = {
  'Harga berubah': ['Keripik Tempe Uji: Dapur Uji · dari Rp15.000 turun ke Rp14.000', 'Kemeja Batik Uji: Kriya Uji · dari Rp285.000 naik ke Rp300.000'],
  'Siap lagi': ['Rendang Jengkol Uji'],
  'Barang baru': ['Tas Baru Uji'],
  'Tidak dijual lagi': ['Gelang Rotan Uji: Kriya Uji'],
};

journeys('what is new', { market: 'fixture', at: '2026-12-02T12:00' }, (test) => {
  test('begins with what changed last, then tells every change until it is marked as seen', async ({ tab, site }) => {
    await tab.go('/');
    await tab.click('link', 'Yang baru', await tab.find('contentinfo'));
    await tab.arrives('/baru');
    await tab.says(/Mulai sekarang HP ini mengingat/);
    const dated = ['Keripik Tempe Uji', 'Sambal Bawang Uji', 'Kemeja Batik Uji'];
    await eventually(async () => (await lists(tab))['Terakhir diperbarui'].filter((name) => dated.includes(name)), dated, 'the latest first');
    await tab.reload();
    await tab.says(/Perubahan sejak Rabu 2 Des 2026\..*Belum ada yang berubah/);
    await site.publish(change);
    try {
      await tab.reload();
      await eventually(() => lists(tab), CHANGES, 'every change');
      await tab.reload();
      await eventually(() => lists(tab), CHANGES, 'opening moves no mark');
      await tab.click('button', 'Tandai sudah dilihat');
      await tab.says(/Belum ada yang berubah/);
      assert.equal((await tab.focused()).id, 'perubahan');
      await tab.reload();
      await tab.says(/Belum ada yang berubah/);
    } finally {
      await site.publish();
    }
  });

  test('puts saved products first', async ({ tab, site }) => {
    await tab.go('/p/kemeja-batik-uji');
    await tab.click('button', /^Simpan/, await tab.find('region', 'Pesan'));
    await tab.go('/baru');
    await tab.says(/Mulai sekarang/);
    await site.publish(change);
    try {
      await tab.reload();
      await eventually(async () => (await lists(tab))['Harga berubah'].map((row) => row.split(':')[0]), ['Kemeja Batik Uji', 'Keripik Tempe Uji'], 'the saved one');
      await tab.says(/Kemeja Batik Uji Tersimpan/);
    } finally {
      await site.publish();
    }
  });

  test('takes what it cannot read for a first visit', async ({ tab }) => {
    await tab.go('/baru');
    await tab.page.evaluate(() => localStorage.setItem('terakhir-dilihat', '{"day":'));
    await tab.reload();
    await tab.says(/Mulai sekarang HP ini mengingat/);
    await tab.reload();
    await tab.says(/Belum ada yang berubah/);
  });

  test('says so where the device keeps nothing', async ({ tab }) => {
    await tab.page.evaluateOnNewDocument(() => { Storage.prototype.setItem = () => { throw new Error('full'); }; });
    await tab.go('/baru');
    await tab.says(/HP ini tidak mau menyimpannya/);
  });
});
