#!/usr/bin/env node
// What Lighthouse says of the built sample market on a phone: the four scores of home, a kind of goods, a product and the
// editions, each the median of a few runs, and what it finds fault with.
//
//   node tools/bench/lighthouse.mjs FOLDER [--runs 3]
//
// Wanted are 98 for speed and 100 for the others; less than that ends with an error. Lighthouse computes its times from a
// run without a brake (its "simulated throttling"), so a busy machine costs points: let it be alone.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { launch } from '../../tests/e2e/support/browser.mjs';
import { serve } from '../serve.mjs';

const words = process.argv.slice(2);
const at = words.indexOf('--runs');
const runs = at < 0 ? 3 : Number(words.splice(at, 2)[1]);
const folder = words[0] ?? 'target/bench-site';
const WANTED = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 };
const METRICS = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'];

const category = readFileSync(join(folder, 'kategori/kuliner/index.html'), 'utf8');
const PAGES = { home: '/', category: '/kategori/kuliner', product: /href="(\/p\/[^"]+)"/.exec(category)[1], jbl: '/jbl' };

const site = await serve({ folder, port: 0 });
// The host that the site is built for (make bench-lighthouse).
const url = site.url.replace('127.0.0.1', 'localhost');
const browser = await launch('chromium');
const { port } = new URL(browser.browser.wsEndpoint());
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const kept = {};
let isEnough = true;

for (const [name, path] of Object.entries(PAGES)) {
  const seen = [];
  for (let run = 0; run < runs; run += 1) {
    const { lhr } = await lighthouse(`${url}${path}`, { port: Number(port), output: 'json', logLevel: 'error', onlyCategories: Object.keys(WANTED) });
    if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
    seen.push(lhr);
  }
  const scores = Object.keys(WANTED).map((id) => [id, Math.round(median(seen.map(({ categories }) => categories[id].score)) * 100)]);
  const metrics = METRICS.map((id) => `${id.replace(/[a-z]+-?/g, (word) => word[0].toUpperCase())} ${median(seen.map(({ audits }) => audits[id].numericValue)).toFixed(id.startsWith('cumulative') ? 3 : 0)}`);
  console.log(`${name.padEnd(9)} ${scores.map(([id, score]) => `${id} ${score}`).join('  ')}   ${metrics.join('  ')}`);
  const faults = new Set();
  for (const [id, score] of scores) {
    if (score >= WANTED[id]) continue;
    isEnough = false;
    for (const { categories, audits } of seen) {
      for (const { id: audit, weight } of categories[id].auditRefs) {
        const { score: one, title, displayValue } = audits[audit];
        if (weight > 0 && one !== null && one < 0.9) faults.add(`  ${id}: ${title}${displayValue ? ` (${displayValue})` : ''}`);
      }
    }
  }
  for (const fault of faults) console.log(fault);
  kept[name] = Object.fromEntries(scores);
}
mkdirSync('target/bench', { recursive: true });
writeFileSync('target/bench/lighthouse.json', `${JSON.stringify({ runs, kept }, null, 1)}\n`);
await browser.close();
await site.close();
if (!isEnough) {
  console.error(`below what is wanted: ${JSON.stringify(WANTED)}`);
  process.exitCode = 1;
}
