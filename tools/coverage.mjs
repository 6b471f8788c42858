#!/usr/bin/env node
// Counts which lines of the checker the tests have run, folder by folder, and fails where they are too few.
//
//   node tools/coverage.mjs LCOV MISSING
//
// LCOV is what `cargo llvm-cov report --lcov` writes; the lines that no test has run are listed in the file MISSING.
// The checker is all that reads, checks, tells and writes: `src/compiler` without `deploy`, which puts a finished folder
// into a store, and the rules and records it stands on, `src/domain` and `src/format`. Tests that stand beside the code
// are not the checker and not counted: a test always runs its own lines.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

// Of a hundred lines, in every folder taken together.
const LEAST = 90;
const CHECKER = /^src\/(compiler|domain|format)\//;
const NOT_CHECKER = /^src\/compiler\/(deploy\/|cmd\/deploy\.rs)/;

const [lcov, missing] = process.argv.slice(2);

/** The numbers of the lines of tests: from `#[cfg(test)]` to the brace that ends their module, where rustfmt puts it. */
function linesOfTests(source) {
  const lines = readFileSync(source, 'utf8').split('\n');
  const found = new Set();
  let inside = false;
  lines.forEach((line, at) => {
    if (line === '#[cfg(test)]') inside = true;
    if (inside) found.add(at + 1);
    if (line === '}') inside = false;
  });
  return found;
}

/** What was measured: for every file of the checker its lines, each with how often it was run. */
function measured() {
  const files = new Map();
  for (const record of readFileSync(lcov, 'utf8').split('end_of_record')) {
    const source = record.match(/^SF:(.+)$/m)?.[1];
    if (!source) continue;
    const name = relative(process.cwd(), source).replaceAll('\\', '/');
    if (!CHECKER.test(name) || NOT_CHECKER.test(name)) continue;
    const tests = linesOfTests(source);
    const lines = [...record.matchAll(/^DA:(\d+),(\d+)/gm)].map(([, line, times]) => [Number(line), Number(times)]);
    files.set(name, lines.filter(([line]) => !tests.has(line)));
  }
  return files;
}

/** "12, 15-17": neighbours of the list belong together, whatever stands between them in the file. */
function ranges(lines) {
  const found = [];
  let begin = null;
  lines.forEach(([line, times], at) => {
    if (times > 0) return;
    begin ??= line;
    if (lines[at + 1]?.[1] === 0) return;
    found.push(begin === line ? `${line}` : `${begin}-${line}`);
    begin = null;
  });
  return found.join(', ');
}

const files = measured();
if (files.size === 0) {
  console.error(`coverage: ${lcov} names no file of the checker`);
  process.exit(1);
}
const folders = new Map();
const whole = { run: 0, all: 0 };
for (const [name, lines] of files) {
  const folder = folders.get(dirname(name)) ?? { run: 0, all: 0 };
  folders.set(dirname(name), folder);
  for (const sum of [folder, whole]) {
    sum.run += lines.filter(([, times]) => times > 0).length;
    sum.all += lines.length;
  }
}

const percent = ({ run, all }) => (100 * run) / all;
const row = (name, sum) =>
  console.log(`${name.padEnd(26)}${String(sum.run).padStart(8)}${String(sum.all).padStart(8)}${percent(sum).toFixed(1).padStart(8)} %`);
console.log(`${'folder'.padEnd(26)}${'run'.padStart(8)}${'lines'.padStart(8)}`);
for (const [folder, sum] of [...folders].filter(([, sum]) => sum.all > 0).sort(([a], [b]) => (a < b ? -1 : 1))) row(folder, sum);
row('the checker', whole);

const least = (a, b) => percent(a[1]) - percent(b[1]);
const of = (lines) => ({ run: lines.filter(([, times]) => times > 0).length, all: lines.length });
const gaps = [...files].map(([name, lines]) => [name, of(lines), ranges(lines)]).filter(([, , gap]) => gap).sort(least);
writeFileSync(missing, gaps.map(([name, sum, gap]) => `${name} ${percent(sum).toFixed(1)} %: ${gap}\n`).join(''));
console.log(`lines that no test runs: ${missing}`);
if (percent(whole) < LEAST) {
  console.error(`coverage: ${percent(whole).toFixed(1)} % is under ${LEAST} %`);
  process.exitCode = 1;
}
