#!/usr/bin/env node
// Measures what writes a page for every address, on a made-up market of a hundred thousand products, and prints one table.
// The same market is built with the app and without it; the difference is the pages'. A machine's seconds mean little by
// themselves, so the pages are also told as a ratio to a floor taken in the same run: Python putting the very same bytes
// into as many new files, one after another.
//
//   node tools/bench/written.mjs target/native/catalogue target/app [--products N] [--sellers M] [--lean]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { measured } from './measured.mjs';

const words = process.argv.slice(2);
const option = (name, usual) => {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? usual : Number(words.splice(at, 2)[1]);
};
const products = option('products', 100_000);
const sellers = option('sellers', Math.ceil(products * 0.367));
const [catalogue = 'target/native/catalogue', app = 'target/app'] = words;

const work = 'target/bench-written';
const [sheets, bare, site] = ['sheets', 'bare', 'site'].map((name) => join(work, name));
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

/** Every page below a folder. */
function pages(folder) {
  const found = [];
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && entry.name === 'index.html') found.push(join(entry.parentPath ?? entry.path, entry.name));
  }
  return found;
}

const FLOOR = `
import os, sys
source, target = sys.argv[1:]
for folder, _, names in os.walk(source):
    if "index.html" in names:
        copy = os.path.join(target, os.path.relpath(folder, source))
        os.makedirs(copy, exist_ok=True)
        with open(os.path.join(folder, "index.html"), "rb") as page, open(os.path.join(copy, "index.html"), "wb") as out:
            out.write(page.read())
`;
function floor() {
  const copy = join(work, 'floor');
  rmSync(copy, { recursive: true, force: true });
  return measured('python3', '-c', FLOOR, site, copy);
}

const made = spawnSync(catalogue, ['sample', '--products', String(products), '--sellers', String(sellers), '--out', sheets], { encoding: 'utf8' });
if (made.status !== 0) throw new Error(made.stderr);
const build = (out, ...more) => measured(catalogue, 'build', sheets, '--out', out, '--at', '2026-11-21', ...more);
const withApp = (...more) => build(site, '--app', app, '--no-compress', '--no-cards', '--site-url', 'https://etalase.example', ...more);

const without = build(bare);
const table = [['products, sellers', `${products}, ${sellers}`], ['the market without pages, s', without.seconds.toFixed(1)]];
for (const [kind, more] of [['pages', []], ['lean pages', ['--lean-pages']]]) {
  rmSync(site, { recursive: true, force: true });
  const built = withApp(...more);
  const written = pages(site);
  const sizes = written.map((path) => statSync(path).size).sort((a, b) => a - b);
  const sum = sizes.reduce((all, one) => all + one, 0);
  const least = [floor(), floor(), floor()].map((one) => one.seconds).sort((a, b) => a - b)[1];
  const took = built.seconds - without.seconds;
  // As a host sends them: every hundredth page, Brotli as hosts that compress themselves do it.
  const sent = written.filter((_, at) => at % 100 === 0).map((path) => brotliCompressSync(readFileSync(path), { params: { 1: 5 } }).length);
  table.push(
    [`${kind}`, `${written.length}`],
    ['  seconds (with the market)', `${took.toFixed(1)} (${built.seconds.toFixed(1)})`],
    ['  a second', Math.round(written.length / took)],
    ['  / floor: the same bytes into files by Python', (took / least).toFixed(2)],
    ['  bytes a page: mean, median, most', [sum / sizes.length, sizes[sizes.length >> 1], sizes.at(-1)].map((one) => Math.round(one)).join(', ')],
    ['  bytes a page as sent, mean', Math.round(sent.reduce((all, one) => all + one, 0) / sent.length)],
    ['  bytes of all pages', `${Math.round(sum / 1e6)} MB`],
    ['  peak memory', `${Math.round(built.peak / 1e6)} MB`],
  );
}
const width = Math.max(...table.map(([name]) => name.length));
for (const [name, value] of table) console.log(`${name.padEnd(width)}  ${value}`);
rmSync(work, { recursive: true, force: true });
