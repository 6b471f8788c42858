// The service worker: what was opened once opens again without a network.
//
// src/compiler/offline/mod.rs writes a line `const BUILD = …;` above this text: the files of this build of the app
// with their hashes. So the worker changes exactly when the app does. The rules:
//   pages             from the network; if that takes WAIT_MS, the page that starts the app
//   latest.json       from the network; if that takes WAIT_MS, the newest one whose catalogue is here
//   files with a hash from here, else from the network, and then kept: those of the app, of the catalogue, pictures
//   other files of the app  from the network, else from here
//   everything else   is none of its business
// Nothing is kept that is not what its name says. A file is asked for by its hash, so a page never gets one of
// another generation; a new worker waits until no page uses the former one (no skipWaiting).

/** From here on a phone is as good as offline. */
const WAIT_MS = 3000;
/** A market of a thousand products has 32 parts of products, 8 of sellers at most, 4 of programmes: it is kept whole. */
const PARTS = 60;
/** Some 5 MB: what somebody has looked at in a few visits. */
const PICTURES = 300;
/** Tidying up waits until a page has what it needs. */
const LULL_MS = 2000;

const APP = 'etalase-app-';
const STORE = { app: APP + BUILD.id, data: 'etalase-data', pictures: 'etalase-foto', notes: 'etalase-catatan' };
const LATEST = '/latest.json';
const CARDS = 'cards-0';
const USED = '/dipakai.json';
const PART = /^\/data\/([\w-]+)-([0-9a-f]{16})\.json$/;
const HASHED = /-[0-9a-f]{12,}(_bg)?\.\w+$/;

const OWN = new Map([...BUILD.market, ...BUILD.others.flatMap(({ files }) => files)]);

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const inTime = (promise) => Promise.race([promise, pause(WAIT_MS).then(() => Promise.reject(new Error('too slow')))]);
const pathOf = (address) => new URL(address, location.origin).pathname;

// --- What is kept. A store may fail at any time; then the network answers. ---

async function kept(store, path) {
  try {
    return await (await caches.open(store)).match(path, { ignoreVary: true });
  } catch {
    return undefined;
  }
}

async function pathsIn(store) {
  try {
    return (await (await caches.open(store)).keys()).map(({ url }) => url.slice(location.origin.length));
  } catch {
    return [];
  }
}

/** Where there is no room, pictures go first. */
async function put(store, path, response) {
  const spare = response.clone();
  try {
    await (await caches.open(store)).put(path, response);
  } catch (error) {
    if (error.name !== 'QuotaExceededError') throw error;
    await caches.delete(STORE.pictures);
    await (await caches.open(store)).put(path, spare);
  }
}

const sha256 = async (response) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()))];

/** Whether a part of the catalogue is what its name says: the name carries the first digits of its hash. */
async function fits(path, response) {
  const bytes = (await sha256(response)).slice(0, 8);
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('') === PART.exec(path)?.[2];
}

/** Keeps an answer, unless it is not what was asked for. */
async function keep(store, path, response) {
  if (response.status !== 200 || response.type !== 'basic') return;
  const isIt = store === STORE.data
    ? await fits(path, response.clone())
    : /^image\//.test(response.headers.get('Content-Type'));
  if (!isIt) return;
  await put(store, path, response);
  await use(path);
}

/** Lets the worker live until something is done and tidied up after. It may fail: then less is kept. */
function after(event, work) {
  event.waitUntil(work.catch(() => {}).then(() => tidying));
}

// --- What was used last stays longest. ---

let used;
let tidying;

async function use(path) {
  used ??= kept(STORE.notes, USED).then((note) => note?.json() ?? []).then((paths) => new Set(paths), () => new Set());
  const order = await used;
  order.delete(path);
  order.add(path);
  tidying ??= pause(LULL_MS).then(tidy).catch(() => {}).finally(() => { tidying = undefined; });
}

async function tidy() {
  const order = await used;
  await trim(STORE.pictures, PICTURES, order, []);
  const data = await pathsIn(STORE.data);
  // What the catalogue cannot be opened without does not count.
  const core = (await notes()).map((note) => (data.length > PARTS ? needs(note.manifest.path, new Set([CARDS])) : []));
  await trim(STORE.data, PARTS, order, (await Promise.all(core)).flat());
  const there = new Set([...(await pathsIn(STORE.pictures)), ...(await pathsIn(STORE.data))]);
  await put(STORE.notes, USED, new Response(JSON.stringify([...order].filter((path) => there.has(path)))));
}

async function trim(store, most, order, spared) {
  const rank = new Map([...order].map((path, place) => [path, place]));
  const paths = (await pathsIn(store)).filter((path) => !spared.includes(path));
  paths.sort((a, b) => (rank.get(a) ?? -1) - (rank.get(b) ?? -1));
  for (const path of paths.slice(0, Math.max(0, paths.length - most))) {
    await (await caches.open(store)).delete(path);
    order.delete(path);
  }
}

// --- The catalogue: one generation at a time. ---

/** What was said at /latest.json, the newest first. */
async function notes() {
  const paths = (await pathsIn(STORE.notes)).filter((path) => path.startsWith(LATEST)).reverse();
  const read = paths.map(async (path) => ({ path, ...(await (await kept(STORE.notes, path))?.json()) }));
  return (await Promise.all(read)).filter(({ manifest }) => manifest);
}

/** The parts that are here in any version. With Save-Data on, only the cards are renewed for times without a network. */
async function held() {
  const names = (await pathsIn(STORE.data)).map((path) => PART.exec(path)?.[1]);
  return new Set(navigator.connection?.saveData ? names.filter((name) => name === CARDS) : names);
}

/** What of a generation, from its manifest on, opens what `names` have opened before; `get` fetches what is not here. */
async function needs(path, names, get) {
  if (get) await load(STORE.data, path);
  const all = [path];
  // The others name no further parts.
  if (!/^\/data\/(manifest|programmes)-/.test(path)) return all;
  const text = (await (await kept(STORE.data, path))?.text()) ?? '';
  for (const [, other, name] of text.matchAll(/"(\/data\/([\w-]+)-[0-9a-f]{16}\.json)"/g)) {
    // Cards are loaded together or not at all.
    if (names.has(/^cards-/.test(name) ? CARDS : name)) all.push(...(await needs(other, names, get)));
  }
  return all;
}

/** The newest generation that opens all that was opened before; else the newest that shows the market. */
async function openable() {
  const here = new Set(await pathsIn(STORE.data));
  const readable = (await notes()).filter(({ version, manifest }) => version <= BUILD.format && here.has(manifest.path));
  for (const names of [await held(), new Set([CARDS]), new Set()]) {
    for (const note of readable) {
      if ((await needs(note.manifest.path, names)).every((path) => here.has(path))) return note;
    }
  }
  return undefined;
}

/** Notes what is said at /latest.json; of what was said before, only the newest that can be opened is needed. */
async function note(text) {
  const { manifest } = JSON.parse(text);
  const path = `${LATEST}?${manifest.path}`;
  // Without the server's Date, which the app would take for the present.
  await put(STORE.notes, path, new Response(text, { headers: { 'Content-Type': 'application/json' } }));
  const stays = (await openable())?.path;
  for (const { path: other } of await notes()) {
    if (other !== path && other !== stays) await (await caches.open(STORE.notes)).delete(other);
  }
}

async function latest(event) {
  const network = fetch(event.request);
  const text = network.then((response) => (response.ok ? response.clone().text() : Promise.reject(new Error(`${response.status}`))));
  // A page of HTML in its place is no answer.
  const isAnswer = text.then((json) => JSON.parse(json).manifest.path.startsWith('/'));
  after(event, isAnswer.then(() => text).then(note).then(() => pause(LULL_MS)).then(renew));
  if (await inTime(isAnswer).catch(() => false)) return network;
  const last = await openable().catch(() => undefined);
  return (last && (await kept(STORE.notes, last.path))) ?? network;
}

/** Fetches the new versions of parts that are here in an older one, so that what was opened still opens. */
async function renew() {
  const [newest] = await notes();
  if (newest) await needs(newest.manifest.path, await held(), true);
}

async function load(store, path) {
  if (!(await kept(store, path))) await keep(store, path, await fetch(path));
}

async function file(event, store, path) {
  const here = await kept(store, path);
  if (here && (store !== STORE.data || (await fits(path, here.clone())))) {
    after(event, use(path));
    return here;
  }
  const response = await fetch(event.request);
  after(event, keep(store, path, response.clone()));
  return response;
}

// --- The app ---

/** Keeps a file of this build; fails where it is not that. */
async function keepOwn([path, integrity]) {
  if (await kept(STORE.app, path)) return;
  const response = await fetch(path, { integrity, cache: HASHED.test(path) ? 'default' : 'no-cache' });
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  // A page that was redirected to (from /acara to /acara/) could not answer for the first address.
  await put(STORE.app, path, response.redirected ? new Response(response.body, response) : response);
}

const keepAll = (files) => Promise.all(files.map(keepOwn));
const bundleOf = (path) => BUILD.others.find(({ addresses }) => addresses.includes(path));
const plain = (path) => path.replace(/(.)\/(index\.html)?$/, '$1');

async function install() {
  const former = new Set();
  for (const name of await caches.keys()) {
    if (name.startsWith(APP)) (await pathsIn(name)).forEach((path) => former.add(path.replace(HASHED, '')));
  }
  // The other programs' pages and styles come along, so that they can say what they miss; the programs themselves
  // once somebody has been there.
  const lean = BUILD.others.flatMap(({ files }) => files.filter(([path]) => !/\.(js|wasm)$/.test(path)));
  await keepAll([...BUILD.market, ...lean]);
  for (const { files } of BUILD.others) {
    if (files.every(([path]) => former.has(path.replace(HASHED, '')))) await keepAll(files).catch(() => {});
  }
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(APP) && name !== STORE.app) await caches.delete(name);
  }
  // Only pages that have no worker yet are meant: those of a former worker have kept this one waiting.
  await clients.claim();
}

async function page(event, path) {
  const bundle = bundleOf(path);
  const network = fetch(event.request);
  const answer = await inTime(network).catch(() => undefined);
  if (answer && answer.status < 500) {
    if (bundle && answer.ok) after(event, keepAll(bundle.files));
    return answer;
  }
  return (await kept(STORE.app, bundle ? bundle.files[0][0] : BUILD.market[0][0])) ?? answer ?? network;
}

async function own(event, path) {
  if (HASHED.test(path)) return (await kept(STORE.app, path)) ?? fetch(event.request);
  const network = fetch(event.request);
  const answer = await inTime(network).catch(() => undefined);
  return answer?.ok ? answer : ((await kept(STORE.app, path)) ?? answer ?? network);
}

/** Catches up on what a page has loaded before there was a worker; boot/boot.js tells it. */
async function catchUp(addresses) {
  // The pointer comes last: by then it is known which parts of its generation are wanted, if it is already another one.
  const paths = addresses.map(pathOf).sort((a, b) => (a === LATEST) - (b === LATEST));
  for (const path of paths) await catchUpOn(path).catch(() => {});
}

async function catchUpOn(path) {
  if (path === LATEST) {
    await note(await (await fetch(LATEST, { cache: 'no-cache' })).text());
    await renew();
  } else if (PART.test(path)) {
    await load(STORE.data, path);
  } else if (path.startsWith('/foto/')) {
    await load(STORE.pictures, path);
  } else {
    await keepAll(bundleOf(plain(path))?.files ?? []);
  }
}

/** The app could not be started: files that are no longer what they were go, so that the next start fetches them. */
async function mend() {
  for (const [path, integrity] of OWN) {
    const here = await kept(STORE.app, path);
    if (here && integrity !== `sha256-${btoa(String.fromCharCode(...(await sha256(here))))}`) {
      await (await caches.open(STORE.app)).delete(path);
    }
  }
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('message', (event) => after(event, event.data === 'gagal' ? mend() : catchUp(event.data)));
addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  const path = plain(pathname);
  if (mode === 'navigate') {
    // Downloads are opened like pages.
    if (!/\.\w+$/.test(path) && !BUILD.online.includes(path)) event.respondWith(page(event, path));
  } else if (pathname === LATEST) event.respondWith(latest(event));
  else if (PART.test(pathname)) event.respondWith(file(event, STORE.data, pathname));
  else if (pathname.startsWith('/foto/')) event.respondWith(file(event, STORE.pictures, pathname));
  else if (OWN.has(pathname)) event.respondWith(own(event, pathname));
});
