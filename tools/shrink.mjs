#!/usr/bin/env node
// Shrinks what Trunk has built, for a release: tools/after-trunk.sh calls it.
//
//   node tools/shrink.mjs FOLDER
//
// 1. wasm-bindgen exports the classes of every crate that is linked, used or not (server_fn brings streams that
//    nothing here opens). What neither half of the app asks of the other goes: wasm-metadce knows what hangs on what.
// 2. The names between the two halves carry hashes that Brotli cannot pack; they become letters.
// 3. Functions that are alike come to stand next to each other (tools/alike.mjs), which Brotli packs better.
// 4. JavaScript and style sheets are minified by esbuild, and the sheets become one file.
// index.html gets the new names and hashes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { withNamesByLikeness } from './alike.mjs';

const folder = process.argv[2];
const binaryen = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/binaryen/bin');
const work = mkdtempSync(join(tmpdir(), 'etalase-shrink-'));
const page = join(folder, 'index.html');
let html = readFileSync(page, 'utf8');

/** The one file of the folder whose name fits. */
function only(pattern) {
  const found = readdirSync(folder).filter((name) => pattern.test(name));
  if (found.length !== 1) fail(`${found.length} files instead of one fit ${pattern}`);
  return found[0];
}

function fail(what) {
  console.error(`tools/shrink.mjs: ${what}`);
  process.exit(1);
}

/** Runs a tool of Binaryen, each feature the app is built with switched on; returns what it says. */
function run(tool, ...args) {
  const features = ['bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue'];
  const flags = features.map((feature) => `--enable-${feature}`);
  return execFileSync(process.execPath, [join(binaryen, tool), ...flags, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** Puts a file in place of another one, named by its content, and tells index.html. */
function replace(before, bytes, after) {
  const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  rmSync(join(folder, before));
  writeFileSync(join(folder, after), bytes);
  const tag = new RegExp(`(<(?:link|script)[^>]*?(?:href|src)=")/${before.replaceAll('.', '\\.')}("[^>]*?integrity=")[^"]*(")`);
  if (!tag.test(html)) fail(`index.html does not name ${before}`);
  html = html.replace(tag, `$1/${after}$2${integrity}$3`);
}

const short = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

// --- The two halves of the app ---

function shrinkApp(name) {
  const glueName = only(new RegExp(`^${name}-[^.]*\\.js$`));
  const wasmName = only(new RegExp(`^${name}-.*_bg\\.wasm$`));
  let glue = readFileSync(join(folder, glueName), 'utf8');

  // Exported classes, and what registers them.
  const classes = [...glue.matchAll(/^export class (\w+) \{$/gm)].map(([, name]) => name);
  for (const name of classes) {
    glue = glue
      .replace(new RegExp(`^export class ${name} \\{\\n[\\s\\S]*?^\\}\\n`, 'm'), '')
      .replace(new RegExp(`^if \\(Symbol\\.dispose\\) ${name}\\..*\\n`, 'm'), '')
      .replace(new RegExp(`^const ${name}Finalization = [\\s\\S]*?;\\n`, 'm'), '');
  }

  // The functions that WebAssembly imports: each stands in the import object at eight spaces.
  const imports = new Map();
  const importObject = /^ {4}const import0 = \{\n {8}__proto__: null,\n([\s\S]*?)^ {4}\};\n/m;
  const body = importObject.exec(glue)?.[1] ?? fail('the import object was not found in the glue');
  for (const [entry, name] of body.matchAll(/^ {8}(\w+): [\s\S]*?(?=^ {8}\w+: |(?![\s\S]))/gm)) imports.set(name, entry);
  if ([...imports.values()].join('') !== body) fail('the import object was not understood');

  // boot/boot.js alone starts the app, once, with the answer to its own fetch: of all the other ways nothing is needed. A host
  // that does not know WebAssembly can only be read to its end first.
  const loader = /^async function __wbg_load\([\s\S]*^export \{ initSync, __wbg_init as default \};\n/m;
  if (!loader.test(glue)) fail('the loader was not found in the glue');
  glue = glue.replace(loader, `export default async ({ module_or_path: answer }) => {
  const imports = __wbg_get_imports();
  const knows = answer.headers.get('Content-Type') === 'application/wasm';
  const { instance, module } = await (knows ? WebAssembly.instantiateStreaming(answer, imports) : WebAssembly.instantiate(await answer.arrayBuffer(), imports));
  return __wbg_finalize_init(instance, module);
};
`);
  // Every browser that runs the app writes text into memory by itself.
  const encoder = /^if \(!\('encodeInto' in cachedTextEncoder\)\) \{[\s\S]*?^\}\n/m;
  if (!encoder.test(glue)) fail('the text encoder was not found in the glue');
  glue = glue.replace(encoder, '');

  /** The glue with these of its imports. */
  const withImports = (entries) => glue.replace(body, () => entries.join(''));
  /** Without functions that nothing calls any more. */
  const shaken = (code) => transformSync(code, { format: 'esm', treeShaking: true }).code;
  /** The exports that some glue calls. */
  const calledIn = (code) => new Set([...code.matchAll(/\bwasm\.(\w+)/g)].map(([, name]) => name).concat('memory'));

  // Functions of the glue hang on each other as well, so that one look does not see everything: what is imported
  // decides what is exported and the other way round.
  const module = /"(\.\/[^"]+)": import0/.exec(glue)?.[1] ?? fail('the import object has no name');
  const [before, after] = [join(work, 'before.wasm'), join(work, 'after.wasm')];
  writeFileSync(before, readFileSync(join(folder, wasmName)));
  for (let count = Infinity; imports.size < count; ) {
    count = imports.size;
    const called = calledIn(shaken(withImports([...imports.values()])));
    const graph = [
      { name: 'page', root: true, reaches: [...called].map((name) => `export ${name}`) },
      ...[...called].map((name) => ({ name: `export ${name}`, export: name })),
      ...[...imports.keys()].map((name) => ({ name: `import ${name}`, import: [module, name] })),
    ];
    writeFileSync(join(work, 'graph.json'), JSON.stringify(graph));
    const unused = run('wasm-metadce', before, '--graph-file', join(work, 'graph.json'), '-o', after);
    for (const [, name] of unused.matchAll(/^unused: import (\w+)$/gm)) imports.delete(name);
    writeFileSync(before, readFileSync(after));
  }

  const said = run('wasm-opt', before, '--low-memory-unused', '--flatten', '--rereloop', '-Oz', '-Oz', '-Oz', '--minify-imports-and-exports-and-modules', '-o', after);
  const letters = new Map([...said.matchAll(/"(\w+)", "([\w$]+)"\]/g)].map(([, name, letter]) => [name, letter]));
  const letter = (name) => letters.get(name) ?? fail(`wasm-opt has no letter for ${name}`);
  const entries = [...imports].map(([name, entry]) => entry.replace(name, () => letter(name)));
  glue = withImports(entries).replace(/\bwasm\.(\w+)/g, (_, name) => `wasm.${letter(name)}`).replace(`"${module}": import0`, 'a: import0');
  glue = transformSync(glue, { format: 'esm', treeShaking: true, minify: true, target: 'es2022' }).code;

  // The levels are those of -Oz: they also say how tightly a module is written down.
  writeFileSync(before, withNamesByLikeness(readFileSync(after)));
  run('wasm-opt', before, '--optimize-level=2', '--shrink-level=2', '--reorder-functions-by-name', '-o', after);

  // boot/boot.js knows the one name from the other.
  const wasm = readFileSync(after);
  const hashed = `${name}-${short(Buffer.concat([wasm, Buffer.from(glue)]))}`;
  replace(glueName, glue, `${hashed}.js`);
  replace(wasmName, wasm, `${hashed}_bg.wasm`);
}
// The page for staff is no shopper's load: its halves stay as Trunk has made them.
for (const name of ['market', 'programmes']) {
  if (readdirSync(folder).some((file) => file.startsWith(`${name}-`))) shrinkApp(name);
}

// --- The scripts that start it ---

for (const [, script] of html.matchAll(/<script[^>]* src="\/([^"]+)"/g)) {
  const text = readFileSync(join(folder, script), 'utf8');
  const format = /^(import|export)\b|\bawait\b/m.test(text) ? 'esm' : undefined;
  const { code } = transformSync(text, { format, minify: true, target: 'es2022' });
  replace(script, code, script.replace(/-[^-]*$/, `-${short(code)}.js`));
}

// --- The style sheets ---

const links = [...html.matchAll(/ *<link rel="stylesheet" href="\/([^"]+)" integrity="[^"]+"\/>\n/g)];
if (links.length === 0) fail('index.html names no style sheet');
const sheets = links.map(([, sheet]) => readFileSync(join(folder, sheet), 'utf8')).join('\n');
const style = transformSync(sheets, { loader: 'css', minify: true, target: ['chrome99', 'firefox97', 'safari15.4'] }).code;
const [first, ...others] = links;
for (const [link, sheet] of others) {
  html = html.replace(link, '');
  rmSync(join(folder, sheet));
}
replace(first[1], style, `style-${short(style)}.css`);

writeFileSync(page, html);
rmSync(work, { recursive: true });
