// Without a network: what was opened once opens again, the rest says so; and a next publication never gets mixed in.
// The server is really switched off: what drivers call offline does not reach the service worker.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { journeys } from './support/journey.mjs';
import { inKept, keepsAll, worker } from './support/offline.mjs';
import { carried } from './support/planner.mjs';
import { APP, held } from './support/site.mjs';
import { eventually, until } from './support/visitor.mjs';

const KERIPIK = '/p/keripik-tempe-uji';
const open = (tab, path) => tab.page.goto(`${tab.site.url}${path}`, { waitUntil: 'domcontentloaded' });
const isShown = (tab, id) => tab.page.evaluate((of) => document.getElementById(of)?.checkVisibility() ?? false, id);
const pictureIsThere = (tab) => until('the picture', () => tab.page.evaluate(() => {
  const picture = document.querySelector('main img[src^="/foto/"]');
  return picture?.complete && picture.naturalWidth > 0;
}));

/** How many publications come in the middle of a visit; CI, which is short of time, makes fewer. */
const DEPLOYMENTS = Number(process.env.DEPLOYMENTS ?? 50);

journeys('without a network', { market: 'fixture', at: '2026-12-02T12:00' }, (test) => {
  /** Switches the server off for as long as `run` takes. */
  async function offline(site, run) {
    await site.stop();
    try {
      await run();
    } finally {
      await site.start();
    }
  }

  test('what one visit has opened opens again: home, product with its picture, basket, saved, shared list', async ({ tab, visitor, site }) => {
    await tab.go('/');
    await tab.click('link', 'Keripik Tempe Uji', await tab.find('main'));
    await tab.arrives(KERIPIK);
    await pictureIsThere(tab);
    await tab.click('button', 'Tambah ke keranjang');
    await tab.find('status', /keranjang/i);
    await tab.click('button', /^Simpan/, await tab.find('region', 'Pesan'));
    await tab.go('/daftar');
    const { hash } = carried(await tab.href('link', 'Kirim lewat WhatsApp'));
    await tab.go(`/daftar${hash}`);
    await keepsAll(tab);
    await tab.page.close();

    await offline(site, async () => {
      const later = await visitor.tab();
      await later.go('/');
      assert.ok((await later.cards()).length > 5, 'cards at home');
      assert.match(await later.text('contentinfo'), /Data per Jumat 20 Nov 2026/);
      await later.go(KERIPIK);
      await later.find('heading', 'Keripik Tempe Uji');
      await later.find('button', 'Tambah ke keranjang');
      await pictureIsThere(later);
      await later.go('/keranjang');
      await later.find('region', 'Dapur Uji');
      await later.says(/Rp15\.000/);
      await later.go('/simpan');
      await eventually(async () => (await later.cards()).map((card) => card.name), ['Keripik Tempe Uji'], 'the saved one');
      await later.go(`/daftar?${hash}`);
      await later.says(/1 bungkus × Rp15\.000/);
      for (const path of ['/kategori/kriya', '/kota/jakarta-pusat', '/cari?q=uji', '/jbl']) {
        await later.go(path);
        assert.equal(await later.count('button', 'Coba lagi'), 0, path);
      }
    });
  });

  test('what was not opened says so, and comes with one tap once there is a network', async ({ tab, site }) => {
    await tab.go('/');
    await keepsAll(tab);
    await offline(site, async () => {
      await open(tab, '/p/tas-pandan-uji');
      await tab.find('button', 'Coba lagi');
      await tab.says(/Koneksi terputus/);
    });
    await tab.click('button', 'Coba lagi');
    await tab.find('button', 'Tambah ke keranjang');

    await offline(site, async () => {
      await open(tab, '/daftar#1l');
      await until('the message', () => isShown(tab, 'gagal'));
    });
    await tab.click('link', 'Muat ulang');
    await tab.started();
    assert.equal(await tab.page.evaluate(() => location.hash), '#1l', 'the list is still in the address');
  });

  test('what failed is tried again by itself when the phone is back', async ({ tab, site }) => {
    await tab.go('/');
    await keepsAll(tab);
    await offline(site, async () => {
      await open(tab, '/p/tas-pandan-uji');
      await tab.find('button', 'Coba lagi');
    });
    await tab.page.evaluate(() => dispatchEvent(new Event('online')));
    await tab.find('button', 'Tambah ke keranjang');
  });

  test('a server that only fails or takes long is as good as none', async ({ tab, site }) => {
    await tab.go('/');
    await keepsAll(tab);
    for (const [what, fault] of [
      ['fails', (_, response) => response.writeHead(503).end()],
      ['answers with a page', (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html>Selamat datang di Wi-Fi')],
      ['takes long', held()],
    ]) {
      site.fault(/latest\.json/, fault);
      await tab.go('/cari');
      assert.ok((await tab.cards()).length > 5, `the catalogue's server ${what}`);
      site.mend();
    }
    const slow = held();
    site.fault(/^\/kategori/, slow);
    await tab.go('/kategori/kriya');
    slow.release();
    assert.ok((await tab.cards()).length > 0);
  });

  test('the phone keeps its own clock: what was kept does not say when it is', async ({ tab, site }) => {
    await tab.go('/');
    await keepsAll(tab);
    await offline(site, async () => {
      const date = await tab.page.evaluate(async () => (await fetch('/latest.json', { cache: 'no-cache' })).headers.get('date'));
      assert.equal(date, null);
    });
  });
});

journeys('what is kept', { market: 'fixture', at: '2026-12-02T12:00' }, (test) => {
  /** Serves the worker changed by `edit`; what it does otherwise stays. */
  const changed = (site, edit) => site.fault(/^\/sw\.js$/, async (_, response) => {
    const text = await worker(site);
    response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-cache' }).end(edit(text));
  });
  const browse = async (tab) => {
    for (const path of ['/', KERIPIK, '/p/kemeja-batik-uji', '/']) await tab.go(path);
    assert.ok((await tab.cards()).length > 5);
  };

  test('has limits: what was used last stays', async ({ tab, site }) => {
    changed(site, (text) => {
      const small = text.replace('PICTURES = 300', 'PICTURES = 2').replace('PARTS = 60', 'PARTS = 1');
      assert.equal(text.length - small.length, 3);
      return small;
    });
    await tab.go('/');
    await keepsAll(tab);
    await browse(tab);
    await tab.go('/p/kemeja-batik-uji');
    await pictureIsThere(tab);
    const shown = await tab.page.evaluate(() => new URL(document.querySelector('main img[src^="/foto/"]').currentSrc).pathname);
    await eventually(async () => (await inKept(tab, 'etalase-foto')).length, 2, 'two pictures');
    assert.ok((await inKept(tab, 'etalase-foto')).includes(shown), 'the last one');
    const names = async () => (await inKept(tab, 'etalase-data')).map((path) => path.replace(/-[0-9a-f]{16}\.json$/, '')).sort();
    await eventually(async () => (await names()).length, 3, 'manifest, cards, and one part');
    assert.ok((await names()).includes('/data/manifest') && (await names()).includes('/data/cards-0'));
  });

  for (const [what, fault] of [
    ['has no room', "{ const put = Cache.prototype.put; Cache.prototype.put = function (path, ...rest) { return /data|foto|latest/.test(path) ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : put.call(this, path, ...rest); }; }"],
    ['cannot be read', "Cache.prototype.match = Cache.prototype.keys = () => Promise.reject(new DOMException('broken', 'UnknownError'));"],
  ]) {
    test(`and a store that ${what} keep no page from opening`, async ({ tab, site }) => {
      changed(site, (text) => `${fault}\n${text}`);
      await tab.go('/');
      await until('a worker', () => tab.page.evaluate(() => navigator.serviceWorker.controller !== null));
      await browse(tab);
    });
  }

  test('and damaged there is fetched anew: a part of the catalogue unseen, the app with one tap', async ({ tab }) => {
    await tab.go('/');
    await keepsAll(tab);
    const damage = (store, ending, type) => tab.page.evaluate(async (...of) => {
      const name = (await caches.keys()).find((one) => one.startsWith(of[0]));
      const cache = await caches.open(name);
      for (const { url } of (await cache.keys()).filter((one) => one.url.endsWith(of[1]))) {
        await cache.put(url, new Response('damaged', { headers: { 'Content-Type': of[2] } }));
      }
    }, store, ending, type);
    await damage('etalase-data', '.json', 'application/json');
    await tab.reload();
    assert.ok((await tab.cards()).length > 5);
    await damage('etalase-app', '.wasm', 'application/wasm');
    await open(tab, '/');
    await until('the message', () => isShown(tab, 'gagal'));
    await pause(500);
    await tab.click('link', 'Muat ulang');
    await tab.started();
    assert.ok((await tab.cards()).length > 5);
  });

  test('is never a wrong answer', async ({ tab, site }) => {
    await tab.go('/');
    await keepsAll(tab);
    site.fault(/^\/(data|foto)\//, (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html>Masuk dulu'));
    await open(tab, '/p/kemeja-batik-uji');
    await tab.find('button', 'Coba lagi');
    site.mend();
    await tab.click('button', 'Coba lagi');
    await tab.find('button', 'Tambah ke keranjang');
    await pause(500);
    const wrong = await tab.page.evaluate(async () => {
      const found = [];
      for (const name of ['etalase-data', 'etalase-foto']) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          if (/html/.test((await cache.match(request)).headers.get('Content-Type'))) found.push(request.url);
        }
      }
      return found;
    });
    assert.deepEqual(wrong, []);
  });
});

journeys('publications in the middle of a visit', { market: 'fixture', at: '2026-12-02T12:00' }, (test) => {
  /** Every product's name and price carry the number of the generation. */
  const numbered = (n) => (sheet) =>
    sheet.replace(/ Uji("?,\w+,[^,]*,)(\d+)\.000,/g, (_, between, thousands) => ` Uji G${n}${between}${thousands}.${String(n).padStart(3, '0')},`);

  /** The numbers that a page shows, in names and in prices. */
  const seen = (tab) => tab.page.evaluate(() => {
    const numbers = [...document.body.innerText.matchAll(/Uji G(\d+)/g)].map(([, n]) => Number(n));
    for (const card of document.querySelectorAll('main article')) {
      const price = /Rp[\d.]*?(\d{3})(?!\d)(?!\.)/.exec(card.innerText);
      if (price && / Uji/.test(card.innerText)) numbers.push(Number(price[1]));
    }
    const own = location.pathname === '/p/keripik-tempe-uji' ? /Rp15\.(\d{3})/.exec(document.body.innerText) : null;
    if (own) numbers.push(Number(own[1]));
    return [...new Set(numbers)];
  });

  test('many of them, with reloads at any moment: no page mixes two generations, with and without a network', async ({ tab, site }) => {
    await site.publish(numbered(1));
    await tab.go('/');
    await keepsAll(tab);
    const paths = ['/', KERIPIK, '/cari?q=uji', '/kategori/kuliner'];
    let newest = 1;
    const generations = new Set();
    for (let n = 2; n <= DEPLOYMENTS + 1; n += 1) {
      const published = site.publish(numbered(n));
      for (let visit = 0; visit < 3; visit += 1) {
        await pause(Math.random() * 60);
        const isOffline = n % 5 === 0 && visit === 2;
        if (isOffline) await site.stop();
        if (Math.random() < 0.5) await open(tab, paths[(n + visit) % paths.length]);
        else await tab.page.reload({ waitUntil: 'domcontentloaded' });
        await tab.started();
        const numbers = await until('products', async () => ((await seen(tab)).length > 0 ? seen(tab) : null)).finally(() => isOffline && site.start());
        assert.equal(numbers.length, 1, `${await tab.address()} shows generations ${numbers} (publication ${n}, visit ${visit})`);
        assert.ok(isOffline || numbers[0] >= newest, `with a network generation ${numbers} came after ${newest}`);
        newest = Math.max(newest, numbers[0]);
        generations.add(numbers[0]);
      }
      await published;
    }
    assert.ok(generations.size > DEPLOYMENTS / 2, `the visits have seen ${generations.size} generations`);
    await tab.go('/');
    await eventually(() => seen(tab), [DEPLOYMENTS + 1], 'the last one');
  }, { timeout: 400_000 });

  test('a new app waits until no page uses the former one, and then replaces it', async ({ tab, visitor, site }) => {
    const folder = await mkdtemp(join(tmpdir(), 'etalase-app-'));
    const isNew = (of) => of.page.evaluate(() => document.documentElement.outerHTML.includes('the next app'));
    const stores = (of) => of.page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('etalase-app')).length);
    try {
      await cp(APP, folder, { recursive: true });
      const page = await readFile(join(folder, 'index.html'), 'utf8');
      await writeFile(join(folder, 'index.html'), page.replace('</body>', '<!-- the next app --></body>'));
      await tab.go('/daftar');
      await keepsAll(tab);
      await site.publish(undefined, { app: folder });
      await tab.go('/');
      assert.ok(await isNew(tab), 'the network has the new page');
      await until('the new worker to wait', () => tab.page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting !== null));
      assert.equal(await stores(tab), 2);
      await site.stop();
      await tab.go('/cari');
      assert.ok(!(await isNew(tab)), 'the former worker starts the former app');
      await site.start();
      await tab.page.close();
      // The former worker may finish what it has in hand.
      await pause(8000);
      const later = await visitor.tab();
      await later.go('/');
      await until('the new worker alone', async () => (await stores(later)) === 1);
      await site.stop();
      await later.go('/cari');
      assert.ok(await isNew(later), 'the new worker starts the new app');
      await later.go('/daftar');
      await site.start();
    } finally {
      if (!site.isRunning()) await site.start();
      await rm(folder, { recursive: true, force: true });
      await site.publish();
    }
  });

  test('one without a worker takes the former one out with everything it kept', async ({ tab, site }) => {
    try {
      await tab.go('/');
      await keepsAll(tab);
      await site.publish(undefined, { words: ['--no-offline'] });
      await tab.reload();
      await until('no worker', () => tab.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length === 0));
      await eventually(() => tab.page.evaluate(() => caches.keys()), [], 'nothing kept');
      await tab.reload();
      assert.equal(await tab.page.evaluate(() => navigator.serviceWorker.controller), null);
      assert.ok((await tab.cards()).length > 5);
    } finally {
      await site.publish();
    }
  });
});

// The browser's own reading of the manifest; Firefox has no such question.
journeys('on the home screen', { market: 'fixture', browsers: ['chromium'] }, (test) => {
  test('the market can be installed, and its shortcuts lead to pages that are there', async ({ tab, site }) => {
    await tab.go('/');
    await keepsAll(tab);
    const client = await tab.page.createCDPSession();
    const { errors, data } = await client.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
    // A window that keeps nothing installs nothing; nothing else may be in the way.
    assert.deepEqual(installabilityErrors.map((error) => error.errorId).filter((id) => id !== 'in-incognito'), []);
    const manifest = JSON.parse(data);
    for (const { src } of [...manifest.icons, ...manifest.shortcuts.flatMap(({ icons }) => icons)]) {
      assert.equal((await fetch(`${site.url}${src}`)).status, 200, src);
    }
    for (const [name, url] of [['Cari', '/cari'], ['Keranjang', '/keranjang'], ['Simpan', '/simpan']]) {
      assert.equal(manifest.shortcuts.find((one) => (one.short_name ?? one.name) === name)?.url, url);
      await tab.go(url);
      assert.equal(await tab.count('heading', 'Halaman tidak ditemukan'), 0, url);
    }
  });
});
