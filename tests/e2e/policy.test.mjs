// Production's headers: nothing on any page needs what they forbid, and nobody else is asked for anything.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { STATES, enter } from './support/states.mjs';

const watch = (tab) => tab.page.evaluateOnNewDocument(() => {
  window.refused = [];
  addEventListener('securitypolicyviolation', (event) => window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
});

journeys('the content security policy', { market: 'fixture' }, (test) => {
  test('holds on every page without a violation, an error in the console or a request to elsewhere', async ({ visitor }) => {
    const complaints = [];
    for (const state of STATES) {
      const tab = await visitor.tab();
      await watch(tab);
      await enter(tab, state);
      const refused = await tab.page.evaluate(() => window.refused);
      // The failing answer itself is what the console tells of there.
      const expected = (line) => ['not found', 'failure'].includes(state.name) && /404|Failed to load|503/.test(line);
      complaints.push(...[...refused, ...tab.complaints].filter((line) => !expected(line)).map((line) => `${state.name}: ${line}`));
      await tab.page.close();
    }
    assert.deepEqual(complaints, []);
  });

  test('is sent with every page, with what protects from framing and sniffing', async ({ site }) => {
    for (const path of ['/', '/p/keripik-tempe-uji', '/tidak-ada']) {
      const { headers } = await fetch(`${site.url}${path}`);
      const policy = headers.get('content-security-policy');
      assert.match(policy, /default-src 'none'/, path);
      assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/, path);
      assert.match(policy, /require-trusted-types-for 'script'/, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    }
  });

  test('does refuse an inline script', async ({ tab }) => {
    await tab.go('/');
    await tab.page.evaluate(() => {
      const element = document.createElement('p');
      try {
        element.setAttribute('onclick', 'window.ran = true');
      } catch {
        // Trusted Types refuse it before it can be put in.
      }
      document.body.append(element);
      element.click();
    });
    assert.equal(await tab.page.evaluate(() => window.ran), undefined);
  });
});
