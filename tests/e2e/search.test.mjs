// Searching the sample market. What should be found is read from its public feed.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { eventually, until } from './support/visitor.mjs';

const feed = async (site) => {
  const text = await (await fetch(`${site.url}/feeds/produk.jsonl`)).text();
  return text.trim().split('\n').map((line) => JSON.parse(line));
};
const names = async (tab) => (await tab.cards()).map((card) => card.name);

journeys('searching', { market: 'sample', at: '2026-11-22T12:00' }, (test) => {
  test('words typed on the home page and the same words in the address find the same products', async ({ tab, visitor }) => {
    await tab.go('/');
    await tab.fill('searchbox', 'Cari produk', 'sambal');
    await tab.press('Enter');
    await tab.arrives('/cari?q=sambal');
    await tab.find('status', /produk/);
    const typed = { names: await names(tab), count: await tab.resultCount() };
    assert.ok(typed.count > 0);
    const other = await visitor.tab();
    await other.go('/cari?q=sambal');
    assert.deepEqual({ names: await names(other), count: await other.resultCount() }, typed);
  });

  test('the list without words counts every published product', async ({ tab, site }) => {
    await tab.go('/cari');
    assert.equal(await tab.resultCount(), (await feed(site)).length);
  });

  test('on the search page results follow the typing, and Back leaves in one step', async ({ tab }) => {
    await tab.go('/');
    await tab.click('link', 'Cari', await tab.find('navigation', 'Utama'));
    await tab.arrives('/cari');
    const all = await tab.resultCount();
    await tab.fill('searchbox', 'Cari produk', 'batik');
    await until('fewer results', async () => (await tab.resultCount()) < all);
    assert.equal(await tab.address(), '/cari?q=batik');
    await tab.back();
    await tab.arrives('/');
  });

  test('Back leads to the same products, the same number of them and the same place', async ({ tab }) => {
    await tab.go('/cari?kategori=kuliner');
    const count = await tab.resultCount();
    const short = (await tab.cards()).length;
    await tab.click('button', /^Tampilkan/, await tab.find('main'));
    await until('more cards', async () => (await tab.cards()).length > short);
    const before = await names(tab);
    const link = (await tab.all('link', before.at(-3)))[0];
    await link.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    await until('the page to be scrolled', async () => (await tab.scrollY()) > 500);
    const place = await tab.scrollY();
    await link.click();
    await tab.arrives(/^\/p\//);
    await until('the top of the product page', async () => (await tab.scrollY()) === 0);
    await tab.back();
    await tab.arrives('/cari?kategori=kuliner');
    await eventually(() => names(tab), before, 'the same cards');
    assert.equal(await tab.resultCount(), count);
    await until(`the place ${place}`, async () => Math.abs((await tab.scrollY()) - place) <= 2);
  });

  test('a reload keeps the place in the list', async ({ tab }) => {
    await tab.go('/cari');
    await tab.page.evaluate(() => scrollTo(0, 900));
    await until('the page to be scrolled', async () => (await tab.scrollY()) === 900);
    const before = await names(tab);
    await tab.page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); }));
    await tab.reload();
    await eventually(() => names(tab), before, 'the same cards');
    await until('the same place', async () => Math.abs((await tab.scrollY()) - 900) <= 2);
  });

  for (const [wrong, right] of [['kripik', 'keripik'], ['keripk', 'keripik'], ['SAMBEL', 'sambal'], ['batiik', 'batik']]) {
    test(`"${wrong}" finds what "${right}" finds first`, async ({ tab }) => {
      await tab.go(`/cari?q=${right}`);
      const wanted = (await names(tab))[0];
      await tab.go(`/cari?q=${wrong}`);
      assert.ok((await names(tab)).includes(wanted), `${wanted} among ${(await names(tab)).slice(0, 8).join(', ')}`);
    });
  }

  test('suggestions are walked with the arrow keys and taken with Enter', async ({ tab }) => {
    await tab.go('/');
    await tab.fill('searchbox', 'Cari produk', 'ker');
    const field = await tab.find('combobox', 'Cari produk');
    await tab.find('listbox');
    const active = () => field.evaluate((one) => document.getElementById(one.getAttribute('aria-activedescendant') ?? '')?.textContent ?? null);
    await tab.press('ArrowDown', 'ArrowDown', 'ArrowUp');
    await until('a chosen suggestion', active);
    const chosen = await tab.page.evaluate(() => document.querySelector('[role=option][aria-selected=true]').textContent);
    assert.equal(await active(), chosen);
    await tab.press('Enter');
    await tab.arrives(/^\/(cari\?q=|toko\/|p\/|kategori\/)/);
    await tab.gone('listbox');
  });

  test('Escape closes the suggestions and keeps the words', async ({ tab }) => {
    await tab.go('/');
    const field = await tab.fill('searchbox', 'Cari produk', 'ker');
    await tab.find('listbox');
    await tab.press('Escape');
    await tab.gone('listbox');
    assert.equal(await field.evaluate((one) => one.value), 'ker');
  });

  test('words that match nothing are answered with an explanation, not an empty page', async ({ tab }) => {
    await tab.go('/cari?q=zzqxj');
    await tab.find('status', /^0 produk/);
    await tab.says(/Belum ketemu/);
  });

  test('a filter that hides everything is named, and taking it away brings what it promises', async ({ tab }) => {
    await tab.go('/cari?q=batik&harga_max=200');
    await tab.find('status', /^0 produk/);
    const rescue = await tab.find('button', /produk/, await tab.find('main'));
    const promised = Number(/([\d.]+) produk/.exec(await rescue.evaluate((one) => one.innerText))[1].replaceAll('.', ''));
    await rescue.click();
    await eventually(() => tab.resultCount(), promised, 'the promised number');
  });
});
