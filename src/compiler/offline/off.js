// The switch: takes the service worker of former publications out of every browser that comes by.
// `catalogue build --no-offline` puts this text at /sw.js. It answers nothing, drops everything that was kept, and
// takes itself out; the page that is open goes on without it.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(stop()));

async function stop() {
  await registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith('etalase-')) await caches.delete(name);
}
