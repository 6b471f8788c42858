// Data saver: words first, pictures when asked for, and how much the visit has taken; and the movement from card to product.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { until } from './support/visitor.mjs';

/** The photos that a tab has asked for since it was looked at first. */
function photos(tab) {
  const asked = [];
  tab.page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/foto/')) asked.push(request.url());
  });
  return asked;
}

const shownPhotos = (tab) => tab.page.evaluate(() => [...document.querySelectorAll('main picture img')].filter((one) => one.checkVisibility()).length);

journeys('data saver', { market: 'sample', at: '2026-12-02T12:00' }, (test) => {
  test('is switched on in the footer, stays on, and takes no photo until one is asked for', async ({ tab }) => {
    await tab.go('/tentang');
    await tab.click('button', 'Hemat data: foto bila diketuk');
    const asked = photos(tab);
    await tab.click('link', 'Beranda', await tab.find('navigation', 'Utama'));
    await tab.arrives('/');
    const [{ href, name }] = await tab.cards();
    assert.equal(await shownPhotos(tab), 0);
    await tab.click('link', name);
    await tab.arrives(href);
    await tab.find('heading', name);
    assert.deepEqual(asked, [], 'photos that nobody asked for');

    await tab.click('button', 'Tampilkan foto');
    await until('the photo', () => tab.page.evaluate(() => [...document.querySelectorAll('.gallery__stage img')].some((one) => one.naturalWidth > 1)));
    assert.ok(asked.length > 0);

    await tab.reload();
    assert.equal(await shownPhotos(tab), 0, 'on a page that is loaded anew');
    await tab.click('button', 'Hemat data: foto bila diketuk');
    await until('the photo by itself', async () => (await shownPhotos(tab)) > 0);
  });

  test('says how much the visit has taken', async ({ tab }) => {
    await tab.go('/');
    await until('a weight', () => tab.page.evaluate(() => /^[1-9][\d.]* kB$/.test(document.querySelector('.footer__weight').textContent)));
  });
});

journeys('data saver', { market: 'sample', browsers: ['chromium'] }, (test) => {
  test('is on where the browser wishes it, until the visitor says otherwise', async ({ tab }) => {
    await tab.page.evaluateOnNewDocument(() => Object.defineProperty(Object.getPrototypeOf(navigator.connection), 'saveData', { value: true }));
    await tab.go('/');
    assert.equal(await shownPhotos(tab), 0);
    await tab.click('button', 'Hemat data: foto bila diketuk');
    await until('photos', async () => (await shownPhotos(tab)) > 0);
    await tab.reload();
    assert.ok((await shownPhotos(tab)) > 0, 'the own word counts for more');
  });
});

journeys('from a card to its product', { market: 'sample', browsers: ['chromium'] }, (test) => {
  const watched = () => {
    const start = document.startViewTransition.bind(document);
    window.moved = [];
    document.startViewTransition = (change) => {
      const transition = start(change);
      transition.ready.then(() => window.moved.push(...document.getAnimations().map(({ effect }) => effect.pseudoElement)));
      return transition;
    };
  };
  const follow = async (tab) => {
    await tab.page.evaluateOnNewDocument(watched);
    await tab.go('/kategori/kuliner');
    const [{ href, name }] = await tab.cards();
    await tab.click('link', name);
    await tab.arrives(href);
    await tab.find('heading', name);
  };

  test('the picture goes along', async ({ tab }) => {
    await follow(tab);
    await until('the movement', () => tab.page.evaluate(() => window.moved.includes('::view-transition-group(produk)')));
  });

  test('nothing moves for whoever wants stillness', async ({ tab }) => {
    await tab.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await follow(tab);
    assert.deepEqual(await tab.page.evaluate(() => window.moved), []);
  });
});
