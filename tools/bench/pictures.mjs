#!/usr/bin/env node
// Measures what pictures cost the catalogue compiler: a first build, one with an empty cache, one with a full cache,
// a check with it, and a build over the former one. Prints one table; target/bench-pictures keeps the sites.
//
//   node tools/bench/pictures.mjs target/native/catalogue [--count N] [--photos FOLDER]
//
// Without a folder the photos are made up: 12-megapixel PNGs of soft ground and grain. With one, its pictures are
// handed in again and again, each copy with a note of its own behind its end, so that no two are equal. Photos are
// never copied into the project.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const words = process.argv.slice(2);
const option = (name, usual) => {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? usual : words.splice(at, 2)[1];
};
const count = Number(option('count', 300));
const given = option('photos', '');
const catalogue = words[0] ?? 'target/native/catalogue';

const work = 'target/bench-pictures';
const sheets = join(work, 'sheets');
const photos = join(sheets, 'foto');
const cache = join(work, 'cache');
rmSync(work, { recursive: true, force: true });
mkdirSync(photos, { recursive: true });

/** A made-up photo as PNG: a slope of colours with grain, different for every seed. */
function madeUp(seed, width = 4000, height = 3000) {
  let state = seed * 2_654_435_761;
  const raw = Buffer.alloc(height * (1 + width * 3));
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    raw[at++] = 0;
    for (let x = 0; x < width; x += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const grain = state >>> 29;
      raw[at++] = 60 + grain + ((x * 150) / width | 0);
      raw[at++] = 60 + grain + ((y * 150) / height | 0);
      raw[at++] = 60 + grain + (seed * 37) % 120;
    }
  }
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(raw, { level: 1 })), chunk('IEND', Buffer.alloc(0))]);
}

const endings = ['.jpg', '.jpeg', '.png', '.webp'];
const sources = given
  ? readdirSync(given).filter((name) => endings.includes(extname(name).toLowerCase())).sort()
    .map((name) => ({ ending: extname(name), bytes: readFileSync(join(given, name)) }))
  : Array.from({ length: 10 }, (_, seed) => ({ ending: '.png', bytes: madeUp(seed + 1) }));
if (sources.length === 0) throw new Error(`${given} holds no pictures`);

const rows = ['nama_usaha,kecamatan,whatsapp,izin_kontak,kode,nama,kategori,harga,satuan'];
let read = 0;
for (let nth = 1; nth <= count; nth += 1) {
  const { ending, bytes } = sources[(nth - 1) % sources.length];
  writeFileSync(join(photos, `barang-${nth}x${ending}`), Buffer.concat([bytes, Buffer.from(`#${nth}`)]));
  read += bytes.length;
  rows.push(`Toko Ukur,Tebet,081234567890,ya,barang-${nth}x,Barang ${nth},kuliner,10.000,pcs`);
}
writeFileSync(join(sheets, 'produk.csv'), `${rows.join('\n')}\n`);

/** Runs the compiler and gives its seconds; exit code 3 says "done, some refused". */
function timed(...args) {
  const start = process.hrtime.bigint();
  const done = spawnSync(catalogue, [...args, '--at', '2026-11-21'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (done.error) throw done.error;
  if (done.status !== 0 && done.status !== 3) throw new Error(`${args.join(' ')}: ${done.status}\n${done.stdout}${done.stderr}`);
  return seconds;
}
const build = (site, ...more) => timed('build', sheets, '--out', join(work, site), ...more);

const runs = [
  ['build, no cache', build('plain')],
  ['build, cache empty', build('cold', '--cache', cache)],
  ['build, cache full', build('warm', '--cache', cache)],
  ['check, cache full', timed('check', sheets, '--cache', cache)],
  ['build over the former one, no cache', build('plain')],
];

/** The published pictures of a site by name. */
const published = (site) =>
  new Map(readdirSync(join(work, site, 'foto')).sort().map((name) => [name, readFileSync(join(work, site, 'foto', name))]));
const plain = published('plain');
for (const site of ['cold', 'warm']) {
  const other = published(site);
  const same = other.size === plain.size && [...plain].every(([name, bytes]) => other.get(name)?.equals(bytes));
  if (!same) throw new Error(`the pictures in ${site} are not those in plain`);
}
const sizes = new Map();
for (const [name, bytes] of plain) {
  const kind = name.replace(/^.*-/, '');
  const before = sizes.get(kind) ?? { count: 0, bytes: 0 };
  sizes.set(kind, { count: before.count + 1, bytes: before.bytes + bytes.length });
}
const cached = readdirSync(cache).reduce((sum, name) => sum + statSync(join(cache, name)).size, 0);

const table = [
  ['photos, MB read', `${count}, ${(read / 1e6).toFixed(0)}`],
  ...runs.map(([name, seconds]) => [`${name}, s`, `${seconds.toFixed(2)} (${((seconds * 1000) / count).toFixed(0)} ms each)`]),
  ...[...sizes].map(([kind, one]) => [`  ${kind}`, `${one.count} files, ${Math.round(one.bytes / one.count)} bytes each`]),
  ['published, bytes', [...sizes.values()].reduce((sum, one) => sum + one.bytes, 0)],
  ['cache, bytes', cached],
];
const width = Math.max(...table.map(([name]) => name.length));
for (const [name, value] of table) console.log(`${name.padEnd(width)}  ${value}`);
