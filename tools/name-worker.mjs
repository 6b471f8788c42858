#!/usr/bin/env node
// Finishes the worker of the page for staff: its two files are named by their content, it starts itself, and
// the page learns its address. tools/after-trunk.sh calls it.
//
//   node tools/name-worker.mjs FOLDER
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const read = (name) => readFileSync(join(folder, name));
const fail = (what) => {
  console.error(`tools/name-worker.mjs: ${what}`);
  process.exit(1);
};

const wasm = read('worker_bg.wasm');
const glue = read('worker.js').toString();
const name = `worker-${createHash('sha256').update(wasm).update(glue).digest('hex').slice(0, 16)}`;
const named = glue.replaceAll('worker_bg.wasm', `${name}_bg.wasm`);
if (named === glue) fail('worker.js does not name its WebAssembly');
if (!/\b__wbg_init\b/.test(glue)) fail('worker.js has no way to be started');
writeFileSync(join(folder, `${name}.js`), `${named}\nawait __wbg_init();\n`);
writeFileSync(join(folder, `${name}_bg.wasm`), wasm);
rmSync(join(folder, 'worker.js'));
rmSync(join(folder, 'worker_bg.wasm'));

const page = join(folder, 'index.html');
const html = readFileSync(page, 'utf8');
const told = html.replace('<meta name="pemeriksa" content="">', `<meta name="pemeriksa" content="/${name}.js">`);
if (told === html) fail('the page has no place for the address of the worker');
writeFileSync(page, told);
