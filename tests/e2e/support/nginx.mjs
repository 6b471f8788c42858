// Starts nginx over a folder, as any user, on a free port and with a folder of its own: by the rules that
// `catalogue nginx` writes, and nothing else. Found by NGINX, else on PATH, else where tools/setup.sh has put it.
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { CATALOGUE } from './site.mjs';
import { until } from './visitor.mjs';

const OURS = join(process.env.ETALASE_TOOLS ?? join(homedir(), '.cache/etalase/tools'), 'nginx');
const BROTLI = 'usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

function program() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', join(OURS, 'usr/sbin')];
  const found = [process.env.NGINX, ...folders.map((folder) => join(folder, 'nginx'))].find((path) => path && existsSync(path));
  if (!found) throw new Error('no nginx on PATH; run: make setup-test, or set NGINX');
  return found;
}

/** A port that is free now. */
async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Serves a folder; `brotli` tells whether the module is to be used, where it is there. Gives the address and `close()`. */
export async function startNginx(folder, { brotli = true } = {}) {
  const binary = program();
  const module = [join(binary, '../../..', BROTLI), join('/', BROTLI), join(OURS, BROTLI)].find((path) => existsSync(path));
  const home = await mkdtemp(join(tmpdir(), 'etalase-nginx-'));
  const [rules, config, port] = [join(home, 'etalase.conf'), join(home, 'nginx.conf'), await freePort()];
  await promisify(execFile)(CATALOGUE, ['nginx', '--out', rules]);
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(home, name)};`);
  const used = brotli && module;
  await writeFile(config, `${used ? `load_module ${module};\n` : ''}daemon off; pid ${join(home, 'pid')}; error_log stderr warn;
events {}
http {
  access_log off; ${places.join(' ')}
  server { listen 127.0.0.1:${port}; root ${folder}; include ${rules}; ${used ? 'brotli_static on;' : ''} }
}
`);
  const child = spawn(binary, ['-p', home, '-c', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  let ended = false;
  child.stderr.on('data', (text) => { said += text; });
  child.on('exit', () => { ended = true; });
  const url = `http://127.0.0.1:${port}`;
  await until('nginx to answer', async () => {
    if (ended) throw new Error(`nginx has ended: ${said}`);
    return (await fetch(url).catch(() => null))?.ok;
  });
  return {
    url,
    brotli: Boolean(used),
    /** What it complained of. */
    complaints: () => said,
    async close() {
      const gone = new Promise((done) => { child.on('exit', done); });
      if (!ended) {
        child.kill('SIGTERM');
        await gone;
      }
      await rm(home, { recursive: true, force: true });
    },
  };
}
