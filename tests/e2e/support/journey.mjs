// Runs a file's journeys in every browser: one browser and one site for the file, a fresh visitor for each test.
// BROWSERS=chromium leaves the others out while a test is being written.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch } from './browser.mjs';
import { ROOT, openSite } from './site.mjs';
import { newVisitor } from './visitor.mjs';

const WANTED = (process.env.BROWSERS ?? BROWSERS.join(',')).split(',');

/**
 * `define(test, env)` declares journeys by `test('what holds', async ({ tab, visitor, site, part }) => …)`; `part('what',
 * run)` is a test within the journey, which goes on after it has failed.
 * `options`: `market`, `at` (the moment in WIB), `browsers`, `oneVisitor` for all tests, and what `launch` takes.
 */
export function journeys(title, options, define) {
  for (const name of (options.browsers ?? BROWSERS).filter((one) => WANTED.includes(one))) {
    describe(`${title}, ${name}`, () => {
      const env = { name };
      before(async () => {
        env.site = await openSite(options);
        env.browser = await launch(name, options);
      });
      after(async () => {
        await env.visitor?.close();
        await env.browser?.close();
        await env.site?.close();
      });
      const test = (what, run, { at = options.at, timeout = 120_000 } = {}) =>
        it(what, { timeout }, async (context) => {
          env.site.mend();
          env.site.at(at);
          const visitor = env.visitor ?? (await newVisitor(env.browser, env.site));
          if (options.oneVisitor) env.visitor = visitor;
          const tab = await visitor.tab();
          const pictured = async (step, named) => {
            try {
              await step();
            } catch (error) {
              await picture(tab, named);
              throw error;
            }
          };
          const part = (of, run) => context.test(of, () => pictured(run, `${title} ${name} ${what} ${of}`));
          try {
            await pictured(() => run({ tab, visitor, site: env.site, browser: env.browser, part }), `${title} ${name} ${what}`);
          } finally {
            await (options.oneVisitor ? tab.page : visitor).close();
          }
        });
      define(test, env);
    });
  }
}

/** What the page looked like when a test failed, in target/e2e/. */
async function picture(tab, what) {
  const folder = join(ROOT, 'target/e2e');
  const file = join(folder, what.replace(/[^\w]+/g, '-').toLowerCase().slice(0, 100));
  try {
    await mkdir(folder, { recursive: true });
    await tab.page.screenshot({ path: `${file}.png`, fullPage: true });
    const seen = [await tab.address(), ...tab.complaints, await tab.page.evaluate(() => document.body.innerText)];
    await writeFile(`${file}.txt`, seen.join('\n'));
  } catch {
    // A page that cannot be photographed must not hide why the test failed.
  }
}
