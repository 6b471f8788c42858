#!/usr/bin/env node
// Serves a built site the way a static host in production does: its headers, compressed copies, caching, parts of files
// and answers to unknown addresses. For `make run`, the end-to-end tests and the benches; not for the public.
// tests/e2e/hosting.test.mjs holds it to nginx.
//
//   node tools/serve.mjs [FOLDER=dist] [--port N] [--host ADDRESS]
//   import { serve } from './tools/serve.mjs'; const site = await serve({ folder: 'dist', port: 0 });
//
// Without a port 8080 is taken, or the next free one; port 0 takes any.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

// Those of src/compiler/media.rs.
const TYPES = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.jsonld': 'application/ld+json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
};

// What a host must send, for a site that carries no _headers file.
const DEFAULT_HEADERS = `
/*
  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default
  Strict-Transport-Security: max-age=31536000
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Referrer-Policy: strict-origin-when-cross-origin
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Resource-Policy: same-origin
  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()
`;

// A content hash in a file's name: Trunk's "market-1f2e3d4c5b6a7988_bg.wasm" and the compiler's "0a1b2c3d4e5f.json".
const HASHED = /(^|[-.])[0-9a-f]{12,}(_bg)?\.\w+$/;
// Smaller answers gain nothing from compression.
const LEAST_COMPRESSED = 1024;

/** Reads a _headers file (the format of Netlify and Cloudflare Pages): a path, then indented headers. */
export function parseHeaders(text) {
  const rules = [];
  for (const line of text.split('\n')) {
    if (!line.trim() || line.trimStart().startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      const pattern = line.trim().replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
      rules.push({ path: new RegExp(`^${pattern}$`), headers: [] });
    } else {
      const colon = line.indexOf(':');
      rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
  }
  return rules;
}

/** The file that answers an address: itself, the folder's index.html, or the page for unknown addresses. */
async function find(folder, pathname) {
  const wanted = resolve(folder, `.${pathname}`);
  const inside = wanted === folder || wanted.startsWith(folder + sep);
  // Hosts read _headers and keep it to themselves.
  const hidden = !inside || pathname.includes('\0') || pathname === '/_headers';
  // A file has no folder's address.
  const own = pathname.endsWith('/') ? [] : [wanted];
  const candidates = hidden ? [] : [...own, join(wanted, 'index.html')];
  for (const path of candidates) {
    const info = await stat(path).catch(() => null);
    if (info?.isFile()) return { path, info, status: 200 };
  }
  for (const path of [join(folder, '404.html'), join(folder, 'index.html')]) {
    const info = await stat(path).catch(() => null);
    if (info) return { path, info, status: 404 };
  }
  return null;
}

function cacheControl(pathname, status) {
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  return status === 200 && HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

const ENDINGS = { br: '.br', gzip: '.gz' };

/** The codings that a request accepts, the best first: a coding with q=0 is refused, `*` stands for those not named. */
export function accepted(header = '') {
  const weights = new Map(header.toLowerCase().split(',').map((one) => {
    const [name, ...words] = one.split(';').map((word) => word.trim());
    const weight = words.find((word) => word.startsWith('q='));
    return [name, weight ? Number(weight.slice(2)) : 1];
  }));
  return ['br', 'gzip'].filter((coding) => (weights.get(coding) ?? weights.get('*') ?? 0) > 0);
}

/**
 * What is sent for a file: the copy that the compiler has put beside it, else, for a text that is worth it, one
 * compressed here, once for each version of the file; else the file. Quality 5 is what hosts do on the fly.
 */
function bodies() {
  const done = new Map();
  const ways = {
    br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    gzip: promisify(gzip),
  };
  return async ({ path, info }, type, codings) => {
    const plain = { path, size: info.size, tag: tagOf(info) };
    // Pictures, fonts and workbooks are compressed already.
    if (/^(image\/(?!svg)|font\/|application\/(vnd\.|octet-stream))/.test(type)) return plain;
    for (const coding of codings) {
      const ready = `${path}${ENDINGS[coding]}`;
      const copy = await stat(ready).catch(() => null);
      if (copy?.isFile()) return { path: ready, size: copy.size, tag: tagOf(copy), coding };
    }
    const [coding] = codings;
    if (!coding || info.size < LEAST_COMPRESSED) return plain;
    const key = `${coding} ${info.mtimeMs} ${info.size} ${path}`;
    if (!done.has(key)) done.set(key, readFile(path).then(ways[coding]));
    const bytes = await done.get(key);
    return { bytes, size: bytes.length, tag: `${tagOf(info)}-${coding}`, coding };
  };
}

const tagOf = (info) => `${Math.round(info.mtimeMs).toString(16)}-${info.size.toString(16)}`;

/** The one part of a body that a request asks for: null for all of it, false where there is no such part. */
function partOf(request, tag, size) {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  const condition = request.headers['if-range'];
  if (!asked || asked[0] === 'bytes=-' || (condition && condition !== tag)) return null;
  const [, first, last] = asked;
  const from = first ? Number(first) : Math.max(0, size - Number(last));
  const to = first && last ? Math.min(Number(last), size - 1) : size - 1;
  return from <= to && from < size ? { from, to } : false;
}

/** Starts the server; gives its address and a function that stops it. */
export async function serve({ folder = 'dist', port, host = '127.0.0.1' } = {}) {
  const root = resolve(folder);
  if (!existsSync(join(root, 'index.html'))) throw new Error(`${root} holds no index.html; run: make build`);
  const own = join(root, '_headers');
  const rules = parseHeaders(existsSync(own) ? readFileSync(own, 'utf8') : DEFAULT_HEADERS);
  const body = bodies();

  async function answer(request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    let pathname;
    try {
      pathname = decodeURIComponent(new URL(request.url, 'http://site').pathname);
    } catch {
      response.writeHead(400).end();
      return;
    }
    const found = await find(root, pathname);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    const { path, status } = found;
    const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
    const { bytes, path: file, size, tag, coding } = await body(found, type, accepted(request.headers['accept-encoding']));
    const quoted = `"${tag}"`;
    response.setHeader('Content-Type', type);
    response.setHeader('Cache-Control', cacheControl(pathname, status));
    response.setHeader('ETag', quoted);
    response.setHeader('Accept-Ranges', 'bytes');
    response.setHeader('Vary', 'Accept-Encoding');
    for (const rule of rules) {
      if (!rule.path.test(pathname)) continue;
      for (const [name, value] of rule.headers) {
        // A missing file may come with the next publication: "keep forever" is for what is there.
        if (status === 200 || name.toLowerCase() !== 'cache-control') response.setHeader(name, value);
      }
    }
    const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
    if (status === 200 && (known.includes(quoted) || known.includes('*'))) {
      response.writeHead(304).end();
      return;
    }
    if (coding) response.setHeader('Content-Encoding', coding);
    const part = status === 200 ? partOf(request, quoted, size) : null;
    if (part === false) {
      response.removeHeader('Content-Encoding');
      response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
      return;
    }
    const { from, to } = part ?? { from: 0, to: size - 1 };
    if (part) response.setHeader('Content-Range', `bytes ${from}-${to}/${size}`);
    response.writeHead(part ? 206 : status, { 'Content-Length': to - from + 1 });
    if (request.method === 'HEAD' || size === 0) response.end();
    else if (bytes) response.end(bytes.subarray(from, to + 1));
    else createReadStream(file, { start: from, end: to }).on('error', () => response.destroy()).pipe(response);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(`${request.url}: ${error.message}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  const taken = await listen(server, port, host);
  return {
    url: `http://${host}:${taken}`,
    server,
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

/** Listens on the given port, or on the first free one from 8080. */
async function listen(server, port, host) {
  const tries = port === undefined ? Array.from({ length: 20 }, (_, n) => 8080 + n) : [port];
  for (const candidate of tries) {
    try {
      await new Promise((done, failed) => {
        server.once('error', failed);
        server.listen(candidate, host, () => {
          server.off('error', failed);
          done();
        });
      });
      return server.address().port;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || candidate === tries.at(-1)) throw error;
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  const option = (name) => {
    const at = words.indexOf(name);
    return at < 0 ? undefined : words.splice(at, 2)[1];
  };
  const port = option('--port');
  const host = option('--host');
  try {
    const site = await serve({ folder: words[0], port: port && Number(port), host });
    console.log(`\n  Etalase Jakpreneur: ${site.url}\n  (Ctrl+C stops it)\n`);
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => site.close().then(() => process.exit(0)));
  } catch (error) {
    console.error(`serve: ${error.message}`);
    process.exitCode = 1;
  }
}
