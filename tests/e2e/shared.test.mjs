// Lists and orders in an address: told on, opened elsewhere, summed up.
import assert from 'node:assert/strict';
import { put } from './support/basket.mjs';
import { keepDownloads } from './support/downloads.mjs';
import { journeys } from './support/journey.mjs';
import { carried, rupiah, table } from './support/planner.mjs';
import { asOds, both, download, laidOut } from './support/reopen.mjs';
import { newVisitor, until } from './support/visitor.mjs';

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
    await keepDownloads(tab);
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

    const sheets = await both(tab, 'rekap-bingkisan', await tab.page.$('details.recap'));
    assert.deepEqual([...sheets.keys()], ['Jumlah per kantor', 'Pesanan ke penjual']);
    const [, ...byOffice] = sheets.get('Jumlah per kantor');
    assert.equal(byOffice.pop().at(-1), sum(orders));
    assert.deepEqual(byOffice, offices.map(([office, packages, value]) => [office, packages, rupiah(value)]));
    const [, ...bySeller] = sheets.get('Pesanan ke penjual');
    assert.equal(bySeller.pop().at(-1), sum(orders));
    const told = bySeller.map(([seller, good, pieces, unit]) => `${seller}: ${pieces} ${unit} ${good}`);
    const shown = orders.flatMap(([seller, goods]) => goods.split('\n').filter(Boolean).map((line) => `${seller}: ${line.replace(/ (\d+ lebih dari|kurang \d+ dari).*/, '')}`));
    assert.deepEqual(told, shown);
  });

  test('takes the files that offices have saved, counts each order once, and names what it cannot read', async ({ tab }) => {
    await keepDownloads(tab);
    await tab.go('/gebetan');
    await tab.fill('textbox', 'Nama kantor (sudin atau UPT)', 'Sudin Uji Selatan');
    await tab.press('Tab');
    for (let n = 0; n < 2; n += 1) await tab.click('button', 'Tambah paket Staf');
    await tab.find('heading', 'Isi bingkisan');
    const message = await until('the office in the message', async () => {
      const text = new URL(await tab.href('link', 'Kirim ke koperasi')).searchParams.get('text');
      return text.includes('Kantor: Sudin Uji Selatan\n') && text;
    });
    const total = rupiah(message.match(/Seluruhnya: (Rp[\d.]+)/)[1]);
    const xlsx = await download(tab, 'Unduh XLSX', 'pesanan-bingkisan.xlsx');
    const csv = await download(tab, 'Unduh CSV', 'pesanan-bingkisan.csv');
    // The same order in every kind of file that is read, and three that hold none.
    const files = {
      'sudin.xlsx': xlsx, 'sudin.csv': csv, 'obrolan.txt': `[03/12/26 09.31] Bu Rina: ${message}`,
      'sudin.ods': await asOds(xlsx), 'rusak.xlsx': xlsx.subarray(0, xlsx.length / 2), 'foto.jpg': Buffer.from('\xff\xd8\xff'), 'kosong.txt': 'Halo',
    };
    await laidOut(files, async (paths) => {
      await tab.click('button', 'Rekap koperasi');
      const field = await tab.find('textbox', 'Pesan-pesan dari kantor');
      await field.evaluate((area, text) => {
        area.value = text;
        area.dispatchEvent(new Event('input', { bubbles: true }));
      }, message);
      await (await tab.page.$('#rekap-berkas')).uploadFile(...paths);
      await tab.says(/5 berkas dibaca\./);
      await tab.says(/Tidak dapat dibaca: rusak\.xlsx, foto\.jpg\./);
      await tab.says(/Tidak ada tautan pesanan di: kosong\.txt\./);
      const received = await table(tab, 'Pesanan yang masuk');
      assert.deepEqual(received.map(([, office, state]) => [office, state.replace(/ nomor \d+$/, '')]), [
        ['Sudin Uji Selatan', 'dihitung'],
        ...Array.from({ length: 4 }, () => ['Sudin Uji Selatan', 'ganda: sama dengan']),
      ]);
      const offices = await table(tab, 'Jumlah per kantor');
      assert.deepEqual(offices.map(([office, packages, sum]) => [office, packages, rupiah(sum)]), [['Sudin Uji Selatan', '2 Staf', total]]);
    });
  });
});

journeys('a QR code', { market: 'fixture', at: '2026-12-02T12:00' }, (test) => {
  /** What the drawing on the page says, read by its modules. */
  const drawn = async (tab) => {
    const code = await tab.find('img', 'Kode QR dari tautan daftar ini', await tab.find('dialog'));
    return code.evaluate((svg) => ({ box: svg.getAttribute('viewBox'), path: svg.querySelector('path').getAttribute('d'), ground: getComputedStyle(svg).backgroundColor, dark: getComputedStyle(svg).fill, width: svg.getBoundingClientRect().width }));
  };

  test('of a shared list is shown large, on white also in the dark, and printed with the list', async ({ tab, browser }) => {
    await put(tab, 'keripik-tempe-uji');
    await tab.go('/daftar');
    await tab.page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    assert.equal(await tab.page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /papers-/.test(name)).length), 0, 'what draws it is fetched when it is asked for');
    await tab.click('button', 'Tampilkan QR');
    const { box, path, ground, dark, width } = await drawn(tab);
    const [, , size] = box.split(' ').map(Number);
    assert.ok(size >= 33 && (size - 8 - 17) % 4 === 0, box);
    assert.equal(ground, 'rgb(255, 255, 255)');
    assert.equal(dark, 'rgb(0, 0, 0)');
    assert.ok(width >= 280, String(width));
    // Three finder patterns, seven modules wide, inside the quiet zone.
    for (const run of ['M4 4h7', `M${size - 11} 4h7`, `M4 ${size - 5}h7`]) assert.ok(path.includes(run), run);
    const link = carried(await tab.page.evaluate(() => document.querySelector('.planner__ways a').href));
    assert.ok((await (await tab.find('dialog')).evaluate((one) => one.innerText)).includes(link.href), link.href);
    if (browser.name === 'chromium') {
      await tab.page.emulateMediaType('print');
      const printed = await tab.page.evaluate(() => [...document.querySelectorAll('.qr__code, .shared')].filter((one) => one.checkVisibility()).map((one) => one.getAttribute('class')));
      assert.deepEqual(printed, ['panel shared', 'qr__code']);
      await tab.page.emulateMediaType(null);
    }
    await tab.press('Escape');
    await tab.gone('dialog');
  });

  test('of a list that is too long for one is not drawn; its link is offered', async ({ tab }) => {
    await put(tab, 'keripik-tempe-uji');
    // A basket as large as nobody fills it by hand.
    await tab.page.evaluate(async () => {
      const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
      const store = (await done(indexedDB.open('etalase'))).transaction('kept', 'readwrite').objectStore('kept');
      const [keys, values] = [await done(store.getAllKeys()), await done(store.getAll())];
      for (const [at, key] of keys.entries()) {
        const record = JSON.parse(values[at]);
        if (!record.lines) continue;
        const [line] = JSON.parse(record.lines);
        record.lines = JSON.stringify(Array.from({ length: 150 }, (_, n) => ({ ...line, code: `barang-uji-nomor-${n}` })));
        record.check = [...new TextEncoder().encode(record.lines)].reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
        await done(store.put(JSON.stringify(record), key));
      }
    });
    await tab.go('/daftar');
    await tab.click('button', 'Tampilkan QR');
    await tab.find('alert', /terlalu panjang untuk kode QR/, await tab.find('dialog'));
    await tab.find('button', 'Salin tautan', await tab.find('dialog'));
  });
});
