// What others read of the site, by tools that are not ours: HTML, schema.org, Open Graph, sitemap, web app manifest; and a hundred
// products as WhatsApp's crawler sees them, which runs no script.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import Validator from '@adobe/structured-data-validator';
import WebAutoExtractor from '@marbec/web-auto-extractor';
import { validateManifest, validateRequiredFields } from '@pwabuilder/manifest-validation';
import { HtmlValidate } from 'html-validate';
import openGraph from 'open-graph-scraper';
import { serve } from '../../tools/serve.mjs';
import { APP, CATALOGUE, ROOT, SAMPLE } from './support/site.mjs';

const run = promisify(execFile);
/** The address that the site is built for; it is served from elsewhere. */
const URL_OF_SITE = 'https://etalase.example';
const WHATSAPP = { 'user-agent': 'WhatsApp/2.23.20.0' };
/** WhatsApp shows no picture that is larger. */
const MOST_PICTURE_BYTES = 300_000;
const CRAWLED = 100;

let home;
let dist;
let site;
let products;
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'etalase-standards-'));
  dist = join(home, 'dist');
  // Pictures are taken over from dist/. 3 says that rows were refused, as some of the sample are.
  const args = ['build', join(ROOT, 'sheets'), '--app', APP, '--out', dist, '--previous', SAMPLE, '--site-url', URL_OF_SITE, '--no-compress'];
  await run(CATALOGUE, args).catch((error) => {
    if (error.code !== 3) throw new Error(error.stderr || error.stdout || error.message);
  });
  site = await serve({ folder: dist, port: 0 });
  const lines = (await readFile(join(dist, 'feeds/produk.jsonl'), 'utf8')).trim().split('\n');
  products = lines.map((line) => JSON.parse(line));
});
after(async () => {
  await site?.close();
  if (home) await rm(home, { recursive: true, force: true });
});

const one = async (folder) => `/${folder}/${(await readdir(join(dist, folder))).sort()[0]}`;
/** One page of each kind. */
const kinds = async () => [
  '/', '/cari', '/jbl', '/tentang', '/mulai', '/petugas', '/program',
  ...(await Promise.all(['p', 'toko', 'kategori', 'kota', 'jbl'].map(one))).map((path) => path.replace(/\/index\.html$/, '')),
];
const page = async (path) => (await fetch(`${site.url}${path}`, { headers: WHATSAPP })).text();

test('the pages are valid HTML (html-validate)', async () => {
  const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });
  for (const path of [...(await kinds()), '/tidak-ada']) {
    const { results } = await validator.validateString(await page(path));
    const messages = results.flatMap((result) => result.messages.map((one) => `${one.line}: ${one.ruleId}: ${one.message}`));
    assert.deepEqual(messages, [], path);
  }
});

/** The structured data of a page as another program takes them out, and what it finds wrong with them. */
async function structured(path) {
  const data = new WebAutoExtractor({ addLocation: true }).parse(await page(path));
  const found = await new Validator().validate(data);
  return { kinds: Object.keys(data.jsonld), data: data.jsonld, errors: found.filter((one) => one.severity === 'ERROR') };
}

test('the structured data are what Google asks of products, offers and breadcrumbs (@adobe/structured-data-validator)', async () => {
  let checked = 0;
  for (const { kode } of some(products, 12)) {
    const { kinds: there, errors } = await structured(`/p/${kode}`);
    assert.ok(there.includes('Product') && there.includes('BreadcrumbList'), `${kode}: ${there}`);
    assert.deepEqual(errors.map(({ issueMessage, path }) => [issueMessage, path]), [], kode);
    checked += 1;
  }
  assert.equal(checked, 12);
  for (const path of await kinds()) {
    const { errors } = await structured(path);
    assert.deepEqual(errors.map(({ issueMessage }) => issueMessage), [], path);
  }
});

test('the sitemap fits the schema of sitemaps.org (xmllint) and lists every product', async () => {
  const schema = join(createRequire(import.meta.url).resolve('sitemap'), '../../../schema/sitemap.xsd');
  const sitemap = join(dist, 'sitemap.xml');
  await run('xmllint', ['--nonet', '--noout', '--schema', schema, sitemap]).catch((error) => assert.fail(error.stderr));
  const text = await readFile(sitemap, 'utf8');
  const listed = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  assert.equal(new Set(listed).size, listed.length);
  for (const { url } of products) assert.ok(listed.includes(url), url);
  for (const address of some(listed, 30)) assert.equal((await fetch(here(address))).status, 200, address);
});

test('the web app manifest can be installed (@pwabuilder/manifest-validation), and all of its pictures are there', async () => {
  const answer = await fetch(`${site.url}/manifest.webmanifest`);
  assert.equal(answer.headers.get('content-type'), 'application/manifest+json');
  const manifest = await answer.json();
  const wrong = (await validateManifest(manifest)).filter((one) => !one.valid && one.member in manifest);
  assert.deepEqual(wrong.map(({ member, errorString }) => [member, errorString]), []);
  const required = (await validateRequiredFields(manifest)).map(({ member, valid }) => [member, valid]);
  assert.ok(required.length >= 2 && required.every(([, valid]) => valid), String(required));
  const pictures = [manifest, ...(manifest.shortcuts ?? [])].flatMap(({ icons = [] }) => icons).map(({ src }) => src);
  assert.ok(pictures.length > 0);
  for (const src of pictures) assert.equal((await fetch(new URL(src, `${site.url}/`))).status, 200, src);
});

/** An address of the site where it is served for the test. */
function here(address) {
  assert.ok(address.startsWith(`${URL_OF_SITE}/`), `${address} is not whole`);
  return address.replace(URL_OF_SITE, site.url);
}

/** So many of a list, the same at each run, from all over it. */
function some(list, count) {
  let state = 20_261_122;
  const draw = (most) => {
    // Lehmer's generator, 1988: minimal, and the same everywhere.
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  const left = [...list];
  return Array.from({ length: Math.min(count, list.length) }, () => left.splice(draw(left.length), 1)[0]);
}

/** What a preview is made of, as an Open Graph reader understands it; it may not help itself from elsewhere in the page. */
async function preview(path) {
  const { error, result } = await openGraph({ html: await page(path), onlyGetOpenGraphInfo: true });
  assert.equal(error, false, path);
  return result;
}

test('a crawler with WhatsApp\'s name gets title, price and a small picture of a hundred products (open-graph-scraper)', async () => {
  let pictured = 0;
  for (const product of some(products, CRAWLED)) {
    const { ogTitle, ogDescription, ogUrl, ogSiteName, ogLocale, ogImage } = await preview(`/p/${product.kode}`);
    const price = `Rp${String(product.harga).replace(/\B(?=(\d{3})+$)/g, '.')}`;
    assert.ok(ogTitle.includes(product.nama), `${product.kode}: ${ogTitle}`);
    assert.ok(`${ogTitle} ${ogDescription}`.includes(price), `${product.kode}: ${ogDescription}`);
    assert.equal(ogUrl, product.url);
    assert.ok(ogSiteName && ogLocale === 'id_ID', product.kode);
    assert.equal(ogImage?.length > 0, true, `${product.kode} has no picture`);
    for (const { url, alt } of ogImage) {
      const answer = await fetch(here(url), { headers: WHATSAPP });
      assert.equal(answer.status, 200, url);
      assert.match(answer.headers.get('content-type'), /^image\/(jpeg|png|webp)$/, url);
      const bytes = (await answer.arrayBuffer()).byteLength;
      assert.ok(bytes > 0 && bytes < MOST_PICTURE_BYTES, `${url}: ${bytes} bytes`);
      assert.ok(alt === undefined || alt.trim() !== '', url);
    }
    pictured += 1;
  }
  assert.equal(pictured, CRAWLED);
});

test('previews of the other pages name them, with whole addresses', async () => {
  for (const path of (await kinds()).filter((path) => !['/mulai', '/petugas', '/program'].includes(path))) {
    const { ogTitle, ogDescription, ogUrl, ogImage = [] } = await preview(path);
    assert.ok(ogTitle && ogDescription, path);
    assert.equal(new URL(ogUrl).pathname, path);
    for (const { url } of ogImage) assert.equal((await fetch(here(url))).status, 200, url);
  }
});
