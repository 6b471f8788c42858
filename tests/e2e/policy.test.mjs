// Production's headers are sent, and do what they say. That no page needs what they forbid: states.test.mjs.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';

journeys('the content security policy', { market: 'fixture' }, (test) => {
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
