// Putting things into the basket, the way a visitor does.

/** Opens a product, chooses its variants and puts it into the basket; returns once the page says it is there. */
export async function put(tab, code, { choices = [], quantity } = {}) {
  await tab.go(`/p/${code}`);
  for (const choice of choices) await tab.tick('radio', choice);
  if (quantity) {
    await tab.fill('textbox', 'Jumlah', String(quantity));
    await tab.press('Tab');
  }
  await tab.click('button', 'Tambah ke keranjang');
  await tab.find('status', /keranjang/i);
}
