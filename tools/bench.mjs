#!/usr/bin/env node
// Measures the catalogue compiler on a made-up market of 10,000 products, and prints one table.
// A machine's seconds mean little by themselves, so each run is told as a ratio to a floor taken right beside
// it: reading the very same CSV files by Python's csv module, which is C and does nothing else.
//
//   node tools/bench.mjs target/native/catalogue [--products N] [--sellers M] [--seed S] [--runs R]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const words = process.argv.slice(2);
const option = (name, usual) => {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? usual : Number(words.splice(at, 2)[1]);
};
const products = option('products', 10_000);
const sellers = option('sellers', 800);
const seed = option('seed', 1);
const runs = option('runs', 3);
const catalogue = words[0] ?? 'target/native/catalogue';

const work = 'target/bench';
const sheets = join(work, 'sheets');
const out = join(work, 'site');
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

/** Runs a program to its end and gives its seconds; exit code 3 says "done, some rows refused". */
function timed(program, ...args) {
  const start = process.hrtime.bigint();
  const done = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (done.error) throw done.error;
  if (done.status !== 0 && done.status !== 3) throw new Error(`${program} ${args.join(' ')}: ${done.status}\n${done.stderr}`);
  return { seconds, text: done.stdout };
}

/** Every file below a folder. */
function files(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

const READ_CSV = `
import csv, sys
rows = 0
for name in sys.argv[1:]:
    with open(name, newline="", encoding="utf-8-sig") as file:
        rows += sum(1 for row in csv.reader(file))
print(rows)
`;

timed(catalogue, 'sample', '--products', products, '--sellers', sellers, '--seed', seed, '--out', sheets);
const csv = files(sheets).filter((name) => extname(name) === '.csv');
if (csv.length === 0) throw new Error(`${sheets} holds no CSV file to take the floor from`);

const floor = [];
const build = [];
let rows = 0;
for (let run = 0; run < runs; run += 1) {
  const read = timed('python3', '-c', READ_CSV, ...csv);
  rows = Number(read.text);
  floor.push(read.seconds);
  rmSync(out, { recursive: true, force: true });
  build.push(timed(catalogue, 'build', sheets, '--out', out, '--at', '2026-11-21').seconds);
}

const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const spread = (list, digits = 2) =>
  `${middle(list).toFixed(digits)} (${Math.min(...list).toFixed(digits)}-${Math.max(...list).toFixed(digits)})`;
const ratios = build.map((seconds, run) => seconds / floor[run]);
const made = files(out);
const sizes = new Map();
for (const name of made) {
  const kind = extname(name) || '(none)';
  const before = sizes.get(kind) ?? { count: 0, bytes: 0 };
  sizes.set(kind, { count: before.count + 1, bytes: before.bytes + statSync(name).size });
}
const bytes = [...sizes.values()].reduce((sum, one) => sum + one.bytes, 0);
const feed = readFileSync(join(out, 'feeds', 'produk.jsonl'));

const table = [
  ['products, sellers, rows read', `${products}, ${sellers}, ${rows}`],
  ['floor: python csv, s', spread(floor, 3)],
  ['catalogue build, s', spread(build)],
  ['build / floor', spread(ratios, 1)],
  ['rows/s', Math.round(rows / middle(build))],
  ['files', made.length],
  ['bytes', bytes],
  ['bytes / product', Math.round(bytes / products)],
  ['feed, bytes / product (brotli)', `${Math.round(feed.length / products)} (${Math.round(brotliCompressSync(feed).length / products)})`],
  ...[...sizes].sort((a, b) => b[1].bytes - a[1].bytes).map(([kind, one]) => [`  ${kind}`, `${one.count} files, ${one.bytes} bytes`]),
];
const width = Math.max(...table.map(([name]) => name.length));
for (const [name, value] of table) console.log(`${name.padEnd(width)}  ${value}`);
// For comparing two runs by hand; overwritten by the next.
writeFileSync(join(work, 'last.json'), `${JSON.stringify({ products, sellers, seed, rows, floor, build, files: made.length, bytes }, null, 2)}\n`);
