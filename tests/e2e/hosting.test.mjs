// The built market behind nginx, by the rules that `catalogue nginx` writes: it answers as `_headers` asks of every host, which
// our own server reads for the other tests; and the app starts there.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from '../../tools/serve.mjs';
import { launch } from './support/browser.mjs';
import { startNginx } from './support/nginx.mjs';
import { SAMPLE } from './support/site.mjs';
import { newVisitor } from './support/visitor.mjs';

const first = (folder, pattern) => {
  const name = readdirSync(join(SAMPLE, folder)).find((one) => pattern.test(one));
  assert.ok(name, `${folder} has nothing like ${pattern}`);
  return `${folder}/${name}`.replace(/^\/?/, '/');
};

// One address of every kind that the site has.
const PRODUCT = first('p', /./);
const FILES = [
  first('', /^market-[0-9a-f]{12,}\.js$/), first('', /_bg\.wasm$/), first('', /\.css$/), first('data', /^cards-.*\.json$/),
  first('foto', /\.webp$/), first('foto', /\.jpg$/), '/latest.json', '/sw.js', '/manifest.webmanifest', '/icons.svg', '/icon-192.png',
  '/feeds/produk.jsonl', '/feeds/jbl.ics', first('unduh', /\.xlsx$/),
].filter((path) => existsSync(join(SAMPLE, path)));
const PAGES = ['/', '/index.html', PRODUCT, `${PRODUCT}/`, first('toko', /./), '/petugas', '/program', '/mulai'];
const MISSING = ['/tidak-ada', '/p/tidak-ada', '/data/cards-0-0123456789abcdef.json', '/market-0123456789abcdef.js', '/p', '/data/', '/_headers', '/keranjang'];
const HEADERS = [
  'content-type', 'cache-control', 'content-security-policy', 'strict-transport-security', 'x-content-type-options', 'x-frame-options',
  'referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy', 'access-control-allow-origin',
];

// What clients accept, and the coding that fits best.
const ACCEPTED = [['br, gzip', 'br'], ['gzip, deflate', 'gzip'], ['br', 'br'], ['gzip;q=0.5, br;q=0', 'gzip'], ['identity', undefined]];

/** Asks as a browser would, without unpacking: status, headers, bytes. */
const ask = (origin, path, { method = 'GET', ...headers } = {}) => new Promise((done, failed) => {
  request(`${origin}${path}`, { method, headers }, (response) => {
    const pieces = [];
    response.on('data', (piece) => pieces.push(piece));
    response.on('end', () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) }));
  }).on('error', failed).end();
});

/** Where the copy lies of what an address answers with. */
const fileOf = (path, coding) => {
  const bare = path.replace(/\/$/, '');
  return `${/\.\w+$/.test(bare) ? bare : `${bare}/index.html`}${coding === 'br' ? '.br' : '.gz'}`;
};

const said = ({ status, headers }) => ({ status, ...Object.fromEntries(HEADERS.map((name) => [name, headers[name]])) });

let nginx;
let plain;
let ours;
before(async () => {
  [nginx, plain, ours] = await Promise.all([startNginx(SAMPLE), startNginx(SAMPLE, { brotli: false }), serve({ folder: SAMPLE, port: 0 })]);
});
after(() => Promise.all([nginx?.close(), plain?.close(), ours?.close()]));

test('nginx answers every kind of address as our server does, with all headers of _headers', async () => {
  for (const path of [...FILES, ...PAGES, ...MISSING]) {
    const [theirs, own] = await Promise.all([nginx.url, ours.url].map((url) => ask(url, path)));
    assert.deepEqual(said(theirs), said(own), path);
    assert.ok(theirs.body.equals(own.body), `${path}: other content`);
    assert.equal(theirs.status, MISSING.includes(path) ? 404 : 200, path);
    assert.match(theirs.headers['content-security-policy'], /require-trusted-types-for/, path);
  }
  assert.equal(nginx.complaints(), '');
});

test('an unknown address gets the app with status 404, and is asked for again next time', async () => {
  const page = await ask(nginx.url, '/404.html');
  for (const path of MISSING) {
    const answer = await ask(nginx.url, path);
    assert.ok(answer.body.equals(page.body), path);
    assert.equal(answer.headers['cache-control'], 'no-cache', path);
  }
});

test('what is asked for in Brotli or gzip comes as the copy that lies beside the file, and else as it is', async () => {
  for (const path of [...FILES, ...PAGES]) {
    const identity = await ask(ours.url, path);
    for (const [accept, coding] of ACCEPTED) {
      const [theirs, own] = await Promise.all([nginx.url, ours.url].map((url) => ask(url, path, { 'accept-encoding': accept })));
      if (nginx.brotli || coding !== 'br') {
        assert.equal(theirs.headers['content-encoding'], own.headers['content-encoding'], `${path} ${accept}`);
        assert.ok(theirs.body.equals(own.body), `${path} ${accept}: other bytes`);
      }
      if (own.headers['content-encoding']) assert.equal(own.headers['content-encoding'], coding, `${path} ${accept}`);
      const copied = coding && existsSync(join(SAMPLE, fileOf(path, coding)));
      if (copied) assert.equal(own.headers['content-encoding'], coding, `${path} ${accept}`);
      if (copied) assert.match(theirs.headers.vary, /accept-encoding/i, path);
      assert.ok(own.body.length <= identity.body.length, path);
    }
  }
});

test('every text of some size has both copies, so nothing is compressed while somebody waits', async () => {
  for (const path of ['/', PRODUCT, '/sw.js', '/manifest.webmanifest', ...FILES.filter((one) => /\.(js|wasm|css|json|jsonl|ics)$/.test(one))]) {
    if ((await ask(ours.url, path)).body.length < 1024) continue;
    for (const coding of ['br', 'gzip']) assert.ok(existsSync(join(SAMPLE, fileOf(path, coding))), `${path} ${coding}`);
  }
});

test('without the Brotli module everything is there all the same', async () => {
  for (const path of ['/', PRODUCT, FILES[0]]) {
    const answer = await ask(plain.url, path, { 'accept-encoding': 'br, gzip' });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['content-encoding'], 'gzip', path);
  }
});

test('HEAD, a part of a file, and what has not changed are answered alike', async () => {
  const wasm = FILES[1];
  for (const { url } of [nginx, ours]) {
    const whole = await ask(url, wasm);
    const head = await ask(url, wasm, { method: 'HEAD' });
    assert.deepEqual([head.status, head.body.length, head.headers['content-length']], [200, 0, String(whole.body.length)], url);
    for (const [range, from, to] of [['bytes=10-19', 10, 20], ['bytes=-5', whole.body.length - 5, whole.body.length], [`bytes=${whole.body.length - 3}-`, whole.body.length - 3, whole.body.length]]) {
      const part = await ask(url, wasm, { range });
      assert.equal(part.status, 206, `${url} ${range}`);
      assert.equal(part.headers['content-range'], `bytes ${from}-${to - 1}/${whole.body.length}`);
      assert.ok(part.body.equals(whole.body.subarray(from, to)), range);
    }
    assert.equal((await ask(url, wasm, { range: `bytes=${whole.body.length}-` })).status, 416, url);
    for (const accept of ['identity', 'gzip']) {
      const answer = await ask(url, '/', { 'accept-encoding': accept });
      const again = await ask(url, '/', { 'accept-encoding': accept, 'if-none-match': answer.headers.etag });
      assert.deepEqual([again.status, again.body.length, again.headers['cache-control']], [304, 0, 'no-cache'], `${url} ${accept}`);
    }
    const tags = await Promise.all(['identity', 'gzip'].map(async (accept) => (await ask(url, '/', { 'accept-encoding': accept })).headers.etag));
    assert.notEqual(tags[0], tags[1], `${url}: two contents under one tag`);
  }
});

test('the app starts behind nginx, at home and on a product, without a complaint', async () => {
  const browser = await launch('chromium');
  const visitor = await newVisitor(browser, nginx);
  try {
    const tab = await visitor.tab();
    for (const [path, role, name] of [['/', 'searchbox', 'Cari produk'], [PRODUCT, 'button', 'Tambah ke keranjang']]) {
      await tab.go(path);
      await tab.find(role, name);
    }
    assert.deepEqual(tab.complaints, []);
  } finally {
    await visitor.close();
    await browser.close();
  }
});
