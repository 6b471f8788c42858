// Starts the browsers of the end-to-end tests: Chromium, and Firefox by WebDriver BiDi.
// Knows nothing of the site. Browsers are found by CHROME and FIREFOX, else on PATH.
//
//   const browser = await launch('chromium', { viewport: { width: 360, height: 640 }, dark: true });
//   const page = await browser.newPage();
//   await browser.close();
//
// A test of what survives a crash gives a profile folder, calls kill(), and launches again on that folder:
//
//   const profile = await newProfile();
//   let browser = await launch('firefox', { profile });  …  await browser.kill();
//   browser = await launch('firefox', { profile });
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';

export const BROWSERS = ['chromium', 'firefox'];

const COMMANDS = {
  chromium: { variable: 'CHROME', names: ['chromium', 'google-chrome', 'chromium-browser'] },
  firefox: { variable: 'FIREFOX', names: ['firefox-esr', 'firefox'] },
};

// A phone of the kind most of our visitors hold.
const PHONE = { width: 360, height: 740 };

// As root there is no sandbox; without the background flags Chromium calls home at every start.
const CHROMIUM_FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

// The same for Firefox, and no profile upkeep that would write long after the test.
const FIREFOX_PREFERENCES = {
  'app.normandy.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'captivedetect.canonicalURL': '',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
};

/** The program of a browser; fails with what to install. */
export function executable(name) {
  const { variable, names } = COMMANDS[name];
  if (process.env[variable]) return process.env[variable];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const command of names) {
      const path = join(folder, command);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not in this folder.
      }
    }
  }
  throw new Error(`no ${name} on PATH (${names.join(', ')}); run: make setup, or set ${variable}`);
}

/** An empty profile folder, which the caller removes. */
export const newProfile = () => mkdtemp(join(tmpdir(), 'etalase-profile-'));

/**
 * Launches a browser, on a fresh profile unless one is given.
 * `dark` is the visitor's preferred colour scheme, `reducedMotion` their preference for stillness (Chromium only);
 * `javascript: false` switches scripts off in every page.
 */
export async function launch(name, options = {}) {
  const { viewport = PHONE, dark = false, reducedMotion = false, javascript = true, args = [] } = options;
  const profile = options.profile ?? (await newProfile());
  const browser = await puppeteer.launch({
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    executablePath: executable(name),
    headless: true,
    userDataDir: profile,
    defaultViewport: viewport,
    args: name === 'firefox' ? args : [...CHROMIUM_FLAGS, ...args],
    extraPrefsFirefox: {
      ...FIREFOX_PREFERENCES,
      // 0 is dark, 1 is light; BiDi has no call for it.
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
      'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
      'javascript.enabled': javascript,
    },
  });
  const owned = options.profile === undefined;

  return {
    name,
    browser,
    profile,

    /** A page with the viewport, colours and scripting asked for; in a browser context where one is given. */
    async newPage(context = browser) {
      const page = await context.newPage();
      if (name === 'chromium') {
        await page.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
          { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
        ]);
        if (!javascript) await page.setJavaScriptEnabled(false);
      }
      return page;
    },

    /** Ends the browser as a visitor would: it may still save what it has. */
    async close() {
      await browser.close();
      if (owned) await remove(profile);
    },

    /** Ends every process of the browser at once, as a crash or an empty battery would; the profile stays. */
    async kill() {
      for (const pid of processesOf(browser.process().pid, profile)) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It has gone by itself since it was listed.
        }
      }
      // A profile is free for the next launch once nothing holds it any more.
      for (let waited = 0; waited < 5000 && processesOf(browser.process().pid, profile).length > 0; waited += 50) {
        await pause(50);
      }
      await browser.disconnect().catch(() => {});
      if (owned) await remove(profile);
    },
  };
}

/** The browser's process, all that descend from it, and helpers that only its profile folder gives away. */
function processesOf(root, profile) {
  const list = execFileSync('ps', ['-ww', '-eo', 'pid=,ppid=,pgid=,stat=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const all = list.split('\n').flatMap((line) => {
    const [, pid, parent, group, state, command] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    // A zombie is dead already, and waits only for its parent to notice.
    return pid && !state.startsWith('Z') ? [{ pid: +pid, parent: +parent, group: +group, command }] : [];
  });
  const found = new Set(
    all.filter((one) => one.pid === root || one.group === root || one.command.includes(profile)).map((one) => one.pid),
  );
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const one of all) if (found.has(one.parent)) found.add(one.pid);
  }
  found.delete(process.pid);
  return [...found];
}

// A closing browser may still hold a file for a moment.
const remove = (folder) => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
