// What a page hands to the browser's downloads.
import { until } from './visitor.mjs';

/** Keeps what the page hands to the downloads, as text of base 64 by its name. */
export const keepDownloads = (tab) => tab.page.evaluateOnNewDocument(() => {
  window.saved = {};
  const blobs = new Map();
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const address = create.call(URL, blob);
    blobs.set(address, blob);
    return address;
  };
  HTMLAnchorElement.prototype.click = async function click() {
    const bytes = new Uint8Array(await blobs.get(this.href).arrayBuffer());
    window.saved[this.download] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  };
});

/** A file that was saved, once it is. */
export async function saved(tab, name) {
  const text = await until(`${name} to be saved`, () => tab.page.evaluate((wanted) => window.saved[wanted], name));
  return Buffer.from(text, 'base64');
}
