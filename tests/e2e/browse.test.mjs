// Looking around: from the home page to a product, by links alone.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';

journeys('browsing', { market: 'fixture', at: '2026-12-02T12:00' }, (test) => {
  test('the home page leads through a category to a product', async ({ tab }) => {
    await tab.go('/');
    await tab.click('link', /^Kuliner/, await tab.find('navigation', 'Kategori'));
    await tab.arrives('/kategori/kuliner');
    await tab.find('heading', /Kuliner/);
    await tab.click('link', 'Kue Cubit Uji', await tab.find('main'));
    await tab.arrives('/p/kue-cubit-uji');
    assert.equal(await tab.text('heading', 'Kue Cubit Uji'), 'Kue Cubit Uji');
  });

  test('every page has a title of its own and one main heading', async ({ tab }) => {
    const titles = [];
    for (const path of ['/', '/cari', '/kategori/kriya', '/kota/jakarta-selatan', '/p/kue-cubit-uji', '/toko/dapur-uji', '/jbl', '/jbl/jbl-uji-november', '/keranjang', '/simpan', '/tentang', '/acara', '/program', '/petugas', '/tidak-ada']) {
      await tab.go(path);
      const seen = await tab.page.evaluate(() => ({ title: document.title, headings: document.querySelectorAll('h1').length }));
      assert.equal(seen.headings, 1, `main headings of ${path}`);
      titles.push(seen.title);
    }
    assert.equal(new Set(titles).size, titles.length, `titles: ${titles.join(' | ')}`);
  });

  test('a result card is an article whose heading links to the product, with a price like Rp15.000', async ({ tab }) => {
    await tab.go('/kategori/kuliner');
    const cards = await tab.cards();
    assert.equal(cards.length, await tab.count('article'));
    assert.deepEqual(cards.find((card) => card.name === 'Keripik Tempe Uji'), { name: 'Keripik Tempe Uji', href: '/p/keripik-tempe-uji', price: 'Rp15.000' });
    for (const card of cards) assert.match(card.price, /^Rp\d{1,3}(\.\d{3})*$/, card.name);
  });

  test('a city lists the products made there, and no others', async ({ tab }) => {
    await tab.go('/');
    await tab.click('link', /^Pusat/, await tab.find('navigation', 'Kota'));
    await tab.arrives('/kota/jakarta-pusat');
    const names = (await tab.cards()).map((card) => card.name).sort();
    assert.deepEqual(names, ['Gelang Rotan Uji', 'Kemeja Batik Uji', 'Tas Pandan Uji']);
  });

  test('a product leads to its seller, whose page shows everything the seller offers', async ({ tab }) => {
    await tab.go('/p/tas-pandan-uji');
    await tab.click('link', 'Kriya Uji', await tab.find('main'));
    await tab.arrives('/toko/kriya-uji');
    await tab.find('heading', 'Kriya Uji');
    const names = (await tab.cards()).map((card) => card.name).sort();
    assert.deepEqual(names, ['Gelang Rotan Uji', 'Kemeja Batik Uji', 'Tas Pandan Uji']);
  });

  test('a name full of markup is shown as the letters it consists of', async ({ tab }) => {
    await tab.go('/p/kue-aneh-uji');
    const name = 'Kue <b>Aneh</b> & "Legit" <img src=x onerror=alert(1)> Uji';
    assert.equal(await tab.text('heading', name), name);
    assert.match(await tab.mainText(), /<script>alert\(1\)<\/script> bukan perintah/);
    assert.equal(await tab.page.evaluate(() => document.querySelectorAll('main b:not([aria-hidden]), main script, img[src="x"]').length), 0);
  });

  test('an address that leads nowhere says so and offers ways on', async ({ tab }) => {
    for (const path of ['/tidak-ada', '/p/tidak-ada', '/toko/tidak-ada', '/kategori/tidak-ada', '/kota/bandung', '/jbl/tidak-ada']) {
      await tab.go(path);
      await tab.find('heading', /tidak ditemukan/i);
      assert.ok((await tab.count('link', undefined, await tab.find('main'))) > 0, `ways on from ${path}`);
    }
  });

  test('a chosen kecamatan brings its products to the front and is remembered', async ({ tab }) => {
    await tab.go('/');
    await tab.click('button', /Ganti wilayah/);
    await tab.click('button', 'Koja', await tab.find('dialog'));
    await tab.gone('dialog');
    await tab.find('button', /^Wilayah: Koja/);
    await tab.reload();
    await tab.find('button', /^Wilayah: Koja/);
    const first = (await tab.cards()).slice(0, 2).map((card) => card.name).sort();
    assert.deepEqual(first, ['Kopi Bubuk Uji', 'Teh Melati Uji']);
  });
});
