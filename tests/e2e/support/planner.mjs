// What the planners show, read as numbers.

/** "Rp98.500" → 98500, "1.200" → 1200. */
export const rupiah = (text) => Number(text.replace(/[^\d]/g, ''));

/** The cells of a table by its label, row by row. */
export const table = async (tab, label) =>
  (await tab.find('region', label)).evaluate((one) => [...one.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.innerText.trim())));

/** The address that a link to WhatsApp carries. */
export const carried = (href) => new URL(new URL(href).searchParams.get('text').match(/https?:\S+#\w[\w-]*$/m)[0]);
