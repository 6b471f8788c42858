// The page for staff: sheets are checked, corrected and given photos in the browser, and nothing leaves it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepDownloads, saved } from './support/downloads.mjs';
import { journeys } from './support/journey.mjs';
import { ROOT } from './support/site.mjs';
import { until } from './support/visitor.mjs';

const CATALOGUE = process.env.CATALOGUE ?? join(ROOT, 'target/native/catalogue');
const HEAD = 'nama_usaha,kecamatan,nama,kategori,harga,satuan';
const SHEET = `${HEAD}\nDapur Uji,Tebet,Keripik Uji,kuliner,"15,000",bungkus\nDapur Uji,Tebet,Teh Uji,kuliner,5000,gelas\n`;

/** A folder of files for one test. */
async function withFiles(files, run) {
  const folder = await mkdtemp(join(tmpdir(), 'etalase-desk-'));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    await run((...names) => names.map((name) => join(folder, name)), folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Chooses files in the dialog behind "Pilih berkas". */
async function choose(tab, paths) {
  const field = await tab.page.$('input[type=file]:not([webkitdirectory])');
  await field.uploadFile(...paths);
}

/** What `catalogue check` says of a folder. */
function checked(folder) {
  const report = join(folder, '..', `${folder.split('/').pop()}.json`);
  try {
    execFileSync(CATALOGUE, ['check', folder, '--at', '2026-11-21', '--report', report], { encoding: 'utf8' });
  } catch (error) {
    if (![1, 3].includes(error.status)) throw error;
  }
  return readFile(report, 'utf8').then(JSON.parse);
}

journeys('the page for staff', { market: 'fixture' }, (test) => {
  test('a sheet is told cell by cell as the command line tells it, corrected, and saved as a copy', async ({ tab }) => {
    await keepDownloads(tab);
    await withFiles({ 'produk.csv': SHEET }, async (paths, folder) => {
      await tab.go('/petugas');
      await choose(tab, paths('produk.csv'));
      await tab.find('status', /^1 galat belum terbit/);
      const errors = (await checked(folder)).filter((problem) => problem.severity === 'error');
      assert.equal(errors.length, 1);
      const row = await tab.find('article');
      const text = await row.evaluate((element) => element.innerText);
      for (const said of [errors[0].cell, errors[0].message, errors[0].fix, 'produk.csv, baris 2', 'Keripik Uji']) assert.ok(text.includes(said), `${said} in ${text}`);

      await tab.fill('textbox', /^Perbaiki E2/, '15.000');
      await tab.press('Enter');
      await tab.find('status', /^Semua baris masuk/);
      assert.equal(await tab.page.evaluate(() => document.activeElement.id), 'hasil', 'the focus is at the report');
      await tab.click('button', 'Simpan salinan (XLSX)');
      const copy = await saved(tab, 'lembar-etalase-diperbaiki.xlsx');

      await mkdir(join(folder, 'baru'));
      await writeFile(join(folder, 'baru/salinan.xlsx'), copy);
      assert.deepEqual((await checked(join(folder, 'baru'))).filter((problem) => problem.severity === 'error'), []);
    });
  });

  test('the report is saved as a page to be forwarded', async ({ tab }) => {
    await keepDownloads(tab);
    await withFiles({ 'produk.csv': SHEET }, async (paths) => {
      await tab.go('/petugas');
      await choose(tab, paths('produk.csv'));
      await tab.click('button', 'Simpan laporan (HTML)');
      const page = (await saved(tab, 'hasil-pemeriksaan.html')).toString();
      assert.match(page, /^<!DOCTYPE html>/);
      assert.match(page, /E2/);
    });
  });

  test('a photo is tapped, then its product, and the copy names it', async ({ tab }) => {
    await keepDownloads(tab);
    const icon = await readFile(join(ROOT, 'public/icon-192.png'));
    const photo = 'IMG-20261118-WA0012.png';
    await withFiles({ 'produk.csv': SHEET.replace('"15,000"', '15000'), [photo]: icon }, async (paths, folder) => {
      await tab.go('/petugas');
      await choose(tab, paths('produk.csv', photo));
      await tab.click('button', photo);
      await until('the photo to be drawn', () => tab.page.evaluate(() => {
        const canvas = document.querySelector('.photo-tile canvas');
        return canvas.getContext('2d').getImageData(80, 80, 1, 1).data[3] > 0;
      }));
      await (await tab.find('button', `Pasang ${photo} pada Teh Uji`)).focus();
      await tab.press('Enter');
      await tab.find('button', /terpasang/);
      await tab.gone('button', /^Pasang .* pada Teh Uji/);
      assert.equal((await tab.focused()).id, 'daftar-produk');
      await tab.click('button', 'Simpan salinan (XLSX)');
      const copy = await saved(tab, 'lembar-etalase-diperbaiki.xlsx');

      const market = join(folder, 'pasar');
      await mkdir(join(market, 'foto'), { recursive: true });
      await writeFile(join(market, 'salinan.xlsx'), copy);
      await writeFile(join(market, 'foto', photo), icon);
      execFileSync(CATALOGUE, ['build', market, '--out', join(folder, 'situs'), '--at', '2026-11-21']);
      const lines = (await readFile(join(folder, 'situs/feeds/produk.jsonl'), 'utf8')).trim().split('\n').map(JSON.parse);
      assert.deepEqual(lines.map((line) => [line.nama, (line.foto ?? []).length > 0]).sort(), [['Keripik Uji', false], ['Teh Uji', true]]);
    });
  });

  test('a file over which the checker dies is told, and the others are checked', async ({ tab }) => {
    // No file is known that gets so far; so the first worker is made to die over one.
    await tab.page.evaluateOnNewDocument(() => {
      const Real = window.Worker;
      window.workers = 0;
      window.Worker = class extends Real {
        constructor(...args) {
          super(...args);
          window.workers += 1;
          if (window.workers > 1) return;
          this.addEventListener('message', ({ data: [said] }) => {
            if (said === '{"Reading":"bom.csv"}') {
              this.terminate();
              this.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
            }
          });
        }
      };
    });
    await withFiles({ 'bom.csv': 'x', 'produk.csv': SHEET }, async (paths) => {
      await tab.go('/petugas');
      await choose(tab, paths('bom.csv', 'produk.csv'));
      await tab.find('status', /^2 galat belum terbit/);
      assert.equal(await tab.page.evaluate(() => window.workers), 2);
      await tab.find('heading', 'bom.csv');
      await tab.click('button', 'Lepas bom.csv');
      await tab.find('status', /^1 galat belum terbit/);
    });
  });

  test('nothing is sent, and the checker is fetched only once a file is chosen', async ({ tab }) => {
    const asked = [];
    tab.page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await withFiles({ 'produk.csv': SHEET }, async (paths) => {
      await tab.go('/petugas');
      assert.deepEqual(asked.filter((line) => line.includes('worker')), []);
      await choose(tab, paths('produk.csv'));
      await tab.find('status', /galat/);
      assert.deepEqual(asked.filter((line) => !line.startsWith('GET ')), []);
      assert.deepEqual(tab.complaints, []);
    });
  });

  test('no shopper loads any of it', async ({ tab }) => {
    const asked = [];
    tab.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await tab.go('/');
    assert.deepEqual(asked.filter((path) => /petugas|worker/.test(path)), []);
    await tab.click('link', 'Untuk petugas');
    await tab.arrives(/^\/petugas/);
    await tab.find('heading', 'Periksa lembar');
  });

  test('a file is chosen, let go and chosen again by the keyboard', async ({ tab }) => {
    await withFiles({ 'produk.csv': SHEET }, async (paths) => {
      await tab.go('/petugas');
      await choose(tab, paths('produk.csv'));
      await tab.find('status', /galat/);
      await (await tab.find('button', 'Lepas produk.csv')).focus();
      await tab.press('Enter');
      await tab.gone('heading', 'Hasil pemeriksaan');
      assert.equal((await tab.focused()).id, 'periksa');
      await choose(tab, paths('produk.csv'));
      await tab.find('heading', 'Hasil pemeriksaan');
    });
  });
});
