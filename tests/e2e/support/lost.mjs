// What a small screen or large letters push out to the side or hide.

/** What sticks out to the right or left of the page, or cannot be reached because bars take the screen. */
export const lost = (tab) => tab.page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let one = element.parentElement; one; one = one.parentElement) {
      if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(one).overflowX) && one !== document.body && one !== document.documentElement) return true;
    }
    return false;
  };
  const found = [];
  if (document.documentElement.scrollWidth > width) found.push(`the page scrolls sideways by ${document.documentElement.scrollWidth - width} px`);
  for (const element of document.querySelectorAll('a, button, input, select, h1, h2, h3, p, td, th, dd, dt, li, label')) {
    if (!element.checkVisibility()) continue;
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || scrolls(element)) continue;
    if (box.right > width + 1 || box.left < -1) found.push(`${element.localName} "${element.textContent.trim().slice(0, 40)}" from ${Math.round(box.left)} to ${Math.round(box.right)} of ${width}`);
  }
  const bars = [...document.querySelectorAll('body *')].filter((one) => ['fixed', 'sticky'].includes(getComputedStyle(one).position) && !one.closest('dialog') && one.checkVisibility());
  const taken = bars.reduce((sum, one) => {
    const box = one.getBoundingClientRect();
    const seen = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    return sum + (box.width > width / 2 && seen > 0 && one.parentElement.closest('.header, nav') === null ? seen : 0);
  }, 0);
  if (taken > innerHeight * 0.5) found.push(`bars take ${Math.round(taken)} of ${innerHeight} px`);
  return found.slice(0, 6);
});
