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
    test(`${what} is told, and "Coba lagi" recovers`, async ({ tab, site }) => {
      site.fault(/latest\.json/, fault);
      await open(tab, '/');
      await tab.find('alert', undefined, undefined);
      await tab.find('button', 'Coba lagi');
      site.mend();
      await tab.click('button', 'Coba lagi');
      await until('products', async () => (await tab.cards()).length > 0);
      assert.equal(await tab.count('button', 'Coba lagi'), 0);
    });
  }

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
    await open(tab, '/cari');
    await tab.find('status', /Memuat/);
    await tab.find('status', /Masih memuat/);
    slow.release();
    await until('products', async () => (await tab.cards()).length > 0);
    assert.equal(await tab.count('status', /emuat/), 0);
  });

  test('an app that cannot be fetched leaves a message and a way out', async ({ tab, site }) => {
    site.fault(/\.wasm/, broken);
    await open(tab, '/');
    await until('the message', () => isShown(tab, 'gagal'));
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
    await open(tab, '/');
    await tab.find('button', 'Coba lagi');
    assert.equal((await tab.cards()).length, 0);
  });

  test('without scripts every page says what it needs', async ({ site }) => {
    for (const path of ['/', '/p/keripik-tempe-uji']) {
      const page = await (await fetch(`${site.url}${path}`)).text();
      assert.match(page, /<noscript>\s*<p>Etalase memerlukan JavaScript\./, path);
    }
  });
});
