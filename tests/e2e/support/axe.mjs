// Axe on the page as it stands.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations, one line each with the rule, the place and what is wrong; best-practice rules count, too. */
export async function violations(tab) {
  const has = await tab.page.evaluate(() => typeof window.axe === 'object');
  if (!has) await tab.page.evaluate(SOURCE);
  return tab.page.evaluate(async () => {
    // Colours on their way from one value to another are nobody's colours.
    const ending = document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map((one) => one.finished));
    const { violations: found } = await window.axe.run(document, { resultTypes: ['violations'] });
    return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.any.concat(node.all, node.none)[0]?.message ?? rule.help}`));
  });
}
