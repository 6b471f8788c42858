// A site to visit: the sample market as `make build` left it in dist/, or the small market of tests/fixtures/market,
// compiled for the test. Served with production's headers, at a moment of the test's choice, and made to fail on demand.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serve } from '../../../tools/serve.mjs';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FIXTURE = join(ROOT, 'tests/fixtures/market');
export const CATALOGUE = process.env.CATALOGUE ?? join(ROOT, 'target/native/catalogue');
export const APP = process.env.APP ?? join(ROOT, 'target/app');
export const SAMPLE = process.env.DIST ?? join(ROOT, 'dist');

/**
 * Compiles the small market into a folder of its own; `publish(edit)` compiles edited sheets and puts them out.
 * `rewrite(name, text)` returns what every sheet is to say instead.
 */
async function compile({ at = '2026-11-27', rewrite } = {}) {
  for (const [path, how] of [[CATALOGUE, 'make catalogue'], [join(APP, 'index.html'), 'make build']]) {
    if (!existsSync(path)) throw new Error(`${path} is missing; run: ${how}`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'etalase-site-'));
  const [sheets, out, live] = ['sheets', 'site', 'live'].map((name) => join(folder, name));
  async function publish(edit, { app = APP, words = [] } = {}) {
    await cp(FIXTURE, sheets, { recursive: true });
    if (rewrite) {
      for (const name of (await readdir(sheets)).filter((one) => /\.(csv|toml)$/.test(one))) {
        await writeFile(join(sheets, name), rewrite(name, await readFile(join(sheets, name), 'utf8')));
      }
    }
    if (edit) {
      const products = join(sheets, 'produk.csv');
      const before = await readFile(products, 'utf8');
      const after = edit(before);
      if (after === before) throw new Error('the edit has changed nothing');
      await writeFile(products, after);
    }
    const previous = existsSync(out) ? ['--previous', out] : [];
    // The server compresses what is asked for; copies of everything would take longer than the test.
    const args = ['build', sheets, '--app', app, '--out', out, '--at', at, '--no-compress', ...previous, ...words];
    await promisify(execFile)(CATALOGUE, args).catch((error) => {
      throw new Error(`catalogue ${args.join(' ')}: ${error.stderr || error.stdout || error.message}`);
    });
    await putOut(out, live);
  }
  await publish();
  return { live, publish, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** In the order of `catalogue publish`: what never changes, and stays; feeds; pages and the worker; the pointer. */
async function putOut(from, to) {
  const kinds = [/^(data|foto)\/|-[0-9a-f]{12,}(_bg)?\.\w+$/, /^feeds\//, /^(?!latest\.json)/, /./];
  const turn = (path) => kinds.findIndex((kind) => kind.test(path));
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(from, join(entry.parentPath ?? entry.path, entry.name)));
  for (const path of paths.sort((a, b) => turn(a) - turn(b))) {
    const target = join(to, path);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(from, path), `${target}#1`);
    await rename(`${target}#1`, target);
  }
}

/**
 * Serves a market: `sample`, or `fixture`, which `rewrite` may change before it is compiled.
 * `publish(edit)` puts out a next generation of the fixture with its products' sheet edited, or as it was; `app` is
 * another built app, `words` are further ones for `catalogue build`. `stop()` and `start()` switch the server off and on.
 * `at('2026-11-27T10:30')` sets the server's clock, in WIB: the app corrects the phone's clock by the Date header.
 * `fault(pattern, answer)` lets `answer(request, response)` reply to every address that fits, until `mend()`.
 */
export async function openSite({ market = 'fixture', rewrite } = {}) {
  const compiled = market === 'sample' ? null : await compile({ rewrite });
  const site = await serve({ folder: compiled?.live ?? SAMPLE, port: 0 });
  const [answer] = site.server.listeners('request');
  let offset = 0;
  let faults = [];
  site.server.removeAllListeners('request');
  site.server.on('request', (request, response) => {
    if (offset !== 0) response.setHeader('Date', new Date(Date.now() + offset).toUTCString());
    const fault = faults.find(({ pattern }) => pattern.test(request.url));
    if (fault) fault.answer(request, response, () => answer(request, response));
    else answer(request, response);
  });
  return {
    url: site.url,
    publish: compiled?.publish,
    at(moment) {
      offset = moment ? Date.parse(`${moment}+07:00`) - Date.now() : 0;
    },
    fault(pattern, reply) {
      faults.push({ pattern, answer: reply });
    },
    mend() {
      faults = [];
    },
    stop: () => site.close(),
    isRunning: () => site.server.listening,
    start: () => new Promise((done) => site.server.listen(Number(new URL(site.url).port), '127.0.0.1', done)),
    async close() {
      await site.close();
      await compiled?.remove();
    },
  };
}

/** Faults: the server breaks down; the connection breaks; the answer takes a while. */
export const broken = (_, response) => response.writeHead(503).end();
export const cut = (request) => request.socket.destroy();
export const late = (milliseconds) => (_, __, answer) => setTimeout(answer, milliseconds);
/** The answer waits until `release()` is called. */
export function held() {
  const waiting = [];
  let open = false;
  const answer = (_, __, proceed) => (open ? proceed() : waiting.push(proceed));
  answer.release = () => {
    open = true;
    waiting.splice(0).forEach((proceed) => proceed());
  };
  return answer;
}
