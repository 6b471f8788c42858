// Nothing about a programme stands in the source: every name, price, date and host of the small market's programmes is
// changed in its sheets, and the site then knows only the new ones.
import assert from 'node:assert/strict';
import { put } from './support/basket.mjs';
import { journeys } from './support/journey.mjs';

/** What each sheet says instead. Every change must find what it changes. */
const CHANGES = {
  'situs.toml': [
    ['nama = "Pasar Uji"', 'nama = "Lapak Senja"'],
    ['"Gerakan Uji"', '"Gotong Royong Bingkisan"'],
    ['["Staf", 100000], ["Kepala", 150000]', '["Perak", 110000], ["Emas", 175000]'],
    ['anjuran_asn = 100000', 'anjuran_asn = 65000'],
    ['https://e-order.jakarta.go.id/', 'https://katalog.inaproc.id/masuk'],
    ['batas = 50000000', 'batas = 3500000'],
    ['kontak_kantor = "Kantor uji, pengaduan@uji.invalid"', 'kontak_kantor = "Loket Senja, lapor@senja.invalid"'],
  ],
  'jbl.csv': [
    ['Jumat Beli Lokal', 'Pasar Kamis Raya'],
    ['2026-11-25,2026-11-29,2026-11-20,2026-11-24 20.00,2026-11-27 10.00,2026-11-27 11.00', '2026-11-23,2026-12-03,2026-11-16,2026-11-22 18.30,2026-11-26 13.15,2026-11-26 14.45'],
    ['2026-12-14,2026-12-20', '2026-12-17,2026-12-24'],
    ['2026-10-05,2026-10-11', '2026-10-12,2026-10-17'],
    ['https://www.tokopedia.com/jakpreneurofficial,tokopedia', 'https://shopee.co.id/pasarkamis,shopee'],
    ['Halaman uji', 'Taman Baru'],
  ],
  'acara.csv': [
    ['Bazar Uji Oktober', 'Bazar Lama'],
    ['2026-10-10,2026-10-11', '2026-10-18,2026-10-19'],
    ['2027-01-15,2027-01-17', '2027-01-21,2027-01-23'],
    ['Bazar Uji di Lobi', 'Pekan Teras Senja'],
    ['Kelas Foto Uji', 'Latihan Kemas'],
    ['Siaran Uji', 'Tayangan Malam'],
    ['Pojok Uji di Mal', 'Sudut Plaza'],
    ['Lobi Uji,Jalan Uji 1', 'Teras Senja,Jalan Senja 9'],
    ['2026-11-26 09.00,2026-12-02 15.00', '2026-11-21 08.15,2026-12-05 16.45'],
    ['2026-12-16 19.00,2026-12-16 20.30', '2026-12-18 20.15,2026-12-18 21.45'],
    ['2026-12-09 13.00,2026-12-09 16.00', '2026-12-11 14.20,2026-12-11 17.10'],
    ['https://www.openstreetmap.org/relation/7625952', 'https://www.openstreetmap.org/relation/6362934'],
    ['https://www.tokopedia.com/jakpreneurofficial', 'https://shopee.co.id/pasarkamis'],
  ],
  'gebetan.csv': [
    ['2026-12-09 15.00,2026-12-16', '2026-12-14 11.20,2026-12-21'],
    ['Koperasi Uji', 'Koperasi Senja'],
    ['Putaran uji.', 'Putaran senja.'],
    ['0812-0000-9001', '0812-0000-7007'],
  ],
  'program.csv': [
    ['Langkah Uji', 'Jalan Naik Kelas'],
    ['Cara ikut yang dikarang untuk pengujian.', 'Cara naik kelas yang diganti.'],
    ['Program yang dikarang untuk pengujian.', 'Gerakan yang diganti.'],
    ['Program Uji', 'Gerakan Warung'],
    ['https://jakarta.go.id/uji', 'https://jakarta.go.id/senja'],
    ['Lembar uji, 20 November 2026', 'Lembar senja, 3 Maret 2026'],
    ['Pilih produk', 'Timbang produk'],
  ],
  'produk.csv': [[',12.000,https://www.tokopedia.com/dapur-uji/keripik-tempe-uji,', ',11.300,https://shopee.co.id/keripik-senja,']],
  'penjual.csv': [['https://e-order.jakarta.go.id/dapur-uji', 'https://katalog.inaproc.id/dapur-senja']],
};

const LABELS = `
[label]
jbl = "Pasar Kamis Raya"
jbl_singkat = "PKR"
jbl_bayar = "Bayar lewat dompet warga."
gebetan = "Bingkisan Warga"
eorder = "Katalog Warga"
`;

function rewrite(name, text) {
  const after = (CHANGES[name] ?? []).reduce((sheet, [before, now]) => {
    assert.ok(sheet.includes(before), `${name} says "${before}"`);
    return sheet.replaceAll(before, now);
  }, text);
  return name === 'situs.toml' ? `${after}${LABELS}` : after;
}

/** What may be read nowhere any more: names, prices, days and hours as pages write them. */
const GONE = [
  /jumat beli lokal/i, /\bJBL\b/, /gebetan/i, /\be-?order\b/i, /jakpreneur/i, /Pasar Uji/, /Gerakan Uji/, /Kantor uji/i,
  /\bStaf\b/, /\bKepala\b/, /Rp100\.000/, /Rp150\.000/, /Rp50\.000\.000/, /Rp50 juta/, /Rp12\.000/,
  /29 Nov/, /24 Nov/, /25 Nov/, /10\.00–11\.00/, /14 Des.*20 Des|14–20 Des/, /11 Okt/, /17 Jan/, /Bazar Uji Oktober/, /9 Des, 15\.00/, /16 Des/, /13\.00/,
  /Bazar Uji di Lobi/, /Kelas Foto/, /Siaran Uji/, /Pojok Uji/, /Lobi Uji/, /Jalan Uji 1/, /Halaman uji/,
  /Koperasi Uji/, /Putaran uji/, /Langkah Uji/, /Program Uji/, /Lembar uji/i, /dikarang untuk pengujian/,
];
/** And where no link may lead. */
const LEFT = /jakpreneurofficial|e-order\.jakarta|jakarta\.go\.id\/uji|7625952|dapur-uji\/keripik|628120000?9001/;

/** Everything of a page that somebody reads or hears, and everything that a link leads to. */
const everything = (tab) => tab.page.evaluate(() => {
  const shown = [...document.body.children].filter((one) => !['NOSCRIPT', 'SCRIPT'].includes(one.nodeName));
  const said = [document.title, document.querySelector('meta[name=description]')?.content ?? '', ...shown.map((one) => one.textContent)];
  for (const one of document.querySelectorAll('[aria-label], [title], [alt], [placeholder]')) {
    for (const name of ['aria-label', 'title', 'alt', 'placeholder']) said.push(one.getAttribute(name) ?? '');
  }
  const links = [...document.querySelectorAll('a[href]')].map((one) => one.href);
  return { said: said.join('\n'), links };
});

journeys('a city with other programmes', { market: 'fixture', rewrite, at: '2026-11-26T13:30' }, (test) => {
  test('every page knows only the names, prices, days and links that its sheets say', async ({ tab, site }) => {
    const read = [];
    const look = async (where) => {
      const { said, links } = await everything(tab);
      for (const old of GONE) assert.doesNotMatch(said, old, `${where} still says ${old}: ${old.exec(said)?.input.slice(Math.max(0, old.exec(said).index - 60), old.exec(said).index + 60)}`);
      for (const link of links) assert.doesNotMatch(decodeURIComponent(link), LEFT, `${where} still leads there`);
      read.push(said, ...links.map(decodeURIComponent));
    };
    await put(tab, 'keripik-tempe-uji', { quantity: 3 });
    await look('the product');
    await tab.click('button', 'Bagikan');
    await tab.find('dialog');
    await look('what is shared of the product');
    for (const path of ['/', '/cari', '/cari?kanal=eorder', '/kota/jakarta-selatan', '/toko/dapur-uji', '/p/nasi-tumpeng-uji', '/jbl', '/jbl/jbl-uji-november', '/jbl/jbl-uji-desember', '/jbl/jbl-uji-oktober', '/keranjang', '/simpan', '/tentang', '/acara', '/program', '/rapat', '/daftar', '/baru', '/lapor#keripik-tempe-uji', '/cetak#keripik-tempe-uji', '/banding#keripik-tempe-uji.kue-cubit-uji', '/tidak-ada']) {
      await tab.go(path);
      // The sheets' names come with the catalogue; the mark says when it is there.
      await tab.find('link', /^Lapak\s+Senja/);
      await look(path);
      // And the same page as it is written for those without scripts.
      const written = (await (await fetch(`${site.url}${path}`)).text()).replace(/<[^>]*>/g, ' ');
      for (const old of GONE) assert.doesNotMatch(written, old, `${path} is still written with ${old}`);
    }
    await tab.go('/gebetan');
    await tab.find('heading', 'Bingkisan Warga');
    await tab.click('button', 'Tambah paket Perak');
    await tab.find('heading', 'Isi bingkisan');
    await look('/gebetan');
    const whatsapp = await tab.href('link', 'Kirim ke koperasi');
    assert.match(whatsapp, /^https:\/\/wa\.me\/6281200007007\?/);
    for (const file of ['/feeds/jbl.ics', '/feeds/acara.ics']) {
      const text = (await (await fetch(`${site.url}${file}`)).text()).replace(/\r\n /g, '');
      for (const old of GONE.slice(0, 5)) assert.doesNotMatch(text.replaceAll(/^(UID|URL|PRODID):.*/gm, ''), old, file);
      read.push(text);
    }
    const all = read.join('\n');
    for (const now of [
      'Lapak Senja', 'Pasar Kamis Raya', 'PKR', 'Bayar lewat dompet warga.', 'Bingkisan Warga', 'Katalog Warga', 'Gotong Royong Bingkisan',
      'Perak', 'Emas', 'Rp110.000', 'Rp175.000', 'Rp65.000', 'Rp11.300', 'Rp33.900', 'Loket Senja',
      '3 Des', '13.15–14.45', '24 Des', 'https://shopee.co.id/pasarkamis', 'https://shopee.co.id/keripik-senja', 'Taman Baru',
      'Pekan Teras Senja', 'Latihan Kemas', 'Tayangan Malam', 'Sudut Plaza', 'Jalan Senja 9', '14.20', '6362934',
      '14 Des, 11.20', '21 Des', 'Koperasi Senja', 'Putaran senja.', 'Jalan Naik Kelas', 'Gerakan Warung', 'https://jakarta.go.id/senja', 'Lembar senja, 3 Maret 2026', 'Timbang produk',
      'https://katalog.inaproc.id/dapur-senja',
    ]) assert.ok(all.includes(now), `"${now}" is nowhere to be read`);
  });

  test('the limit of the procurement system is that of the sheets', async ({ tab }) => {
    await tab.go('/rapat');
    await tab.says(/Lengkapi kebutuhannya/);
    await tab.choose('Diantar ke kecamatan', '31.74.01');
    await tab.fill('textbox', /^Jumlah orang/, '4000');
    await tab.press('Tab');
    // Four million: more than the new limit, less than the old one.
    await tab.says(/Batas Katalog Warga terlampaui: yang termurah Rp4\.000\.000/);
  });
});
