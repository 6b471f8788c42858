// Starts the app, or says that it could not be started; then lets the service worker keep it for times without a network.
// Trunk's own loader would be an inline script, which the site's Content-Security-Policy forbids.
// The states:
//   <html>                     the app is being fetched
//   <html data-app="slow">     still being fetched after SLOW_MS: #lambat is shown
//   <html data-app="ready">    the app runs
//   <html data-app="failed">   it will not: #gagal is shown
//   <html data-katalog>        what the market is called is known (set by the app)
//   <html data-hemat>          pictures only when asked for (set here, switched by the app)
// A page that was written before (#terbitan) stays until the app can show the same, and for good where it cannot.
const SLOW_MS = 8000;
const SEEN_MS = 1500;
const root = document.documentElement;

// Either block may be missing from a page.
const show = (id, visible) => {
  const block = document.getElementById(id);
  if (block) block.hidden = !visible;
};

// --- Trusted Types: the one gate through which text becomes HTML or the address of a script -----------------

// Leptos puts its templates in by innerHTML, so the site's policy needs this default gate. It is a net under the app's own
// escaping, not a sanitizer: what no template of ours contains is refused (null throws). It stands before the app runs.
if (window.trustedTypes) {
  const forbidden = /<\s*(script|iframe|object|embed|base|meta|link|form)\b|\son[a-z]+\s*=|javascript:|srcdoc/i;
  // The service worker and the app's own workers, at the root of this site and nowhere else.
  const scripts = /^\/(sw|(worker|papers)[\w-]*)\.js$/;
  window.trustedTypes.createPolicy('default', {
    createHTML: (html) => (forbidden.test(html) ? null : html),
    createScriptURL: (address) => {
      const url = new URL(address, location.origin);
      return url.origin === location.origin && scripts.test(url.pathname) ? url.href : null;
    },
  });
}

// --- Pictures only when asked for ---------------------------------------------------------------------------

/** The visitor's own word, which src/app/state/prefs.rs keeps; a browser may forbid to look. */
function wish() {
  try {
    return localStorage.getItem('hemat');
  } catch {
    return null;
  }
}
if (wish() ? wish() === 'ya' : navigator.connection?.saveData) root.dataset.hemat = '';

// So far it did not have to wait for anything: neither for the style sheet, as scripts usually do, nor for the rest of the page.
if (document.readyState === 'loading') await new Promise((done) => { addEventListener('DOMContentLoaded', done); });

// What this visit has taken from the network, in the footer.
let taken = performance.getEntriesByType('navigation')[0]?.transferSize ?? 0;
const weigh = () => {
  const place = document.querySelector('.footer__weight');
  // Intl would take a slow phone some 50 ms to wake.
  if (place) place.textContent = `${Math.round(taken / 1000)}`.replace(/\B(?=(...)+$)/g, '.') + ' kB';
};
new PerformanceObserver((list) => {
  for (const { transferSize } of list.getEntries()) taken += transferSize;
  weigh();
}).observe({ type: 'resource', buffered: true });

// --- The page that was written before the app ran --------------------------------------------------------

const written = document.getElementById('terbitan');
// What was pressed, ticked and typed in it, in that order, and how: the app's own radio buttons take the choice away from
// these, being of one group. The app does it once it is there. A heart answers at once.
const touched = new Map();
for (const event of written ? ['click', 'input'] : []) {
  written.addEventListener(event, ({ target }) => {
    const control = target.closest('button, summary, input, select, textarea');
    if (!control || (event === 'click' && control.matches('input, select, textarea'))) return;
    const pressed = control.ariaPressed && String(control.ariaPressed !== 'true');
    touched.set(control, { checked: control.checked, value: control.value, pressed });
    if (pressed) control.ariaPressed = pressed;
    else control.ariaBusy = control.localName === 'button' || null;
  });
}
// A list that was asked for by words or facets is not the one that was written for everybody.
const isOther = written?.querySelector('#hasil, .events') && /[?&](?!utm_|fbclid|gclid)/.test(location.search);
if (isOther) written.querySelector('main').ariaBusy = 'true';

const nameOf = (one) => one.getAttribute('aria-label') ?? (one.labels?.[0] ?? one).textContent;

/** What stands in `to`, outside `from`, for something in `from`: of the same kind and name, the first for the first. */
function twin(one, from, to) {
  const isAlike = (other) => other.type === one.type && nameOf(other) === nameOf(one);
  const alike = (within) => [...within.querySelectorAll(one.localName)].filter((other) => from.contains(other) === (within === from) && isAlike(other));
  return alike(to)[alike(from).indexOf(one)];
}

/** What does in `to` what was done in `from`, and moves the focus along: found while both stand, done once `from` is gone. */
function carrying(from, to, focused) {
  const done = [...touched].filter(([one]) => from.contains(one)).map(([one, how]) => [twin(one, from, to), how]);
  const focus = from.contains(focused) && (twin(focused, from, to) ?? document.getElementById('isi'));
  return () => {
    for (const [other, { checked, value, pressed }] of done) {
      if (!other) continue;
      // What is saved already was not seen to be: pressing its heart was to save it, and it stays.
      if (pressed ? other.ariaPressed !== pressed : other.matches('button, summary') || other.checked !== checked) other.click();
      else if (other.value !== value) {
        other.value = value;
        for (const event of ['input', 'change']) other.dispatchEvent(new Event(event, { bubbles: true }));
      }
    }
    if (focus) focus.focus({ preventScroll: true });
  };
}

/** Waits a moment for pictures that are seen already, so that they do not blink. */
function pictures(from, to) {
  const there = new Set([...from.querySelectorAll('img')].filter((image) => image.complete).map((image) => image.src));
  const same = [...to.querySelectorAll('img')].filter((image) => !from.contains(image) && there.has(image.src));
  const ready = same.map((image) => {
    image.loading = 'eager';
    image.decoding = 'sync';
    return image.decode().catch(() => {});
  });
  return Promise.race([Promise.all(ready), new Promise((done) => { setTimeout(done, 400); })]);
}

/** Lays out what is below the first screen a few at a time: all in one go would hold up a finger. */
async function inPieces(app) {
  const below = [...app.querySelectorAll('.grid > :nth-child(n + 5), .page > .section + .section, .footer')];
  for (const one of below) one.classList.add('is-below');
  for (const [at, one] of below.entries()) {
    // After a frame, which lays out those before; a page in the background has none.
    if (at % 3 === 0 && !document.hidden) await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
    one.classList.remove('is-below');
  }
}

/** How long the app may take to show the page before its frame is put around the written one. */
const FRAME_MS = 1500;

/** Puts the app's page in place of the written one once it stands: first the frame alone, where the content takes longer. */
function takeOver() {
  const live = document.querySelector('.app:not(#terbitan)');
  const [before, main] = [written, live].map((app) => app.querySelector('main'));
  const stale = document.getElementById('basi');
  const start = location.pathname;
  // Whoever comes back is led to where they were as soon as the page stands.
  const isNew = performance.getEntriesByType('navigation')[0]?.type === 'navigate';
  // Only the beginning of a page: whatever the app has to show is more.
  const isBegun = before.querySelector('.loading');
  let content;
  let isLate = false;
  written.after(live);
  const frame = () => {
    const focused = document.activeElement;
    content = document.createElement('div');
    content.append(...before.childNodes);
    const carry = carrying(written, live, focused);
    // Its order bar lies where other pages have the bottom bar.
    live.className = written.className;
    written.remove();
    carry();
    // The style sheets hide what follows an element of this name.
    content.id = written.id;
    main.prepend(content);
    if (content.contains(focused)) focused.focus({ preventScroll: true });
  };
  const finish = async (waits) => {
    changes.disconnect();
    clearTimeout(late);
    stale.hidden = true;
    if (waits) await pictures(content ?? before, main);
    if (waits && scrollY < innerHeight) inPieces(live);
    if (!content) frame();
    const carry = carrying(content, main, document.activeElement);
    content.remove();
    live.classList.toggle('app--order', Boolean(main.querySelector('.order-bar')));
    carry();
    calm();
  };
  const look = () => {
    const isLeft = isOther || location.pathname !== start;
    const hasFrame = 'katalog' in root.dataset;
    if (!content && (isLeft || (hasFrame && isLate))) frame();
    const later = (what) => [...main.querySelectorAll(what)].find((one) => !content?.contains(one));
    const failed = !isBegun && later('.empty[role=alert] button');
    const stands = hasFrame && !failed && (isBegun || !later('.loading')) && main.lastElementChild !== (content ?? null);
    if (isLeft || stands) finish(isNew && !isLeft);
    else if (stale.hidden === Boolean(failed)) stale.hidden = !failed;
  };
  const changes = new MutationObserver(look);
  changes.observe(root, { attributes: true, attributeFilter: ['data-katalog'], childList: true, subtree: true });
  const late = setTimeout(() => {
    isLate = true;
    look();
  }, FRAME_MS);
  stale.querySelector('button').addEventListener('click', () => main.querySelector('.empty[role=alert] button')?.click());
  look();
}

// --- From a card to its product ---------------------------------------------------------------------------

/** Waits for what a page begins with, but not for long: nothing moves on the screen meanwhile. */
const stands = (selector) => new Promise((done) => {
  const look = () => document.querySelector(selector) && done();
  const changes = new MutationObserver(look);
  changes.observe(root, { childList: true, subtree: true });
  setTimeout(done, 400);
  look();
});

// The picture goes along, where the browser can do that and the visitor likes movement.
let isPassed = false;
const isPlain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
if (document.startViewTransition) addEventListener('click', (event) => {
  const link = event.target.closest('.product-card a[href^="/p/"]');
  const picture = link?.closest('.product-card').querySelector('.picture');
  if (isPassed || !picture || !isPlain(event) || document.getElementById('terbitan') || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  picture.classList.add('is-morphing');
  document.startViewTransition(() => {
    picture.classList.remove('is-morphing');
    isPassed = true;
    link.click();
    isPassed = false;
    return stands('.gallery__stage');
  });
}, true);

// --- The app ---------------------------------------------------------------------------------------------

// Trunk writes one preload link for the WebAssembly file; its JavaScript half has the same name.
const wasm = document.querySelector('link[as="fetch"][type="application/wasm"]');

/** What is seen comes before the program: the pictures that a written page begins with, but not for long. */
function seen() {
  const first = [...written.querySelectorAll('img[loading=eager]')].filter((image) => !image.complete);
  const there = first.map((image) => new Promise((done) => { image.onload = image.onerror = done; }));
  return Promise.race([Promise.all(there), new Promise((done) => { setTimeout(done, SEEN_MS); })]);
}

const slow = setTimeout(() => {
  root.dataset.app ??= 'slow';
  show('lambat', true);
}, SLOW_MS);
const calm = () => {
  clearTimeout(slow);
  show('lambat', false);
  weigh();
};

try {
  if (written) await seen();
  // What a written page names for later is asked for now.
  for (const link of document.querySelectorAll('link[media="not all"]')) {
    const now = link.cloneNode();
    now.media = 'all';
    link.replaceWith(now);
  }
  // The browser checks the glue by its modulepreload link. For WebAssembly a wrong hash on a preload link
  // stops nothing, so the fetch itself carries the hash (tools/after-trunk.sh has put it there).
  const [glue, response] = await Promise.all([
    import(wasm.href.replace(/_bg\.wasm$/, '.js')),
    fetch(wasm.href, { integrity: wasm.dataset.integrity }),
  ]);
  if (!response.ok) throw new Error(`${wasm.href}: ${response.status}`);
  await glue.default({ module_or_path: response });
  // The market draws itself a moment later, or never, where it has broken down.
  for (let turns = 0; !document.querySelector('.app:not(#terbitan)'); turns += 1) {
    if (turns > 500) throw new Error('nothing is drawn');
    await new Promise((done) => { setTimeout(done); });
  }
  root.dataset.app = 'ready';
  if (written) takeOver();
  else calm();
} catch (error) {
  console.error('Etalase: aplikasi tidak dapat dimulai', error);
  root.dataset.app = 'failed';
  calm();
  show('gagal', true);
  // A link to this page would lose what stands behind # in its address.
  document.querySelector('#gagal a')?.addEventListener('click', (event) => {
    event.preventDefault();
    location.reload();
  });
  navigator.serviceWorker?.controller?.postMessage('gagal');
}

// Whoever is told that something has failed has one button there, to try again: back online, nobody needs to press it.
addEventListener('online', () => {
  if (root.dataset.app === 'failed') location.reload();
  for (const button of document.querySelectorAll('[role=alert]:not(#basi) button')) button.click();
});

// Sites opened by http: have no workers, and neither have some private windows.
const workers = root.dataset.app === 'ready' && navigator.serviceWorker;
if (workers) {
  // A first visit has loaded everything before there was a worker: it is told of that, and of what is still coming.
  if (!workers.controller) {
    workers.addEventListener('controllerchange', () => {
      workers.controller.postMessage([location.href]);
      new PerformanceObserver((list) => {
        const past = list.getEntries().filter((entry) => !entry.workerStart);
        workers.controller?.postMessage(past.map((entry) => entry.name));
      }).observe({ type: 'resource', buffered: true });
    }, { once: true });
  }
  const idle = window.requestIdleCallback ?? setTimeout;
  idle(() => workers.register('/sw.js', { updateViaCache: 'none' }).catch((error) => console.warn('Etalase: tanpa mode offline', error)));
}
