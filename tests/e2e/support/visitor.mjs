// A visitor: a browser context of their own, tabs in it, and hands that find things by role and name.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { asName, findAll } from './find.mjs';

/** How long anything may take on a busy machine before it counts as not happening. */
const PATIENCE = Number(process.env.PATIENCE ?? 15_000);

/** Waits until `look()` gives something; fails with what was awaited and the last thing seen. */
export async function until(what, look, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last;
  for (;;) {
    try {
      const seen = await look();
      if (seen) return seen;
      last = undefined;
    } catch (error) {
      // A page that is just being left has nothing to look at.
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited in vain for ${what}${last ? ` (${last.message})` : ''}`);
    await pause(40);
  }
}

/** Waits until `look()` gives what is expected, and shows the difference where it never does. */
export async function eventually(look, expected, message) {
  let seen;
  try {
    await until(message, async () => {
      seen = await look();
      assert.deepEqual(seen, expected);
      return true;
    });
  } catch {
    assert.deepEqual(seen, expected, message);
  }
}

const describeName = (name) => (name === undefined ? '' : ` named ${name instanceof RegExp ? name : `"${name}"`}`);

/** A tab, seen through roles and names. */
export class Tab {
  constructor(page, site) {
    this.page = page;
    this.site = site;
    /** Errors in the console, uncaught ones, refused by policy, and requests to elsewhere. */
    this.complaints = [];
    page.on('console', (message) => {
      // An address without a file of its own is answered by 404.html, which starts the app there.
      const isOwnStatus = /status of 404/.test(message.text()) && message.location().url === page.url();
      if (message.type() === 'error' && !isOwnStatus) this.complaints.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${site.url}/`) && !/^(data|blob|about):/.test(url)) this.complaints.push(`request: ${url}`);
    });
  }

  /** Opens an address of the site and waits until the app runs. */
  async go(path) {
    await this.page.goto(`${this.site.url}${path}`, { waitUntil: 'domcontentloaded' });
    await this.started();
  }

  async reload() {
    await this.page.reload({ waitUntil: 'domcontentloaded' });
    await this.started();
  }

  /** Waits until the app runs and shows more than its waiting words. */
  async started() {
    await until('the app to start', () => this.page.evaluate(() => document.documentElement.dataset.app === 'ready'));
    await this.settled();
  }

  /** Waits until the page is the app's, and nothing on it says that it is still being loaded. */
  async settled() {
    await until('the page to be loaded', () =>
      this.page.evaluate(() => {
        const main = document.querySelector('main');
        return !document.getElementById('terbitan') && main && main.textContent.trim() !== '' && ![...main.querySelectorAll('[role=status]')].some((one) => /Memuat…|Masih memuat|Membaca isi/.test(one.textContent));
      }),
    );
  }

  /** Path and query of the address bar. */
  async address() {
    return this.page.evaluate(() => location.pathname + location.search);
  }

  async arrives(path) {
    const fits = path instanceof RegExp ? (address) => path.test(address) : (address) => address === path;
    await until(`the address ${path}`, async () => fits(await this.address()));
    await this.settled();
  }

  /** All shown elements of that role and name, as handles. */
  async all(role, name, within) {
    const list = await this.page.evaluateHandle(findAll, within ?? null, role, asName(name));
    const handles = [];
    for (const property of (await list.getProperties()).values()) {
      const element = property.asElement();
      if (element) handles.push(element);
    }
    return handles;
  }

  async count(role, name, within) {
    return (await this.all(role, name, within)).length;
  }

  /** The first shown element of that role and name, once it is there. */
  async find(role, name, within) {
    return until(`a ${role}${describeName(name)}`, async () => (await this.all(role, name, within))[0]);
  }

  async gone(role, name, within) {
    await until(`no ${role}${describeName(name)} any more`, async () => (await this.count(role, name, within)) === 0);
  }

  /** Clicks, as with a mouse or finger, in the middle of the element. */
  async click(role, name, within) {
    await until(`a click on the ${role}${describeName(name)}`, async () => {
      await this.pressOn(await this.find(role, name, within));
      return true;
    });
  }

  /** Brings an element to where no bar covers it, and clicks it. */
  async pressOn(element) {
    await element.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await element.click();
  }

  /** Chooses a radio button or checkbox by its label, which is what is seen of it. */
  async tick(role, name, within) {
    const input = await this.find(role, name, within);
    const label = await input.evaluateHandle((one) => one.labels?.[0] ?? one);
    await this.pressOn(label);
  }

  /** Back, as by the browser's button or the phone's gesture. */
  async back() {
    await this.page.evaluate(() => history.back());
  }

  /** Puts a text into a field, over what stood there. */
  async fill(role, name, text, within) {
    const field = await this.find(role, name, within);
    await field.focus();
    await field.evaluate((input) => input.select?.());
    if (text === '') await this.page.keyboard.press('Backspace');
    else await this.page.keyboard.type(text);
    return field;
  }

  async choose(name, value, within) {
    const select = await this.find('combobox', name, within);
    await select.select(value);
  }

  async press(...keys) {
    // Chromium's driver knows the space bar by both names, Firefox's by its character alone.
    for (const key of keys) {
      const [last, ...held] = key.split('+').reverse();
      for (const one of held) await this.page.keyboard.down(one);
      await this.page.keyboard.press(last === 'Space' ? ' ' : last);
      for (const one of held) await this.page.keyboard.up(one);
    }
  }

  /** The text as it is read, with single spaces. */
  async text(role, name, within) {
    const element = await this.find(role, name, within);
    return element.evaluate((one) => one.innerText.replace(/\s+/g, ' ').trim());
  }

  async href(role, name, within) {
    const element = await this.find(role, name, within);
    return element.evaluate((one) => one.href);
  }

  async has(role, name, within) {
    return (await this.count(role, name, within)) > 0;
  }

  /** Where the focus is: role-like tag, name-like text. */
  async focused() {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent;
      return { tag: element.localName, id: element.id, name: label.replace(/\s+/g, ' ').trim().slice(0, 80), href: element.href ?? null };
    });
  }

  /** The main part's text, as it is read. */
  async mainText() {
    return this.page.evaluate(() => (document.querySelector('main') ?? document.body).innerText.replace(/\s+/g, ' ').trim());
  }

  async says(pattern) {
    await until(`the words ${pattern}`, async () => pattern.test(await this.mainText()));
  }

  /** Result cards: `article`s whose heading links to the product. */
  async cards(within) {
    return this.page.evaluate((root) => {
      const articles = [...(root ?? document.querySelector('main')).querySelectorAll('article')];
      return articles.flatMap((article) => {
        const link = article.querySelector(':is(h2, h3, h4) a[href^="/p/"]');
        if (!link || !article.checkVisibility()) return [];
        const price = /Rp[\d.]+/.exec(article.innerText);
        return [{ name: link.textContent.trim(), href: link.getAttribute('href'), price: price && price[0] }];
      });
    }, within ?? null);
  }

  /** The count that a status says: "1.204 produk" is 1204. */
  async resultCount() {
    const status = await this.find('status', /[\d.]+ produk/);
    const text = await status.evaluate((one) => one.innerText);
    return Number(/([\d.]+) produk/.exec(text)[1].replaceAll('.', ''));
  }

  async scrollY() {
    return this.page.evaluate(() => Math.round(scrollY));
  }
}

/** Somebody with a phone of their own: nothing is shared with other visitors of the same browser. */
export async function newVisitor(browser, site) {
  const context = await browser.browser.createBrowserContext();
  const visitor = {
    site,
    browser,
    context,
    async tab() {
      const page = await browser.newPage(context);
      return new Tab(page, site);
    },
    close: () => context.close(),
  };
  return visitor;
}
