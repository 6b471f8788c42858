// Reads an order link the way the seller's phone does.
import assert from 'node:assert/strict';

const rupiah = (text) => Number(text.replace(/^Rp/, '').replaceAll('.', ''));

/** The message of a WhatsApp link, taken apart: to whom, which items, what subtotal. */
export function readOrder(href) {
  const url = new URL(href);
  assert.equal(url.origin, 'https://wa.me');
  return { number: url.pathname.slice(1), ...readMessage(url.searchParams.get('text')) };
}

/** An order message, taken apart. */
export function readMessage(text) {
  const item = /^\d+\. (.+?)(?: \(([^()]+)\))?\n {3}(\d+) (.+?) x (Rp[\d.]+) = (Rp[\d.]+)\n {3}Kode: (\S+)\n {3}(\S+)$/gm;
  const items = [...text.matchAll(item)].map(([, name, choice, quantity, unit, price, total, code, address]) => ({
    name, choice: choice ?? '', quantity: Number(quantity), unit, price: rupiah(price), total: rupiah(total), code, address,
  }));
  const subtotal = /Subtotal: (Rp[\d.]+)/.exec(text);
  return { text, to: /^Halo (.+?), /.exec(text)?.[1], items, subtotal: subtotal && rupiah(subtotal[1]) };
}

/** What the basket page shows, seller by seller. */
export async function readBasket(tab) {
  const sections = await tab.page.evaluate(() => {
    const squeeze = (text) => text.replace(/\s+/g, ' ').trim();
    const rupiah = (text) => Number(/Rp([\d.]+)/.exec(text)?.[1].replaceAll('.', ''));
    return [...document.querySelectorAll('main section')].flatMap((section) => {
      const lines = [...section.querySelectorAll('li')].filter((line) => line.querySelector('h3 a[href^="/p/"]'));
      if (lines.length === 0) return [];
      const order = [...section.querySelectorAll('a')].filter((link) => link.textContent.includes('Pesan lewat WhatsApp'));
      return [{
        shop: squeeze(section.querySelector('h2').textContent),
        subtotal: rupiah(/Subtotal[^R]*(Rp[\d.]+)/.exec(section.textContent)?.[0] ?? ''),
        orders: order.map((link) => link.href),
        lines: lines.map((line) => ({
          name: squeeze(line.querySelector('h3').textContent),
          code: line.querySelector('h3 a').getAttribute('href').slice(3),
          text: squeeze(line.innerText),
          quantity: Number(line.querySelector('input[inputmode=numeric]')?.value ?? /(\d+) ×/.exec(line.textContent)?.[1]),
        })),
      }];
    });
  });
  return sections;
}
