// Bad connections: the page says what is going on and recovers.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { journeys } from './support/journey.mjs';
import { broken, cut, held } from './support/site.mjs';
import { until } from './support/visitor.mjs';

const open = (tab, path) => tab.page.goto(`${tab.site.url}${path}`, { waitUntil: 'domcontentloaded' });
const isShown = (tab, id) => tab.page.evaluate((of) => document.getElementById(of)?.checkVisibility() ?? false, id);

journeys('a bad connection', { market: 'fixture', at: '2026-12-02T12:00' }, (test) => {
  for (const [what, fault] of [['a server that fails', broken], ['a connection that breaks', cut]]) {
    test(`${what} is told, the page stays as it was written, and "Coba lagi" recovers`, async ({ tab, site }) => {
      site.fault(/latest\.json/, fault);
      await open(tab, '/kategori/kuliner');
      await tab.find('alert', undefined, undefined);
      assert.match(await tab.text('alert'), /Data terbaru belum dapat dimuat/);
      assert.ok((await tab.cards()).length > 0, 'the page as it was written');
      site.mend();
      await tab.click('button', 'Coba lagi');
      await tab.settled();
      assert.ok((await tab.cards()).length > 0, 'the page as it is now');
      assert.equal(await tab.count('button', 'Coba lagi'), 0);
    });
  }

  test('a program that breaks down while it draws is told, and the page stays as it was written', async ({ tab }) => {
    await tab.page.evaluateOnNewDocument(() => {
      Document.prototype.createElement = () => { throw new Error('no element'); };
    });
    await open(tab, '/kategori/kuliner');
    await until('the failure to be told', () => isShown(tab, 'gagal'));
    assert.ok((await tab.cards()).length > 0, 'the page as it was written');
  });

  test('a page that nobody has written says so itself, and "Coba lagi" recovers', async ({ tab, site }) => {
    site.fault(/latest\.json/, broken);
    await open(tab, '/simpan');
    await tab.find('heading', 'Tersimpan');
    await tab.click('link', /^Beranda/, await tab.find('navigation', 'Utama'));
    await tab.find('button', 'Coba lagi');
    site.mend();
    await tab.click('button', 'Coba lagi');
    await until('products', async () => (await tab.cards()).length > 0);
  });

  test('a product that cannot be had is told on its page, and "Coba lagi" recovers', async ({ tab, site }) => {
    await tab.go('/kategori/kriya');
    site.fault(/\.json/, broken);
    await tab.click('link', 'Tas Pandan Uji', await tab.find('main'));
    await tab.find('button', 'Coba lagi');
    site.mend();
    await tab.click('button', 'Coba lagi');
    await tab.find('heading', 'Tas Pandan Uji');
    await tab.find('button', 'Tambah ke keranjang');
  });

  test('a failure that was told stays told until somebody tries again', async ({ tab, site }) => {
    // All attempts follow at once, so that they are over before a wait would be called slow.
    await tab.page.evaluateOnNewDocument(() => {
      Math.random = () => 0;
    });
    await tab.go('/kategori/kriya');
    site.fault(/\.json/, broken);
    await tab.click('link', 'Tas Pandan Uji', await tab.find('main'));
    await tab.find('button', 'Coba lagi');
    await pause(4000);
    assert.equal(await tab.count('button', 'Coba lagi'), 1);
  });

  test('a slow catalogue is awaited with words that change', async ({ tab, site }) => {
    const slow = held();
    site.fault(/latest\.json/, slow);
    // Asked for by words, so that the page as it was written is not what is wanted.
    await open(tab, '/cari?q=kue');
    await tab.find('status', /Memuat/);
    assert.equal((await tab.cards()).length, 0);
    await tab.find('status', /Masih memuat/);
    slow.release();
    await until('products', async () => (await tab.cards()).length > 0);
    assert.equal(await tab.count('status', /emuat/), 0);
  });

  test('an app that cannot be fetched leaves the written page, a message and a way out', async ({ tab, site }) => {
    site.fault(/\.wasm/, broken);
    await open(tab, '/p/keripik-tempe-uji');
    await until('the message', () => isShown(tab, 'gagal'));
    await tab.find('link', /^Pesan lewat WhatsApp/);
    assert.equal(await tab.count('button', /keranjang/), 0, 'nothing is offered that does not work');
    site.mend();
    await tab.click('link', 'Muat ulang');
    await tab.started();
    assert.equal(await isShown(tab, 'gagal'), false);
  });

  test('an app that was changed on its way is not run', async ({ tab, site }) => {
    site.fault(/\.wasm/, (_, response) => response.writeHead(200, { 'Content-Type': 'application/wasm' }).end('not the app'));
    await open(tab, '/');
    await until('the message', () => isShown(tab, 'gagal'));
    assert.equal(await tab.page.evaluate(() => document.documentElement.dataset.app), 'failed');
  });

  test('a slow app is announced, and the announcement goes when it runs', async ({ tab, site }) => {
    const slow = held();
    site.fault(/\.wasm/, slow);
    await open(tab, '/');
    await until('the announcement', () => isShown(tab, 'lambat'));
    slow.release();
    await tab.started();
    assert.equal(await isShown(tab, 'lambat'), false);
  });

  test('a file that does not fit its hash is never shown', async ({ tab, site }) => {
    const forge = (request, response, proceed) => {
      if (/latest\.json/.test(request.url)) return proceed();
      return response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"cards":[]}');
    };
    site.fault(/\.json/, forge);
    await open(tab, '/kategori/kuliner?stok=siap');
    await tab.find('button', 'Coba lagi');
    assert.equal((await tab.cards()).length, 0);
  });

  test('without scripts, what only a program can do says that it needs one', async ({ site }) => {
    for (const path of ['/keranjang', '/simpan', '/gebetan', '/rapat']) {
      const page = await (await fetch(`${site.url}${path}`)).text();
      assert.match(page, /<noscript>\s*<p[^>]*>(Etalase|Halaman ini) memerlukan JavaScript\./, path);
    }
  });
});
