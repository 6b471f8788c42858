// Finds things on a page the way people do who hear it: by role and accessible name.
// `findAll` runs inside the page, so it is one function that uses nothing from outside.

/**
 * All elements of a role whose name fits, in the page's order; those with exactly the name come first.
 * `name` is null (any), { text } (the whole name, or its beginning up to a word's end) or { pattern, flags }.
 * What is hidden, or lies behind a modal dialog, is not found.
 */
export function findAll(root, role, name) {
  const squeeze = (text) => text.replace(/\s+/g, ' ').trim();
  const INPUTS = {
    button: 'button', checkbox: 'checkbox', image: 'button', number: 'spinbutton', radio: 'radio', range: 'slider',
    reset: 'button', search: 'searchbox', submit: 'button',
  };
  const TAGS = {
    article: 'article', aside: 'complementary', button: 'button', details: 'group', dialog: 'dialog', fieldset: 'group',
    footer: 'contentinfo', form: 'form', h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', header: 'banner',
    img: 'img', li: 'listitem', main: 'main', nav: 'navigation', ol: 'list', option: 'option', output: 'status',
    progress: 'progressbar', section: 'region', select: 'combobox', summary: 'button', table: 'table',
    textarea: 'textbox', ul: 'list',
  };
  const roleOf = (element) => {
    const explicit = element.getAttribute('role');
    if (explicit) return explicit.split(' ')[0];
    const tag = element.localName;
    if (tag === 'a') return element.hasAttribute('href') ? 'link' : null;
    if (tag === 'input') return INPUTS[element.type] ?? 'textbox';
    return TAGS[tag] ?? null;
  };
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const textOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true' || !isShown(node)) return '';
    if (node.hasAttribute('aria-label')) return node.getAttribute('aria-label');
    if (node.localName === 'img') return node.alt;
    if (['input', 'select', 'textarea'].includes(node.localName)) return '';
    const text = [...node.childNodes].map(textOf).join('');
    return getComputedStyle(node).display.startsWith('inline') ? text : ` ${text} `;
  };
  const nameOf = (element) => {
    const by = element.getAttribute('aria-labelledby');
    if (by) return by.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    if (element.hasAttribute('aria-label')) return element.getAttribute('aria-label');
    if (element.labels?.length) return [...element.labels].map(textOf).join(' ');
    if (element.localName === 'img') return element.alt;
    if (element.localName === 'fieldset') return element.querySelector(':scope > legend')?.textContent ?? '';
    const fromContent = ['link', 'button', 'heading', 'option', 'checkbox', 'radio', 'status', 'alert', 'listitem'];
    const text = fromContent.includes(roleOf(element)) ? textOf(element) : '';
    return squeeze(text) ? text : (element.title ?? '');
  };
  const fits = (found) => {
    if (name === null) return true;
    if (name.pattern !== undefined) return new RegExp(name.pattern, name.flags).test(found);
    return found === name.text || (found.startsWith(name.text) && /^[\s,.:]/.test(found.slice(name.text.length)));
  };
  const modal = document.querySelector('dialog:modal');
  const all = [...(root ?? document).querySelectorAll('*')].filter((element) => {
    if (roleOf(element) !== role && !(role === 'searchbox' && element.localName === 'input' && element.type === 'search')) return false;
    if (modal && !modal.contains(element)) return false;
    if (!isShown(element) || element.closest('[aria-hidden=true]')) return false;
    return fits(squeeze(nameOf(element)));
  });
  if (!name?.text) return all;
  const isExact = (element) => squeeze(nameOf(element)) === name.text;
  return [...all.filter(isExact), ...all.filter((element) => !isExact(element))];
}

/** The accessible name asked for, in a form that travels into the page. */
export const asName = (name) => {
  if (name === undefined || name === null) return null;
  return name instanceof RegExp ? { pattern: name.source, flags: name.flags } : { text: name };
};
