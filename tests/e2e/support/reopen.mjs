// Files that a page has saved, opened again by a program that is not ours: Python's openpyxl and csv.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { saved } from './downloads.mjs';

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/** A Python that opens workbooks; fails with what to install. tools/setup.sh looks in the same places. */
function python() {
  for (const command of [process.env.PYTHON, 'python3', '/usr/bin/python3'].filter(Boolean)) {
    try {
      execFileSync(command, ['-c', 'import openpyxl'], { stdio: 'ignore' });
      return command;
    } catch {
      // The next one may have it.
    }
  }
  throw new Error('no Python with openpyxl was found; run: make setup-test (or: pip install openpyxl)');
}

/** Saves a file by its button, anew. */
export async function download(tab, button, name, within) {
  await tab.page.evaluate((one) => delete window.saved[one], name);
  await tab.click('button', button, within);
  return saved(tab, name);
}

/** Puts files by name and bytes into a folder of their own, for as long as `run(paths, folder)` takes. */
export async function laidOut(files, run) {
  const folder = await mkdtemp(join(tmpdir(), 'etalase-saved-'));
  try {
    const paths = Object.keys(files).map((name) => join(folder, name));
    await Promise.all(Object.values(files).map((bytes, at) => writeFile(paths[at], bytes)));
    return await run(paths, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The cells of files by name and bytes, in their order. */
export const reopened = (files) =>
  laidOut(files, (paths) => JSON.parse(execFileSync(python(), [script('reopen.py'), ...paths], { encoding: 'utf8' })));

/** A workbook in the office programs' own format. */
export const asOds = (xlsx) =>
  laidOut({ 'a.xlsx': xlsx }, ([path], folder) => {
    execFileSync(python(), [script('as_ods.py'), path, join(folder, 'a.ods')]);
    return readFile(join(folder, 'a.ods'));
  });

/** A row without the empty cells at its end. */
const trimmed = (row) => row.slice(0, row.findLastIndex((one) => one !== '') + 1);

/**
 * Saves the same tables as a workbook and as CSV and opens both. They must hold the same cells, one by one: in CSV an
 * apostrophe guards what would begin a formula, and tables stand one below the other. Returns the sheets, as a map.
 */
export async function both(tab, name, within) {
  const files = {
    [`${name}.xlsx`]: await download(tab, 'Unduh XLSX', `${name}.xlsx`, within),
    [`${name}.csv`]: await download(tab, 'Unduh CSV', `${name}.csv`, within),
  };
  const [sheets, csv] = await reopened(files);
  const guarded = (one) => (typeof one === 'number' ? String(one) : one.replace(/^[=+\-@＝＋－＠"]/, "'$&"));
  const expected = sheets.flatMap(([, rows], at) => [...(at > 0 ? [[]] : []), ...rows.map((row) => trimmed(row).map(guarded))]);
  assert.deepEqual(csv.map(trimmed), expected);
  return new Map(sheets.map(([title, rows]) => [title, rows.map(trimmed)]));
}
