#!/usr/bin/env node
// Finishes the worker of a page: its two files are named by their content, it starts itself, and the page learns its
// address. tools/after-trunk.sh calls it.
//
//   node tools/name-worker.mjs FOLDER PROGRAM META
//
// PROGRAM is what Trunk has built; META is the name of the page's `meta` that tells where it is.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, program, meta] = process.argv.slice(2);
const read = (name) => readFileSync(join(folder, name));
const fail = (what) => {
  console.error(`tools/name-worker.mjs: ${what}`);
  process.exit(1);
};

const wasm = read(`${program}_bg.wasm`);
const glue = read(`${program}.js`).toString();
const name = `${program}-${createHash('sha256').update(wasm).update(glue).digest('hex').slice(0, 16)}`;
const named = glue.replaceAll(`${program}_bg.wasm`, `${name}_bg.wasm`);
if (named === glue) fail(`${program}.js does not name its WebAssembly`);
if (!/\b__wbg_init\b/.test(glue)) fail(`${program}.js has no way to be started`);
writeFileSync(join(folder, `${name}.js`), `${named}\nawait __wbg_init();\n`);
writeFileSync(join(folder, `${name}_bg.wasm`), wasm);
rmSync(join(folder, `${program}.js`));
rmSync(join(folder, `${program}_bg.wasm`));

const page = join(folder, 'index.html');
const html = readFileSync(page, 'utf8');
const told = html.replace(`<meta name="${meta}" content="">`, `<meta name="${meta}" content="/${name}.js">`);
if (told === html) fail(`the page has no place for the address of ${program}`);
writeFileSync(page, told);
