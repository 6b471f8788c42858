// A site to visit: the sample market as `make build` left it in dist/, or the small market of tests/fixtures/market,
// compiled for the test. Served with production's headers, at a moment of the test's choice, and made to fail on demand.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serve } from '../../../tools/serve.mjs';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FIXTURE = join(ROOT, 'tests/fixtures/market');
const CATALOGUE = process.env.CATALOGUE ?? join(ROOT, 'target/native/catalogue');
const APP = process.env.APP ?? join(ROOT, 'target/app');
const SAMPLE = process.env.DIST ?? join(ROOT, 'dist');

/** Compiles the small market into a folder of its own; `publish(edit)` compiles edited sheets over it. */
async function compile(at = '2026-11-27') {
  for (const [path, how] of [[CATALOGUE, 'make catalogue'], [join(APP, 'index.html'), 'make build']]) {
    if (!existsSync(path)) throw new Error(`${path} is missing; run: ${how}`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'etalase-site-'));
  const sheets = join(folder, 'sheets');
  const out = join(folder, 'site');
  async function publish(edit) {
    await cp(FIXTURE, sheets, { recursive: true });
    if (edit) {
      const products = join(sheets, 'produk.csv');
      const before = await readFile(products, 'utf8');
      const after = edit(before);
      if (after === before) throw new Error('the edit has changed nothing');
      await writeFile(products, after);
    }
    const previous = existsSync(out) ? ['--previous', out] : [];
    const args = ['build', sheets, '--app', APP, '--out', out, '--at', at, ...previous];
    await promisify(execFile)(CATALOGUE, args).catch((error) => {
      throw new Error(`catalogue ${args.join(' ')}: ${error.stderr || error.stdout || error.message}`);
    });
  }
  await publish();
  return { out, publish, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Serves a market: `sample` or `fixture`.
 * `publish(edit)` puts out a next generation of the fixture with its products' sheet edited, or as it was.
 * `at('2026-11-27T10:30')` sets the server's clock, in WIB: the app corrects the phone's clock by the Date header.
 * `fault(pattern, answer)` lets `answer(request, response)` reply to every address that fits, until `mend()`.
 */
export async function openSite({ market = 'fixture' } = {}) {
  const compiled = market === 'sample' ? null : await compile();
  const site = await serve({ folder: compiled?.out ?? SAMPLE, port: 0 });
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
