// An order that was sent is opened in the planner again, with its office, its counts and what was exchanged by hand.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { eventually } from './support/visitor.mjs';

/** What stands in the packages. */
const items = (tab) => tab.page.evaluate(() => [...document.querySelectorAll('.package__item')].map((one) => one.querySelector('a').textContent));
const field = async (tab, name) => (await tab.find('textbox', name)).evaluate((one) => one.value);
const hash = (tab) => tab.page.evaluate(() => location.hash);

/** Plans an order, exchanges its first item, and gives what stands behind # of its link, and the items. */
async function send(tab, office) {
  await tab.go('/gebetan');
  await tab.fill('textbox', 'Nama kantor (sudin atau UPT)', office);
  await tab.press('Tab');
  for (let n = 0; n < 2; n += 1) await tab.click('button', 'Tambah paket Staf');
  await tab.find('heading', 'Isi bingkisan');
  const before = await items(tab);
  await tab.click('button', new RegExp(`^Ganti ${before[0].split(' (')[0].replace(/[^\w]/g, '.')}`));
  await tab.click('button', /Rp/, await tab.find('dialog'));
  await tab.gone('dialog');
  const after = await items(tab);
  assert.notDeepEqual(after, before);
  const message = new URL(await tab.href('link', 'Kirim ke koperasi')).searchParams.get('text');
  await tab.page.evaluate(() => sessionStorage.clear());
  return { hash: message.match(/#\w[\w-]*$/m)[0], items: after };
}

journeys('an order that was sent', { market: 'sample', at: '2026-12-02T12:00' }, (test) => {
  test('fills the planner again from its link, as it was sent', async ({ tab }) => {
    const sent = await send(tab, 'Sudin Uji Timur');
    await tab.go(`/daftar${sent.hash}`);
    await tab.click('link', 'Buka di perencana');
    await tab.arrives('/gebetan');
    await eventually(() => items(tab), sent.items, 'the same contents');
    assert.equal(await field(tab, 'Nama kantor (sudin atau UPT)'), 'Sudin Uji Timur');
    assert.equal(await field(tab, 'Jumlah paket Staf'), '2');
    await eventually(() => hash(tab), '', 'the planner has an address of its own again');
    const message = new URL(await tab.href('link', 'Kirim ke koperasi')).searchParams.get('text');
    assert.ok(message.includes(sent.hash), 'and sends the same order');
  });

  test('replaces what stands there only after asking', async ({ tab }) => {
    const sent = await send(tab, 'Sudin Uji Barat');
    await tab.go('/gebetan');
    await tab.click('button', 'Tambah paket Eselon III');
    await tab.find('heading', 'Isi bingkisan');
    const own = await items(tab);
    await tab.go(`/gebetan?1${sent.hash}`);
    await tab.says(/Buka pesanan Sudin Uji Barat\? Yang sedang Anda susun di sini akan diganti/);
    await eventually(() => items(tab), own, 'what stood there');
    await tab.click('button', 'Biarkan');
    await tab.gone('button', /^Ganti$/);
    assert.deepEqual(await items(tab), own);
    await tab.go(`/gebetan?2${sent.hash}`);
    await tab.click('button', /^Ganti$/);
    await eventually(() => items(tab), sent.items, 'the order');
  });

  test('says what is no longer as it was, and that a link was cut off', async ({ tab }) => {
    const sent = await send(tab, 'Sudin Uji Timur');
    await tab.go(`/gebetan?1${sent.hash.slice(0, -2)}`);
    await tab.says(/Tautannya rusak atau terpotong/);
    // The round of that order has closed by then, so its contents are planned by none.
    tab.site.at('2026-12-20T12:00');
    await tab.go(`/gebetan?2${sent.hash}`);
    await tab.says(/sudah ditutup sejak/);
    await tab.says(/tidak bisa sama persis lagi/);
  });
});

journeys('the row of tabs', { market: 'fixture', viewport: { width: 320, height: 640 } }, (test) => {
  for (const path of ['/gebetan', '/rapat', '/acara', '/program']) {
    test(`shows the tab of ${path} that one is on`, async ({ tab }) => {
      await tab.go(path);
      const sees = () => tab.page.evaluate(() => {
        const box = document.querySelector('.tabs [aria-current]').getBoundingClientRect();
        return box.left >= 0 && box.right <= document.documentElement.clientWidth;
      });
      await eventually(sees, true, 'the whole tab');
    });
  }
});
