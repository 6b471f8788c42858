// Every kind of page, and every state a visitor can bring it into, in the small market.
import { join } from 'node:path';
import { put } from './basket.mjs';
import { forget } from './offline.mjs';
import { ROOT } from './site.mjs';

const FAULTS = join(ROOT, 'tests/compiler/cases/twelve-faults-each-name-their-cell/in');

const openDialog = (name) => async (tab) => {
  await tab.click('button', name);
  await tab.find('dialog');
};

/** `path`, else what `reach` does; `at` where the moment matters; `wide: false` where a desk has no such state. */
export const STATES = [
  { name: 'home', path: '/' },
  { name: 'home in an edition', path: '/', at: '2026-11-26T12:00' },
  { name: 'home, live', path: '/', at: '2026-11-27T10:30' },
  { name: 'search', path: '/cari' },
  { name: 'search with filters', path: '/cari?q=uji&kategori=kuliner,kriya&harga_max=50000&stok=siap' },
  { name: 'search without results', path: '/cari?q=zzqxj' },
  { name: 'search with filters and without results', path: '/cari?q=batik&harga_max=1000' },
  {
    name: 'suggestions',
    path: '/',
    async reach(tab) {
      await tab.fill('searchbox', 'Cari produk', 'ker');
      await tab.find('listbox');
    },
  },
  { name: 'category', path: '/kategori/kuliner' },
  { name: 'city', path: '/kota/jakarta-pusat' },
  { name: 'product', path: '/p/kue-cubit-uji' },
  { name: 'product with variants', path: '/p/kemeja-batik-uji' },
  { name: 'product sold out', path: '/p/rendang-jengkol-uji' },
  { name: 'product made to order', path: '/p/nasi-tumpeng-uji' },
  { name: 'product in an edition', path: '/p/keripik-tempe-uji', at: '2026-11-27T12:00' },
  { name: 'product withdrawn', path: '/p/es-lama-uji' },
  { name: 'product with a hostile name', path: '/p/kue-aneh-uji' },
  { name: 'seller', path: '/toko/dapur-uji' },
  { name: 'editions', path: '/jbl' },
  { name: 'edition', path: '/jbl/jbl-uji-november', at: '2026-11-27T12:00' },
  { name: 'edition over', path: '/jbl/jbl-uji-oktober' },
  { name: 'basket, empty', path: '/keranjang' },
  {
    name: 'basket',
    async reach(tab) {
      await put(tab, 'kemeja-batik-uji', { choices: [/^XL/] });
      await put(tab, 'keripik-tempe-uji', { quantity: 3 });
      await put(tab, 'kopi-bubuk-uji');
      await tab.go('/keranjang');
      await tab.find('region', 'Dapur Uji');
    },
  },
  { name: 'saved, empty', path: '/simpan' },
  {
    name: 'saved',
    path: '/kategori/kuliner',
    async reach(tab) {
      await tab.click('button', 'Simpan Kue Cubit Uji');
      await tab.click('link', 'Simpan', await tab.find('navigation', 'Utama'));
      await tab.arrives('/simpan');
      await tab.find('article');
    },
  },
  { name: 'about', path: '/tentang' },
  { name: 'events', path: '/acara' },
  { name: 'events, none fits', path: '/acara?kota=jakarta-selatan&jenis=live' },
  { name: 'programmes', path: '/program' },
  { name: 'packages, none asked for', path: '/gebetan' },
  {
    name: 'packages',
    path: '/gebetan',
    async reach(tab) {
      for (let n = 0; n < 3; n += 1) await tab.click('button', 'Tambah paket Staf');
      await tab.find('heading', 'Isi bingkisan');
    },
  },
  {
    name: 'packages with names',
    path: '/gebetan',
    async reach(tab) {
      await tab.click('button', 'Tulis nama penerima Staf');
      await (await tab.find('textbox', /satu nama per baris/i)).type('Siti Aminah; 199001012023211004\nBudi; 123');
      await tab.click('button', 'Masukkan ke daftar');
      await tab.find('region', 'Penerima');
    },
  },
  {
    name: 'packages, exchanging',
    path: '/gebetan',
    async reach(tab) {
      await tab.click('button', 'Tambah paket Kepala');
      await tab.click('button', /^Ganti /);
      await tab.find('dialog');
    },
  },
  { name: 'meeting, nothing said', path: '/rapat' },
  {
    name: 'meeting',
    path: '/rapat',
    async reach(tab) {
      await tab.choose('Diantar ke kecamatan', '31.74.01');
      await tab.find('heading', 'Perkiraan biaya');
      await tab.click('button', /pilihan lain/);
    },
  },
  {
    name: 'meeting that cannot be',
    path: '/rapat',
    async reach(tab) {
      await tab.choose('Diantar ke kecamatan', '31.01.01');
      await tab.click('button', 'Minum');
      await tab.find('heading', 'Belum ada yang memenuhi semuanya');
    },
  },
  { name: 'shared list, none', path: '/daftar' },
  { name: 'shared list, cut off', path: '/daftar#1labc' },
  { name: 'comparison, none', path: '/banding' },
  {
    name: 'comparison',
    path: '/banding#keripik-tempe-uji.kopi-bubuk-uji.kue-cubit-uji.kue-aneh-uji.es-lama-uji.%3Cb%3E',
    at: '2026-11-27T12:00',
    async reach(tab) {
      await tab.fill('searchbox', 'Tambah barang', 'batik');
      await tab.find('button', 'Tambahkan Kemeja Batik Uji');
    },
  },
  { name: 'report, of nothing', path: '/lapor' },
  {
    name: 'report',
    path: '/lapor#keripik-tempe-uji',
    async reach(tab) {
      await tab.click('radio', /^Izin/);
      await tab.find('link', 'Kirim lewat email');
    },
  },
  { name: 'cards for a stall, of nothing', path: '/cetak' },
  {
    name: 'cards for a stall',
    path: '/cetak#toko/dapur-uji',
    async reach(tab) {
      await tab.click('button', 'Pilih semua');
      await tab.click('radio', /^A4/);
      await tab.says(/lembar A4/);
    },
  },
  { name: 'news, first visit', path: '/baru' },
  {
    name: 'news',
    path: '/baru',
    async reach(tab) {
      await tab.says(/Mulai sekarang|Perubahan sejak/);
      await tab.page.evaluate(() => {
        const mark = JSON.parse(localStorage.getItem('terakhir-dilihat'));
        const { products } = mark;
        products['keripik-tempe-uji'] = [99_000, null];
        products['rendang-jengkol-uji'] = [48_000, 'habis'];
        products['es-lama-uji'] = [8_000, null];
        delete products['kue-cubit-uji'];
        localStorage.setItem('terakhir-dilihat', JSON.stringify(mark));
      });
      await tab.reload();
      await tab.find('button', 'Tandai sudah dilihat');
    },
  },
  {
    name: 'shared list as a QR code',
    path: '/gebetan',
    async reach(tab) {
      await tab.click('button', 'Tambah paket Staf');
      await tab.click('button', 'Tampilkan QR');
      await tab.find('img', 'Kode QR dari tautan daftar ini', await tab.find('dialog'));
    },
  },
  { name: 'staff', path: '/petugas' },
  {
    name: 'staff with a report and photos',
    path: '/petugas',
    async reach(tab) {
      const field = await tab.page.$('input[type=file]:not([webkitdirectory])');
      await field.uploadFile(...['penjual.csv', 'produk.csv'].map((name) => join(FAULTS, name)), join(ROOT, 'public/icon-192.png'));
      await tab.find('heading', 'Hasil pemeriksaan');
      await tab.find('button', 'icon-192.png');
    },
  },
  { name: 'not found', path: '/tidak-ada' },
  { name: 'area dialog', path: '/', reach: openDialog(/Ganti wilayah/) },
  { name: 'filter dialog', path: '/cari', reach: openDialog(/^Saring/), wide: false },
  {
    name: 'share dialog',
    path: '/p/kue-cubit-uji',
    async reach(tab) {
      await tab.page.evaluate(() => delete Navigator.prototype.share);
      await openDialog('Bagikan')(tab);
    },
  },
  {
    name: 'failure',
    async reach(tab) {
      await forget(tab);
      tab.site.fault(/latest\.json/, (_, response) => response.writeHead(404).end());
      await tab.page.goto(`${tab.site.url}/`, { waitUntil: 'domcontentloaded' });
      await tab.find('button', 'Coba lagi');
    },
  },
];

/** Brings a tab into a state. */
export async function enter(tab, state) {
  tab.site.mend();
  tab.site.at(state.at ?? '2026-12-02T12:00');
  if (state.path) await tab.go(state.path);
  await state.reach?.(tab);
}
