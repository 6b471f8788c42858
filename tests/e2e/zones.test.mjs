// States of Jumat Beli Lokal on phones of six time zones whose clocks are a day off, while the server's is right:
// equal to a table read from the sheet by the browser's own calendar, WIB being seven hours ahead of UTC all year.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { journeys } from './support/journey.mjs';
import { ROOT } from './support/site.mjs';
import { eventually, until } from './support/visitor.mjs';

const DAY = 86_400_000;
const MINUTE = 60_000;
const SECOND = 1_000;

// On both sides of the date line, by half an hour, with and without summer time.
const ZONES = ['Asia/Jakarta', 'Australia/Adelaide', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'Europe/Paris'];

/** The sample's editions: fields with a comma stand in quotation marks there, and none holds one of these itself. */
const [names, ...rows] = readFileSync(join(ROOT, 'sheets/jbl.csv'), 'utf8').trim().split(/\r?\n/)
  .map((line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((cell) => cell[1] ?? cell[2]));
const EDITIONS = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));

/** The milliseconds of a cell: from its first to the first after it. A day is all of it, a time its minute. */
function span(cell) {
  const [day, time] = cell.split(' ');
  const from = Date.parse(`${day}T${(time ?? '00.00').replace('.', ':')}:00+07:00`);
  return { from, to: from + (time ? MINUTE : DAY) };
}

const within = (edition, from, to, moment) =>
  edition[from] !== '' && span(edition[from]).from <= moment && moment < span(edition[to]).to;

function state(edition, moment) {
  if (moment >= span(edition.selesai).to) return 'Selesai';
  if (within(edition, 'live_mulai', 'live_selesai', moment)) return 'Live';
  if (within(edition, 'mulai', 'selesai', moment)) return 'Berlangsung';
  if (within(edition, 'prapesan_mulai', 'prapesan_tutup', moment)) return 'Pra-pesan';
  return 'Akan datang';
}

const boundaries = (edition) =>
  [['mulai', 'selesai'], ['prapesan_mulai', 'prapesan_tutup'], ['live_mulai', 'live_selesai']]
    .filter(([from]) => edition[from] !== '')
    .flatMap(([from, to]) => [span(edition[from]).from, span(edition[to]).to]);

/** The moment in WIB, as `site.at` wants it. */
const inJakarta = (moment) => new Date(moment + 7 * 3_600_000).toISOString().slice(0, 19);

/** A phone in a zone whose clock is off by so much; the server's is set at each visit. */
async function phone(tab, zone, off) {
  await tab.page.emulateTimezone(zone);
  const script = await tab.page.evaluateOnNewDocument((by) => {
    const Real = Date;
    const now = () => Real.now() + by;
    globalThis.Date = new Proxy(Real, {
      construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
      apply: () => new Real(now()).toString(),
      get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    });
  }, off);
  return () => tab.page.removeScriptToEvaluateOnNewDocument(script.identifier);
}

/** Opens an address at a moment, on a phone that shows another one. */
async function visit(tab, path, moment, zone, error) {
  tab.site.at(inJakarta(moment));
  const forget = await phone(tab, zone, moment - Date.now() + error);
  await tab.go(path);
  // The phone is as wrong as the test says, and where it says.
  const seen = await tab.page.evaluate(() => ({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, now: Date.now() }));
  assert.equal(seen.zone, zone);
  assert.ok(Math.abs(seen.now - moment - error) < 2 * MINUTE, `the phone's clock shows ${new Date(seen.now).toISOString()}`);
  return forget;
}

/** Every edition of /jbl by its code with the state it is said to be in. */
const listed = (tab) => tab.page.evaluate(() =>
  Object.fromEntries([...document.querySelectorAll('main li:has(a[href^="/jbl/"])')].map((row) => [
    row.querySelector('a[href^="/jbl/"]').getAttribute('href').slice('/jbl/'.length),
    row.querySelector('p').textContent.trim(),
  ])));

/** What the banner of /jbl/<kode> says. */
const banner = (tab) => tab.page.evaluate(() => document.querySelector('section[aria-labelledby=jbl-judul] p span').textContent.trim());

// A phone is corrected to the second of the server's answer, and a page takes its time: visits keep off the second itself,
// which tests/output/editions.rs holds; that the page turns over by itself is the last test's.
const BEFORE = 2 * MINUTE;
const AFTER = 5 * SECOND;

journeys('states in other time zones', { market: 'sample' }, (test) => {
  ZONES.forEach((zone, at) => {
    const error = at % 2 === 0 ? DAY : -DAY;
    test(`${zone}, a day ${error > 0 ? 'ahead' : 'behind'}: every edition is in the state of the table`, async ({ tab }) => {
      // Another edition for each zone, around each of its boundaries.
      const own = EDITIONS[(at * 5 + 1) % EDITIONS.length];
      for (const boundary of boundaries(own)) {
        for (const moment of [boundary - BEFORE, boundary + AFTER]) {
          const forget = await visit(tab, '/jbl', moment, zone, error);
          const expected = Object.fromEntries(EDITIONS.map((edition) => [edition.kode, state(edition, moment)]));
          await eventually(() => listed(tab), expected, `states at ${inJakarta(moment)}`);
          await forget();
        }
      }
      const live = span(own.live_mulai).from + AFTER;
      await visit(tab, `/jbl/${own.kode}`, live, zone, error);
      await eventually(() => banner(tab), 'Live', `${own.kode} live`);
    });
  });

  test('a page that stays open turns over by itself, on a phone a day behind', async ({ tab }) => {
    const own = EDITIONS.find((edition) => edition.kode === 'jbl-2026-12-timur');
    const turn = span(own.live_mulai).from;
    await visit(tab, `/jbl/${own.kode}`, turn - 40 * SECOND, 'Pacific/Pago_Pago', -DAY);
    const server = () => tab.page.evaluate((error) => Date.now() - error, -DAY);
    const seen = await banner(tab);
    // A busy machine may have taken longer than that to open the page at all.
    assert.ok((await server()) < turn, 'opened before the hour');
    assert.equal(seen, 'Berlangsung');
    await until('the live show', async () => (await banner(tab)) === 'Live', 90 * SECOND);
    assert.ok((await server()) >= turn - SECOND, 'not before its second');
  });
});
