// What is in the basket outlives the page, the tab and the browser.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { put } from './support/basket.mjs';
import { launch, newProfile } from './support/browser.mjs';
import { journeys } from './support/journey.mjs';
import { readBasket } from './support/order.mjs';
import { Tab, eventually } from './support/visitor.mjs';

const FIVE = [
  ['sambal-bawang-uji', { choices: [/^Pedas banget/], quantity: 2 }],
  ['kemeja-batik-uji', { choices: [/^XL/, /^Biru/] }],
  ['keripik-tempe-uji', { quantity: 3 }],
  ['gelang-rotan-uji', { quantity: 4 }],
  ['kue-cubit-uji', { quantity: 5 }],
];
const lines = async (tab) => (await readBasket(tab)).flatMap(({ lines: of }) => of.map(({ code, quantity }) => [code, quantity]));

journeys('the basket outlives', { market: 'fixture', at: '2026-12-02T12:00' }, (test, env) => {
  test('a reload', async ({ tab }) => {
    await put(tab, 'keripik-tempe-uji', { quantity: 3 });
    await tab.go('/keranjang');
    await tab.reload();
    await eventually(() => lines(tab), [['keripik-tempe-uji', 3]], 'the line');
  });

  test('the moment in which it was changed, where the page is left in that very moment', async ({ tab }) => {
    await put(tab, 'keripik-tempe-uji', { quantity: 3 });
    await put(tab, 'kue-cubit-uji');
    await tab.go('/keranjang');
    const remove = await tab.find('button', 'Hapus Keripik Tempe Uji');
    // A slow device: its database answers when the page has long been left.
    await remove.evaluate(async (button) => {
      await new Promise((opened) => {
        indexedDB.open('lambat', 1).onsuccess = ({ target }) => opened((window.held = target.result));
      });
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function openLater() {
        return open.call(this, 'lambat', 2);
      };
      button.click();
      location.reload();
    });
    await tab.started();
    await eventually(async () => (await lines(tab)).map(([code]) => code), ['kue-cubit-uji'], 'what was left in it');
    await tab.reload();
    await eventually(async () => (await lines(tab)).map(([code]) => code), ['kue-cubit-uji'], 'the same once more');
  });

  test('in every tab: what one puts in, the other shows without a reload', async ({ tab, visitor }) => {
    const other = await visitor.tab();
    await other.go('/keranjang');
    // A tab that is not in front may get no keys.
    await tab.page.bringToFront();
    await put(tab, 'keripik-tempe-uji', { quantity: 2 });
    await eventually(() => lines(other), [['keripik-tempe-uji', 2]], 'the line in the other tab');
    await tab.go('/keranjang');
    await tab.click('button', 'Hapus Keripik Tempe Uji');
    await eventually(() => lines(other), [], 'no line in the other tab');
  });

  test('a browser killed right after the page has said that it is kept', async ({ site }) => {
    const profile = await newProfile();
    let browser = await launch(env.name, { profile });
    try {
      const tab = new Tab(await browser.newPage(), site);
      for (const [code, how] of FIVE) await put(tab, code, how);
      // Not at once: a browser that writes late must have had the time to do it wrong.
      await pause(200);
      await browser.kill();
      browser = await launch(env.name, { profile });
      const again = new Tab(await browser.newPage(), site);
      await again.go('/keranjang');
      await eventually(async () => (await lines(again)).sort(), [
        ['gelang-rotan-uji', 4], ['kemeja-batik-uji', 1], ['keripik-tempe-uji', 3], ['kue-cubit-uji', 5], ['sambal-bawang-uji', 2],
      ], 'all five lines');
    } finally {
      await browser.close().catch(() => {});
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  });

  test('a damaged record: the others stay whole', async ({ tab }) => {
    await put(tab, 'keripik-tempe-uji', {});
    await put(tab, 'tas-pandan-uji', {});
    await tab.page.evaluate(() => new Promise((done, failed) => {
      const request = indexedDB.open('etalase');
      request.onerror = failed;
      request.onsuccess = () => {
        const transaction = request.result.transaction('kept', 'readwrite');
        const store = transaction.objectStore('kept');
        store.getAllKeys().onsuccess = ({ target }) => {
          const key = target.result.find((one) => one.includes('dapur-uji'));
          store.put('{"v":1,"check":1,"lines":"[torn', key);
        };
        transaction.oncomplete = () => { request.result.close(); done(); };
      };
    }));
    await tab.go('/keranjang');
    await eventually(() => lines(tab), [['tas-pandan-uji', 1]], 'the whole record');
    assert.match(await tab.mainText(), /rusak|tidak terbaca|tidak dapat dibaca|tidak bisa dibaca/i);
  });
});
