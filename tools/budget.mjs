#!/usr/bin/env node
// Weighs what a first visit loads before the app runs, as a good host sends it (Brotli 11), and fails above
// the budget. The pages themselves say what is loaded, so a new script or style cannot slip past it.
//
//   node tools/budget.mjs [FOLDER=dist]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

// In bytes of 1,000 a kB, the stricter reading. A worker is fetched by whoever first needs it: the checker once a file is
// chosen, the papers once one is asked for. `meta` is where the page names it.
const BUDGETS = {
  'index.html': { code: 170_000, style: 15_000, data: 30_000 },
  'acara/index.html': { code: 200_000, style: 15_000, worker: { what: 'papers', meta: 'berkas', most: 400_000 } },
  'petugas/index.html': { code: 120_000, style: 15_000, worker: { what: 'checker', meta: 'pemeriksa', most: 800_000 } },
};

const folder = process.argv[2] ?? 'dist';
const problems = [];
const rows = [];
const kB = (bytes) => (bytes / 1000).toFixed(1);

/** The attributes of every tag of one name, as maps. */
function tags(html, name) {
  const found = html.matchAll(new RegExp(`<${name}\\b((?:[^>"']|"[^"]*"|'[^']*')*)>`, 'gi'));
  return [...found].map(([, text]) => {
    const pairs = text.matchAll(/([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g);
    return new Map([...pairs].map(([, key, a, b, c]) => [key.toLowerCase(), a ?? b ?? c ?? '']));
  });
}

/** Weighs everything that one page loads before it runs. */
function weighPage(name, budgets) {
  const page = join(folder, name);
  if (!existsSync(page)) {
    problems.push(`${page} is missing; run: make build`);
    return;
  }
  // A comment loads nothing.
  const html = readFileSync(page, 'utf8').replace(/<!--[\s\S]*?-->/g, '');
  const links = tags(html, 'link');
  const rel = (tag, ...words) => words.some((word) => (tag.get('rel') ?? '').toLowerCase().split(/\s+/).includes(word));
  const fetched = links.filter((tag) => rel(tag, 'preload') && ['fetch', 'script'].includes(tag.get('as'))).map((tag) => tag.get('href'));
  const data = new Set(fetched.filter((address) => address.endsWith('.json')));
  const code = new Set([
    ...tags(html, 'script').map((tag) => tag.get('src')).filter(Boolean),
    ...links.filter((tag) => rel(tag, 'modulepreload')).map((tag) => tag.get('href')),
    ...fetched.filter((address) => !data.has(address)),
  ]);
  const style = new Set(links.filter((tag) => rel(tag, 'stylesheet')).map((tag) => tag.get('href')));
  if (![...code].some((address) => address.endsWith('.wasm'))) problems.push(`${name} preloads no .wasm: nothing was weighed`);
  if (style.size === 0) problems.push(`${name} has no stylesheet: nothing was weighed`);
  weigh('wasm+js', code, budgets.code);
  weigh('css', style, budgets.style);
  if (budgets.data) {
    if (data.size === 0) problems.push(`${name} preloads no data: nothing was weighed`);
    weigh('data', data, budgets.data);
  }
  if (budgets.worker) {
    const { what, meta, most } = budgets.worker;
    const worker = tags(html, 'meta').find((tag) => tag.get('name') === meta)?.get('content');
    if (worker) weigh(what, [worker, worker.replace(/\.js$/, '_bg.wasm')], most);
    else problems.push(`${name} names no ${what}: nothing was weighed`);
  }
}

function weigh(what, addresses, budget) {
  let total = 0;
  for (const address of addresses) {
    const path = join(folder, address.split(/[?#]/)[0]);
    if (/^(https?:)?\/\//.test(address) || !existsSync(path)) {
      problems.push(`${address}: not a file of the site`);
      continue;
    }
    const bytes = readFileSync(path);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const small = brotliCompressSync(bytes, { params }).length;
    total += small;
    rows.push([what, address, bytes.length, small]);
  }
  rows.push([what, `total, at most ${kB(budget)} kB`, null, total]);
  if (total > budget) problems.push(`${what}: ${kB(total)} kB is over the budget of ${kB(budget)} kB`);
}

for (const [name, budgets] of Object.entries(BUDGETS)) weighPage(name, budgets);

const width = Math.max(0, ...rows.map(([, address]) => address.length));
console.log(`${'what'.padEnd(8)}  ${'file'.padEnd(width)}  ${'kB'.padStart(8)}  ${'brotli'.padStart(8)}`);
for (const [what, address, bytes, small] of rows) {
  const raw = bytes === null ? '' : kB(bytes);
  console.log(`${what.padEnd(8)}  ${address.padEnd(width)}  ${raw.padStart(8)}  ${kB(small).padStart(8)}`);
}
for (const problem of problems) console.error(`budget: ${problem}`);
process.exitCode = problems.length ? 1 : 0;
