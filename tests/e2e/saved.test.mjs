// Hearts.
import assert from 'node:assert/strict';
import { journeys } from './support/journey.mjs';
import { eventually } from './support/visitor.mjs';

const names = async (tab) => (await tab.cards()).map((card) => card.name);
const pressed = async (tab, name) => (await tab.find('button', name)).evaluate((one) => one.getAttribute('aria-pressed'));

journeys('saving', { market: 'fixture', at: '2026-12-02T12:00' }, (test) => {
  test('a product saved on its card is kept under /simpan, the last one first, after a reload, too', async ({ tab }) => {
    await tab.go('/kategori/kuliner');
    await tab.click('button', 'Simpan Kue Cubit Uji');
    await tab.click('button', 'Simpan Sambal Bawang Uji');
    assert.equal(await pressed(tab, 'Simpan Kue Cubit Uji'), 'true');
    await tab.click('link', 'Simpan', await tab.find('navigation', 'Utama'));
    await tab.arrives('/simpan');
    await eventually(() => names(tab), ['Sambal Bawang Uji', 'Kue Cubit Uji'], 'both');
    await tab.reload();
    await eventually(() => names(tab), ['Sambal Bawang Uji', 'Kue Cubit Uji'], 'both after a reload');
  });

  test('the heart of the product page is the same heart', async ({ tab }) => {
    await tab.go('/p/tas-pandan-uji');
    await tab.click('button', /^Simpan/, await tab.find('region', 'Pesan'));
    await tab.page.setViewport({ width: 1280, height: 800 });
    await tab.click('link', 'Simpan', await tab.find('navigation', 'Utama'));
    await tab.arrives('/simpan');
    await eventually(() => names(tab), ['Tas Pandan Uji'], 'the saved one');
    await tab.click('button', 'Simpan Tas Pandan Uji');
    await tab.reload();
    await eventually(() => names(tab), [], 'nothing saved');
    await tab.says(/Belum ada yang disimpan/);
  });

  test('a saved product that is no longer sold is said to be so, and can be taken out', async ({ tab, site }) => {
    await tab.go('/p/gelang-rotan-uji');
    await tab.click('button', /^Simpan/, await tab.find('region', 'Pesan'));
    await site.publish((sheet) => sheet.replace(/^gelang-rotan-uji.*\n/m, ''));
    try {
      await tab.go('/simpan');
      await tab.says(/Sudah tidak dijual/);
      await tab.click('button', /^Keluarkan/);
      await tab.says(/Belum ada yang disimpan/);
    } finally {
      await site.publish();
    }
  });
});
