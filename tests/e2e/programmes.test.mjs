// The pages of the city's programmes: a program of their own, entered from the market and left for it again.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { eventually } from './support/visitor.mjs';

const OPTIONS = { market: 'fixture', at: '2026-12-02T12:00' };

journeys('events', OPTIONS, (test) => {
  test('the foot of the market leads to the events, and the mark of theirs leads back', async ({ tab }) => {
    await tab.go('/');
    await tab.click('link', 'Acara', await tab.find('contentinfo'));
    await tab.arrives('/acara');
    await tab.find('heading', 'Acara');
    await tab.click('link', /^Pasar\s+Uji/, await tab.find('banner'));
    await tab.arrives('/');
    await tab.find('searchbox', 'Cari produk');
  });

  test('events stand under their months, the one that is on first, and what is over is folded away', async ({ tab }) => {
    await tab.go('/acara');
    await tab.find('heading', 'Desember 2026');
    const headings = await tab.page.evaluate(() => [...document.querySelectorAll('main h2, main h3')].filter((one) => one.checkVisibility()).map((one) => one.textContent));
    assert.deepEqual(headings, ['Desember 2026', 'Bazar Uji di Lobi', 'Kelas Foto Uji', 'Siaran Uji', 'Januari 2027', 'Pojok Uji di Mal', 'Yang sudah lewat']);
    await tab.says(/Bazar\s+Sedang berlangsung/);
    await tab.says(/Kamis 26 Nov, 09\.00 – Rabu 2 Des 2026, 15\.00 WIB/);
    await tab.says(/Lobi Uji, Jalan Uji 1, Jakarta Selatan/);
  });

  test('an event ends to the second while it is looked at', async ({ tab, site }) => {
    // The sheet's last minute is a minute that still counts.
    site.at('2026-12-02T15:00:54');
    await tab.go('/acara');
    assert.equal(await tab.text('status'), '4 acara');
    await tab.says(/Sedang berlangsung/);
    await eventually(() => tab.text('status'), '3 acara', 'the events that are left');
    assert.doesNotMatch(await tab.mainText(), /Sedang berlangsung/);
  });

  test('a city and a kind are asked for in the address, which a reload keeps', async ({ tab }) => {
    await tab.go('/acara');
    await tab.click('button', 'Jakarta Timur');
    await tab.arrives('/acara?kota=jakarta-timur');
    // What is all of Jakarta's is in every city.
    assert.equal(await tab.text('status'), '2 acara');
    await tab.click('button', 'Pelatihan');
    await tab.arrives('/acara?kota=jakarta-timur&jenis=pelatihan');
    await tab.reload();
    assert.equal(await tab.text('status'), '1 acara');
    await tab.click('button', 'Di mal');
    await tab.find('heading', 'Tidak ada yang cocok');
    await tab.click('button', 'Lihat semua acara');
    await tab.arrives('/acara');
    assert.equal(await tab.text('status'), '4 acara');
  });

  test('an event is taken into the calendar, found on a map, and shows who sells there', async ({ tab, site }) => {
    await tab.go('/acara');
    const href = await tab.href('link', 'Catat di kalender: Bazar Uji di Lobi');
    const file = await fetch(new URL(href, site.url));
    assert.match(file.headers.get('content-type'), /^text\/calendar/);
    const text = await file.text();
    assert.match(text, /SUMMARY:Bazar Uji di Lobi\r\n/);
    assert.match(text, /DTSTART:20261126T020000Z\r\n/);
    assert.equal(await tab.href('link', 'Buka peta: Bazar Uji di Lobi'), 'https://www.openstreetmap.org/relation/7625952');
    await tab.click('button', /^2 penjual ikut, /);
    assert.equal(new URL(await tab.href('link', 'Dapur Uji')).pathname, '/toko/dapur-uji');
    await tab.find('link', 'Kriya Uji');
  });

  test('a link to one event leads to it', async ({ tab }) => {
    await tab.go('/acara#mal-uji-januari');
    const seen = await tab.page.evaluate(() => new Promise((done) => {
      const look = () => {
        const box = document.getElementById('mal-uji-januari')?.getBoundingClientRect();
        if (box && box.top >= 0 && box.bottom <= innerHeight) done(true);
        else setTimeout(look, 50);
      };
      look();
    }));
    assert.ok(seen);
  });

  test('what was not to be had is tried again', async ({ tab, site }) => {
    site.fault(/\/data\/programmes-/, (_, response) => response.writeHead(503).end());
    await tab.page.goto(`${site.url}/acara`, { waitUntil: 'domcontentloaded' });
    await tab.find('button', 'Coba lagi');
    site.mend();
    await tab.click('button', 'Coba lagi');
    await tab.find('heading', 'Bazar Uji di Lobi');
  });
});

journeys('programmes', OPTIONS, (test) => {
  test('what the programmes are is told in the order, lists and sources of the sheet', async ({ tab }) => {
    await tab.go('/acara');
    await tab.click('link', 'Semua program', await tab.find('navigation', 'Program kota'));
    await tab.arrives('/program');
    await tab.find('heading', 'Langkah Uji');
    const told = await tab.page.evaluate(() => [...document.querySelectorAll('main article')].map((one) => ({
      title: one.querySelector('h2').textContent,
      steps: [...one.querySelectorAll('ol li')].map((item) => item.textContent),
      list: [...one.querySelectorAll('ul li')].map((item) => item.textContent),
    })));
    assert.deepEqual(told, [
      { title: 'Program Uji', steps: [], list: [] },
      { title: 'Langkah Uji', steps: ['Daftar', 'Pilih produk'], list: ['rasa', 'kemasan'] },
    ]);
    await tab.says(/Sumber: Lembar uji, 20 November 2026\./);
    assert.equal(await tab.href('link', /^Buka halaman resminya/), 'https://jakarta.go.id/uji');
  });

  test('the page asks for no goods', async ({ tab, site }) => {
    const asked = [];
    tab.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await tab.go('/program');
    await tab.find('heading', 'Program Uji');
    assert.ok(asked.some((path) => /\/data\/programmes-/.test(path)), asked.join(' '));
    assert.deepEqual(asked.filter((path) => /\/cards-/.test(path)), []);
  });
});
