// Telling others of a product.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { eventually, until } from './support/visitor.mjs';

const PATH = '/p/keripik-tempe-uji';

journeys('sharing', { market: 'fixture', at: '2026-12-02T12:00' }, (test) => {
  test('the phone\'s own share sheet gets the name, the normal price and the address', async ({ tab, site }) => {
    await tab.page.evaluateOnNewDocument(() => {
      navigator.share = async (data) => { window.shared = { title: data.title, text: data.text, url: data.url }; };
    });
    await tab.go(PATH);
    await tab.click('button', 'Bagikan');
    const shared = await until('something shared', () => tab.page.evaluate(() => window.shared));
    assert.equal(shared.url, `${site.url}${PATH}`);
    assert.match(shared.text, /Keripik Tempe Uji[^]*Rp15\.000/);
    assert.equal(await tab.count('dialog'), 0);
  });

  test('without one a dialog offers links that carry the name and the address', async ({ tab, site }) => {
    await tab.page.evaluateOnNewDocument(() => {
      delete Navigator.prototype.share;
    });
    await tab.go(PATH);
    await tab.click('button', 'Bagikan');
    const dialog = await tab.find('dialog', 'Bagikan');
    for (const [network, host] of [['WhatsApp', 'wa.me'], ['Facebook', 'www.facebook.com'], ['X', 'twitter.com'], ['Telegram', 't.me'], ['LINE', 'line.me']]) {
      const link = new URL(await tab.href('link', network, dialog));
      assert.equal(link.host, host);
      assert.ok(decodeURIComponent(link.href).includes(`${site.url}${PATH}`), `${network}: ${link.href}`);
    }
    await tab.press('Escape');
    await tab.gone('dialog');
    assert.match((await tab.focused()).name, /^Bagikan/);
  });

  test('the address can be copied', async ({ tab, site }) => {
    await tab.page.evaluateOnNewDocument(() => {
      delete Navigator.prototype.share;
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });
    });
    await tab.go(PATH);
    await tab.click('button', 'Bagikan');
    await tab.click('button', 'Salin tautan');
    await eventually(() => tab.page.evaluate(() => window.copied ?? null), `${site.url}${PATH}`, 'the copied address');
  });
});
