// Cards for a stall: what is printed is what was chosen, on the paper that was chosen, and cameras read it.
import assert from 'node:assert/strict';
import jsQR from 'jsqr';
import { journeys } from './support/journey.mjs';
import { until } from './support/visitor.mjs';

/** What each card on the sheets says, and how many sheets there are. */
const printed = (tab) => tab.page.evaluate(() => ({
  sheets: document.querySelectorAll('.stall-sheet').length,
  cards: [...document.querySelectorAll('.stall-card')].map((card) => card.innerText.replace(/\s+/g, ' ').trim()),
}));
/** What a camera reads from a drawing, by a reader that is not ours. */
function read({ size, path }) {
  const scale = 4;
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = y * scale; row < (+y + 1) * scale; row += 1) {
      for (let column = x * scale; column < (+x + +width) * scale; column += 1) pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
    }
  }
  return jsQR(pixels, side, side)?.data;
}

const eventually = (tab, what, fits) => until(what, async () => fits(await printed(tab)));

journeys('cards for a stall', { market: 'fixture', at: '2026-11-27T12:00' }, (test) => {
  test('are a shop’s own first, and of its goods where they are chosen', async ({ tab, site }) => {
    await tab.go('/toko/dapur-uji');
    await tab.click('link', 'Cetak kartu lapak');
    await tab.arrives('/cetak');
    await tab.says(/1 kartu, 1 lembar A6/);
    const host = new URL(site.url).host;
    const { cards: [shop] } = await printed(tab);
    assert.match(shop, /^Pasar Uji Dapur Uji Pindai untuk melihat dan memesan Semua barang toko ini .+, Jakarta /);
    assert.ok(shop.endsWith(`${host}/toko/dapur-uji`), shop);
    await tab.find('img', 'Kode QR Dapur Uji');

    await tab.click('checkbox', 'Keripik Tempe Uji');
    await eventually(tab, 'a card more', ({ cards, sheets }) => cards.length === 2 && sheets === 2);
    const card = (await printed(tab)).cards[1];
    // In the middle of an edition: the promoted price is gone before the paper is.
    assert.match(card, /Keripik Tempe Uji Rp15\.000 per bungkus harga per Jumat 20 Nov 2026 Pindai/);
    await tab.click('checkbox', 'Cantumkan harga');
    await eventually(tab, 'no price', ({ cards }) => !/Rp/.test(cards.join()));

    await tab.click('button', 'Pilih semua');
    await tab.click('radio', /^A4/);
    await eventually(tab, 'four on a sheet', ({ cards, sheets }) => cards.length > 4 && sheets === Math.ceil(cards.length / 4));
    await tab.click('button', 'Kosongkan');
    await tab.says(/Pilih dulu kartunya/);
  });

  test('carry codes that lead to the pages they name', async ({ tab, site }) => {
    await tab.go('/cetak#keripik-tempe-uji');
    await tab.find('img', 'Kode QR Keripik Tempe Uji');
    assert.equal((await printed(tab)).cards.length, 1);
    const drawing = await tab.page.evaluate(() => {
      const code = document.querySelector('.stall-card__code');
      return { size: code.viewBox.baseVal.width, path: code.querySelector('path').getAttribute('d') };
    });
    assert.equal(read(drawing), `${site.url}/p/keripik-tempe-uji`);
  });

  test('are made for everybody who takes part in an event', async ({ tab }) => {
    await tab.go('/acara');
    const summary = await tab.page.waitForSelector('.event__sellers > summary');
    await tab.pressOn(summary);
    await tab.click('link', 'Cetak kartu lapak');
    await tab.arrives('/cetak');
    await eventually(tab, 'cards', ({ cards }) => cards.length > 0);
    const boxes = await tab.all('checkbox', /^Toko /);
    assert.equal((await printed(tab)).cards.length, boxes.length);
  });

  test('fill the paper and nothing else is printed', async ({ tab, browser }) => {
    await tab.go('/cetak#toko/dapur-uji');
    await tab.find('img', 'Kode QR Dapur Uji');
    await tab.click('button', 'Pilih semua');
    await eventually(tab, 'all', ({ cards }) => cards.length > 4);
    const { cards } = await printed(tab);
    if (browser.name !== 'chromium') return;
    for (const [paper, room, width] of [[/^A6/, 1, 105], [/^A4/, 4, 210]]) {
      await tab.click('radio', paper);
      const expected = Math.ceil(cards.length / room);
      await eventually(tab, 'the sheets', ({ sheets }) => sheets === expected);
      const pdf = Buffer.from(await tab.page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map((box) => Math.round((box[1] / 72) * 25.4));
      assert.deepEqual(sizes, Array(expected).fill(width));
    }
  });

  test('are for something: an address that names nothing says how to come here', async ({ tab }) => {
    await tab.go('/cetak');
    await tab.says(/Buka halaman toko/);
    await tab.go('/cetak?1#tidak-ada-uji');
    await tab.find('heading', 'Halaman tidak ditemukan');
  });
});
