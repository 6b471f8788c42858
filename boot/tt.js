// Trusted Types: the one gate through which text becomes HTML or the address of a script.
// Leptos puts its templates in by innerHTML, so the site's policy needs this default gate. It is a net under
// the app's own escaping, not a sanitizer: what no template of ours contains is refused (null throws).
// Runs before boot/boot.js: both are deferred, and deferred scripts keep the document's order.
if (window.trustedTypes) {
  const forbidden = /<\s*(script|iframe|object|embed|base|meta|link|form)\b|\son[a-z]+\s*=|javascript:|srcdoc/i;
  // The service worker and the app's own workers, at the root of this site and nowhere else.
  const scripts = /^\/(sw|worker[\w-]*)\.js$/;
  window.trustedTypes.createPolicy('default', {
    createHTML: (html) => (forbidden.test(html) ? null : html),
    createScriptURL: (address) => {
      const url = new URL(address, location.origin);
      return url.origin === location.origin && scripts.test(url.pathname) ? url.href : null;
    },
  });
}
