#!/usr/bin/env node
// Measures the built sample market as a cheap phone on patchy 4G sees it, beside the same pages in other stacks, all of
// them in one run and in turns, so that what else the machine does hits everyone alike:
//
//   static         the page as `catalogue` wrote it, without any program: the floor
//   solid, preact, react   the same list of products, drawn in the browser by those
//   ours           what is in dist/
//
//   node tools/bench/pages.mjs [FOLDER=dist] [--runs 7] [--only home,category]
//
// `tap` is when a tap is answered: ours fills a heart by boot/boot.js, before the program is there, which must know of it when
// it is; the other stacks answer as soon as they are `ready`, that is, once they have drawn themselves.
//
// Each visit is cold: a fresh profile, 360×740, 150 ms round trip, 1.6 Mbit/s, a processor four times slower. Printed are
// medians with their range; the same goes to target/bench/pages.json.
import { createReadStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { solidPlugin } from 'esbuild-plugin-solid';
import { launch } from '../../tests/e2e/support/browser.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const words = process.argv.slice(2);
const option = (name, usual) => {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? usual : words.splice(at, 2)[1];
};
const runs = Number(option('runs', 7));
const wanted = option('only', 'home,category,product').split(',');
const folder = words[0] ?? 'dist';
const PAGES = { home: '/', category: '/kategori/kuliner', product: firstProduct() };

/** The first product of the category's page, whatever market it is. */
function firstProduct() {
  const page = readFileSync(join(folder, 'kategori/kuliner/index.html'), 'utf8');
  return /href="(\/p\/[^"]+)"/.exec(page)?.[1] ?? fail('the page of kuliner shows no product');
}

function fail(what) {
  console.error(`bench/pages: ${what}`);
  process.exit(1);
}

// --- What is served ---

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm', '.css': 'text/css', '.svg': 'image/svg+xml', '.webp': 'image/webp', '.jpg': 'image/jpeg', '.png': 'image/png', '.webmanifest': 'application/manifest+json' };
const PACKED = new Set(['.html', '.js', '.json', '.wasm', '.css', '.svg', '.webmanifest']);
const packed = new Map();

/** Brotli at the level that a host keeps files in. */
function pack(key, bytes) {
  if (!packed.has(key)) packed.set(key, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  return packed.get(key);
}

/** `extra` are pages of a stack's own, by address; everything else is the market's. */
function answer(extra) {
  return (request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    const own = extra.get(pathname);
    let file = join(folder, pathname);
    if (!own && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!own && !existsSync(file)) return response.writeHead(404).end();
    const type = own ? own.type : extname(file);
    const headers = { 'Content-Type': TYPES[type] ?? 'application/octet-stream', 'Cache-Control': 'no-cache' };
    if (!PACKED.has(type)) {
      response.writeHead(200, headers);
      return createReadStream(file).pipe(response);
    }
    const bytes = own ? pack(own, Buffer.from(own.text)) : pack(file, readFileSync(file));
    return response.writeHead(200, { ...headers, 'Content-Encoding': 'br', 'Content-Length': bytes.length }).end(bytes);
  };
}

const open = (extra = new Map()) => new Promise((done) => {
  const server = createServer(answer(extra));
  server.listen(0, '127.0.0.1', () => done({ url: `http://127.0.0.1:${server.address().port}`, server }));
});

// --- The other stacks ---

/** The written page without any program. */
function bare(path) {
  const page = readFileSync(join(folder, path, 'index.html'), 'utf8');
  return page
    .replace(/<script(?! type="application\/ld)[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link [^>]*rel="(modulepreload|preload)"[^>]*>/g, '')
    .replace('</body>', '<script type="module" src="/bench.js"></script></body>');
}

/** Filters the list while one types, as the others do; the page itself is there without it. */
const BARE = `const grid = document.querySelector('#hasil, .grid'), input = document.querySelector('.search__input');
let all;
input?.addEventListener('input', async () => {
  all ??= await (await fetch('/bench-all.json')).json();
  const words = input.value.toLowerCase();
  grid.innerHTML = all.filter(({ name }) => name.toLowerCase().includes(words)).slice(0, 24).map(({ html }) => '<article class="product-card">' + html + '</article>').join('');
});
window.isReady = true;`;

/** Every card of the market, as the app shows it: what the other stacks draw and search. */
async function cards(browser, url) {
  const page = await browser.newPage();
  await page.goto(`${url}/cari`, { waitUntil: 'load' });
  await page.waitForFunction(() => document.documentElement.dataset.app === 'ready' && !document.getElementById('terbitan'));
  for (;;) {
    const more = await page.$('.more button');
    if (!more) break;
    await more.evaluate((button) => button.click());
    await pause(50);
  }
  const all = await page.evaluate(() => [...document.querySelectorAll('#hasil .product-card')].map((card) => {
    const text = (selector) => card.querySelector(selector)?.textContent.trim() ?? '';
    const image = card.querySelector('img');
    return {
      name: text('.product-card__name'), href: card.querySelector('h2 a').getAttribute('href'), price: text('.price'), unit: text('.product-card__unit'),
      who: text('.product-card__who'), tags: [...card.querySelectorAll('.tag')].map((tag) => tag.textContent),
      src: image?.getAttribute('src'), srcset: card.querySelector('source')?.getAttribute('srcset'), sizes: card.querySelector('source')?.getAttribute('sizes'),
      html: card.innerHTML,
    };
  }));
  const shown = [...readFileSync(join(folder, 'kategori/kuliner/index.html'), 'utf8').matchAll(/<h2 class="product-card__name"><a href="([^"]+)"/g)].map(([, href]) => href);
  await page.close();
  return { all, home: shown.map((href) => all.find((card) => card.href === href)) };
}

const CARD = `const Card = ({ d, eager }) => <article class="product-card">
  <span class="picture tone-1"><picture><source type="image/webp" srcset={d.srcset} sizes={d.sizes} /><img src={d.src} alt="" width="640" height="640" loading={eager ? 'eager' : 'lazy'} fetchpriority={eager ? 'high' : 'auto'} /></picture></span>
  <div class="product-card__body"><h2 class="product-card__name"><a href={d.href}>{d.name}</a></h2><p class="price">{d.price}</p>
  <p class="product-card__unit meta">{d.unit}</p><p class="product-card__who meta">{d.who}</p><p class="product-card__tags">TAGS</p></div></article>;`;
const DATA = `const load = () => fetch('/bench-home.json').then((answer) => answer.json());
let all;
const find = async (words) => { all ??= await (await fetch('/bench-all.json')).json(); const low = words.toLowerCase(); return all.filter((d) => d.name.toLowerCase().includes(low)).slice(0, 24); };`;
const FRAME = (grid) => `<div class="app"><header class="header"><a class="header__mark" href="/"><img src="/favicon.svg" alt="" width="38" height="38" /><span>Etalase <small>Jakpreneur</small></span></a>
  <form class="search" role="search"><div class="search__box"><input class="search__input" type="search" aria-label="Cari produk" ON={async (event) => set(await find(event.target.value))} /></div></form></header>
  <main class="main"><div class="page"><div class="page__head"><h1>Kuliner</h1></div>${grid}</div></main></div>`;
const mapped = '<div class="grid">{list.map((d, at) => <Card key={d.href} d={d} eager={at < 4} />)}</div>';
const REACTIVE = (imports, mount) => `${imports}\n${DATA}\n${CARD.replace('TAGS', '{d.tags.map((tag) => <span class="tag" key={tag}>{tag}</span>)}')}
function App() { const [list, set] = useState([]); useEffect(() => { load().then(set); }, []); useEffect(() => { if (list.length) window.isReady = true; }, [list]); return ${FRAME(mapped)}; }\n${mount}`;
const STACKS = {
  solid: `import { createSignal, createEffect, For, onMount } from 'solid-js'; import { render } from 'solid-js/web';\n${DATA}\n${CARD.replace('({ d, eager })', '(p)').replaceAll('d.', 'p.d.').replaceAll('{eager', '{p.eager').replace('TAGS', '<For each={p.d.tags}>{(tag) => <span class="tag">{tag}</span>}</For>')}
function App() { const [list, set] = createSignal([]); onMount(() => load().then(set)); createEffect(() => { if (list().length) window.isReady = true; }); return ${FRAME('<div class="grid"><For each={list()}>{(d, at) => <Card d={d} eager={at() < 4} />}</For></div>').replace('ON=', 'onInput=')}; }
render(() => <App />, document.getElementById('app'));`,
  preact: REACTIVE("import { h, render } from 'preact'; import { useState, useEffect } from 'preact/hooks';", "render(<App />, document.getElementById('app'));").replace('ON=', 'onInput='),
  react: REACTIVE("import React, { useState, useEffect } from 'react'; import { createRoot } from 'react-dom/client';", "createRoot(document.getElementById('app')).render(<App />);")
    .replace('ON=', 'onInput=').replaceAll(' class=', ' className=').replace('srcset=', 'srcSet=').replace('fetchpriority=', 'fetchPriority='),
};

async function stack(name, code) {
  const plugins = name === 'solid' ? [solidPlugin()] : [];
  const jsx = name === 'preact' ? { jsxFactory: 'h' } : {};
  const file = join(folderOfWork, `${name}.jsx`);
  writeFileSync(file, code);
  const built = await build({
    entryPoints: [file], bundle: true, minify: true, format: 'esm', target: 'es2022', write: false, logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' }, nodePaths: [join(HERE, 'node_modules')], plugins, ...jsx,
  });
  return built.outputFiles[0].text;
}

const folderOfWork = 'target/bench';

/** The page in which a stack draws everything: our style sheet, its program, its data on their way from the start. */
function shell(page) {
  const style = /<link rel="stylesheet"[^>]*>/.exec(page)[0];
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kuliner</title>${style}
<link rel="preload" href="/bench-home.json" as="fetch" crossorigin></head><body><div id="app"></div><script type="module" src="/bench.js"></script></body></html>`;
}

// --- A visit ---

/** Runs in the page before anything of it does. */
function watch() {
  const told = { lcp: 0, cls: 0, tbt: 0, inp: 0, tap: 0, ready: 0 };
  window.told = told;
  const observe = (type, each, more) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
  observe('largest-contentful-paint', ({ startTime }) => { told.lcp = startTime; });
  observe('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) told.cls += value; });
  observe('longtask', ({ duration }) => { told.tbt += Math.max(0, duration - 50); });
  observe('event', ({ interactionId, duration }) => { if (interactionId) told.inp = Math.max(told.inp, duration); }, { durationThreshold: 16 });
  const heart = () => document.querySelector('.main button[aria-pressed]');
  // A heart is tapped until it answers; the other stacks answer once they stand.
  const tap = () => {
    heart()?.click();
    if (heart()?.ariaPressed === 'true' || window.isReady) told.tap = performance.now();
    else setTimeout(tap, 5);
  };
  tap();
  const look = () => {
    const ours = document.documentElement?.dataset.app === 'ready' && !document.getElementById('terbitan');
    // What was answered before the program was there must hold when it is.
    if (ours) told.isKept = heart()?.ariaPressed === 'true';
    if (ours || window.isReady) told.ready = performance.now();
    else setTimeout(look, 5);
  };
  look();
}

async function visit(browser, url) {
  const context = await browser.browser.createBrowserContext();
  const page = await browser.newPage(context);
  await page.setViewport({ width: 360, height: 740, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  const devtools = await page.createCDPSession();
  let bytes = 0;
  let code = 0;
  const codes = new Set();
  devtools.on('Network.responseReceived', ({ requestId, response }) => { if (/javascript|wasm/.test(response.mimeType)) codes.add(requestId); });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    if (codes.has(requestId)) code += encodedDataLength;
  });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluateOnNewDocument(watch);
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  await page.waitForFunction(() => window.told.ready > 0, { timeout: 60_000 });
  await pause(1500);
  // What typing costs is told by INP.
  const loaded = { bytes, code, tbt: await page.evaluate(() => window.told.tbt) };
  await page.focus('.search__input');
  await page.keyboard.type('kopi', { delay: 300 });
  await pause(1500);
  const seen = await page.evaluate(() => ({ ...window.told, fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 }));
  // What nobody sees, nobody taps.
  seen.tap = Math.max(seen.tap, seen.fcp);
  await context.close();
  if (seen.isKept === false) fail(`${url}: a heart that answered before the program was there has been forgotten`);
  return { ...seen, ...loaded };
}

// --- All of it ---

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const COLUMNS = ['fcp', 'lcp', 'tap', 'ready', 'tbt', 'inp', 'cls', 'code', 'bytes'];

mkdirSync(folderOfWork, { recursive: true });
const browser = await launch('chromium');
const market = await open();
const { all, home } = await cards(browser, market.url);
const contenders = [];
const add = (what, page, url) => contenders.push({ what, page, url, runs: [] });
const json = (value) => ({ type: '.json', text: JSON.stringify(value) });
for (const name of wanted) {
  const path = PAGES[name] ?? fail(`there is no page ${name}`);
  add('ours', name, `${market.url}${path}`);
  const floor = await open(new Map([[path, { type: '.html', text: bare(path) }], ['/bench.js', { type: '.js', text: BARE }], ['/bench-all.json', json(all)]]));
  add('static', name, `${floor.url}${path}`);
}
if (wanted.includes('category')) {
  const page = shell(bare(PAGES.category));
  const lean = (list) => list.map(({ html, ...card }) => card);
  for (const [name, code] of Object.entries(STACKS)) {
    const site = await open(new Map([
      [PAGES.category, { type: '.html', text: page }], ['/bench.js', { type: '.js', text: await stack(name, code) }],
      ['/bench-home.json', json(lean(home))], ['/bench-all.json', json(lean(all))],
    ]));
    add(name, 'category', `${site.url}${PAGES.category}`);
  }
}
for (let run = 0; run <= runs; run += 1) {
  for (const one of contenders) {
    const seen = await visit(browser, one.url);
    // The first turn warms the machine's own caches, and counts for nobody.
    if (run > 0) one.runs.push(seen);
  }
}
await browser.close();

const rows = contenders.map(({ what, page, runs: seen }) => {
  const row = { page, what };
  for (const column of COLUMNS) {
    const values = seen.map((one) => one[column]);
    row[column] = { median: median(values), least: Math.min(...values), most: Math.max(...values) };
  }
  return row;
});
writeFileSync(join(folderOfWork, 'pages.json'), JSON.stringify({ runs, rows }, null, 1));

const ms = ({ median: of, least, most }) => `${Math.round(of)} (${Math.round(least)}–${Math.round(most)})`;
const kB = ({ median: of }) => (of / 1000).toFixed(0);
const line = (cells) => console.log(cells.map((cell, at) => String(cell).padEnd([10, 8, 18, 18, 18, 18, 14, 14, 6, 6, 6][at])).join(' '));
line(['page', 'stack', 'FCP ms', 'LCP ms', 'tap ms', 'ready ms', 'TBT ms', 'INP ms', 'CLS', 'code', 'kB']);
for (const row of rows) {
  line([row.page, row.what, ms(row.fcp), ms(row.lcp), ms(row.tap), ms(row.ready), ms(row.tbt), ms(row.inp), row.cls.median.toFixed(3), kB(row.code), kB(row.bytes)]);
}
const of = (page, what) => rows.find((row) => row.page === page && row.what === what);
console.log();
for (const page of wanted) {
  console.log(`${page}: LCP ${(of(page, 'ours').lcp.median / of(page, 'static').lcp.median).toFixed(2)} times the static page's, at most 1.15 wanted`);
}
if (wanted.includes('category')) {
  const ours = of('category', 'ours');
  for (const [column, peer] of [['lcp', 'solid'], ['tbt', 'solid'], ['inp', 'solid'], ['tap', 'react'], ['ready', 'react']]) {
    const other = of('category', peer)[column].median;
    console.log(`${column}: ours ${Math.round(ours[column].median)} ms, ${peer} ${Math.round(other)} ms`);
  }
}
process.exit(0);
