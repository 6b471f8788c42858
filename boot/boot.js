// Starts the app, or says that it could not be started.
// Trunk's own loader would be an inline script, which the site's Content-Security-Policy forbids.
// The states:
//   <html>                     the app is being fetched
//   <html data-app="slow">     still being fetched after SLOW_MS: #lambat is shown
//   <html data-app="ready">    the app runs
//   <html data-app="failed">   it will not: #gagal is shown
const SLOW_MS = 8000;
const root = document.documentElement;

// Either block may be missing from a page.
const show = (id, visible) => {
  const block = document.getElementById(id);
  if (block) block.hidden = !visible;
};

// Trunk writes one preload link for the WebAssembly file; its JavaScript half has the same name.
const wasm = document.querySelector('link[rel="preload"][as="fetch"][type="application/wasm"]');

const slow = setTimeout(() => {
  root.dataset.app = 'slow';
  show('lambat', true);
}, SLOW_MS);

try {
  // The browser checks the glue by its modulepreload link. For WebAssembly a wrong hash on a preload link
  // stops nothing, so the fetch itself carries the hash (tools/after-trunk.sh has put it there).
  const [glue, response] = await Promise.all([
    import(wasm.href.replace(/_bg\.wasm$/, '.js')),
    fetch(wasm.href, { integrity: wasm.dataset.integrity }),
  ]);
  if (!response.ok) throw new Error(`${wasm.href}: ${response.status}`);
  await glue.default({ module_or_path: response });
  root.dataset.app = 'ready';
} catch (error) {
  console.error('Etalase: aplikasi tidak dapat dimulai', error);
  root.dataset.app = 'failed';
  show('gagal', true);
} finally {
  clearTimeout(slow);
  show('lambat', false);
}
