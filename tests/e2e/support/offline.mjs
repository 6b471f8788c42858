// What the service worker keeps of a visit.
import { setTimeout as pause } from 'node:timers/promises';
import { until } from './visitor.mjs';

/** The paths in a store. */
export const inKept = (tab, store) => tab.page.evaluate(async (name) => {
  const cache = await caches.open(name);
  return (await cache.keys()).map(({ url }) => new URL(url).pathname);
}, store);

const everything = (tab) => tab.page.evaluate(async () => {
  const paths = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) paths.push(`${name} ${url}`);
  }
  return paths.sort().join('\n');
});

/** Waits until the worker has taken over this page and keeps what it has loaded: the store no longer grows. */
export async function keepsAll(tab) {
  await until('a worker', () => tab.page.evaluate(() => navigator.serviceWorker.controller !== null));
  let before;
  await until('everything to be kept', async () => {
    const now = await everything(tab);
    const rests = now === before && /etalase-catatan/.test(now) && /\/data\/cards-/.test(now);
    before = now;
    await pause(600);
    return rests;
  });
}

/** The worker's text as it is published. */
export const worker = async (site) => (await fetch(`${site.url}/sw.js?asli`)).text();

/** Takes the worker out with all that it keeps, as for somebody who comes for the first time. */
export async function forget(tab) {
  // A picture starts nothing that would bring the worker back.
  await tab.page.goto(`${tab.site.url}/favicon.svg`);
  await tab.page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
}
