#!/usr/bin/env node
// Measures the catalogue compiler on a made-up market of a million products, and prints one table.
// A machine's seconds mean little by themselves, so each build is told as a ratio to a floor taken in the same run:
// the very same CSV files read by Python's csv module and written again as lines of JSON, which is what a plain
// script would do. Then one row is changed and the market is built again: what was written anew is listed.
//
//   node tools/bench/compiler.mjs target/native/catalogue [--products N] [--sellers M] [--seed S]
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync, createReadStream, createWriteStream } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { measured } from './measured.mjs';

const words = process.argv.slice(2);
const option = (name, usual) => {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? usual : Number(words.splice(at, 2)[1]);
};
const products = option('products', 1_000_000);
const sellers = option('sellers', Math.ceil(products * 0.367));
const seed = option('seed', 1);
const catalogue = words[0] ?? 'target/native/catalogue';

const work = 'target/bench';
const sheets = join(work, 'sheets');
const out = join(work, 'site');
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

const FLOOR = `
import csv, json, sys
rows = 0
for name in sys.argv[2:]:
    with open(name, newline="", encoding="utf-8-sig") as file, open(sys.argv[1], "a", encoding="utf-8") as out:
        for row in csv.DictReader(file):
            out.write(json.dumps(row, ensure_ascii=False) + "\\n")
`;
function floor(csv) {
  const copy = join(work, 'floor.jsonl');
  rmSync(copy, { force: true });
  return measured('python3', '-c', FLOOR, copy, ...csv);
}

/** Every file below a folder, with what tells whether it was written anew. */
function files(folder) {
  const found = new Map();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const about = statSync(path);
    found.set(relative(folder, path), { inode: about.ino, bytes: about.size });
  }
  return found;
}

/** Raises the price in one row in the middle of the products. */
async function changeOneRow(path) {
  const changed = `${path}.new`;
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  const write = createWriteStream(changed);
  const middle = Math.floor(products / 2) + 1;
  let number = 0;
  for await (const line of lines) {
    number += 1;
    // The sixth column is harga; no column before it holds a comma in this made-up market.
    const fields = line.split(',');
    if (number === middle) fields[5] = String(Number(fields[5]) + 500);
    if (!write.write(`${number === middle ? fields.join(',') : line}\n`)) await new Promise((ready) => write.once('drain', ready));
  }
  await new Promise((ready) => write.end(ready));
  renameSync(changed, path);
}

const build = () => measured(catalogue, 'build', sheets, '--out', out, '--at', '2026-11-21');
const seconds = (one) => one.seconds.toFixed(1);
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

measured(catalogue, 'sample', '--products', String(products), '--sellers', String(sellers), '--seed', String(seed), '--out', sheets);
const csv = [...files(sheets).keys()].filter((name) => extname(name) === '.csv').map((name) => join(sheets, name));
const rows = products + sellers;
const floors = [floor(csv)];
const first = build();
const made = files(out);
floors.push(floor(csv));
await changeOneRow(join(sheets, 'produk.csv'));
const second = build();
const remade = files(out);
floors.push(floor(csv));

const low = floors.map((one) => one.seconds).sort((a, b) => a - b)[1];
const bytes = [...made.values()].reduce((sum, one) => sum + one.bytes, 0);
const fresh = [...remade].filter(([name, one]) => made.get(name)?.inode !== one.inode);
const gone = [...made.keys()].filter((name) => !remade.has(name));
const table = [
  ['products, sellers', `${products}, ${sellers}`],
  ['floor: CSV to JSON lines by Python, s', floors.map(seconds).join(', ')],
  ['first build, s (its processors\' s)', `${seconds(first)} (${first.cpu.toFixed(1)})`],
  ['first build / floor', (first.seconds / low).toFixed(2)],
  ['rows a second', Math.round(rows / first.seconds)],
  ['peak memory', megabytes(first.peak)],
  ['files, bytes', `${made.size}, ${megabytes(bytes)}`],
  ['second build after one changed row, s', `${seconds(second)} (${second.cpu.toFixed(1)})`],
  ['second build / floor', (second.seconds / low).toFixed(2)],
  ['peak memory', megabytes(second.peak)],
  ['files written anew', `${fresh.length}, ${megabytes(fresh.reduce((sum, [, one]) => sum + one.bytes, 0))}`],
  ...fresh.slice(0, 20).map(([name, one]) => [`  ${name}`, `${one.bytes} bytes`]),
  ['files no longer there', gone.length],
  ...gone.slice(0, 20).map((name) => [`  ${name}`, '']),
];
const width = Math.max(...table.map(([name]) => name.length));
for (const [name, value] of table) console.log(`${name.padEnd(width)}  ${value}`);
// For comparing two runs by hand; overwritten by the next.
writeFileSync(join(work, 'last.json'), `${JSON.stringify({ products, sellers, seed, floors, first, second, files: made.size, bytes }, null, 2)}\n`);
const limits = [
  [first.peak <= 4e9 && second.peak <= 4e9, 'peak memory is above 4 GB'],
  [second.seconds <= 1.5 * low, 'a second build takes more than 1.5 times the floor'],
];
for (const [holds, words] of limits) {
  if (!holds) {
    console.error(`above the limit: ${words}`);
    process.exitCode = 1;
  }
}
