//! Settings of the market: `situs.toml`, or a sheet `situs` with the same keys (kunci, nilai).
//!
//! Every key may be absent. What cannot be used is reported and its default taken, with one exception: where
//! `contoh` cannot be read, the market counts as an example, so that no number is published by mistake.

mod value;

use crate::compiler::columns as col;
use crate::compiler::faults::{At, Fault, Problems};
use crate::compiler::handed::Note;
use crate::compiler::header::Sheet;
use crate::compiler::place::Source;
use crate::compiler::site::value::{
    channels, day, extra_categories, flag, hosts, money, packages, pairs, text, web_address,
};
use crate::domain::category::Category;
use crate::domain::link::SafeLink;
use crate::domain::market::{EorderEntry, Market};
use toml::{Table, Value};

/// The file's name.
pub const FILE: &str = "situs.toml";
/// More than any settings weigh.
pub const MOST_BYTES: u64 = 1024 * 1024;
/// Where problems of the file are sorted: before all sheets.
const FIRST: u32 = 0;

/// What the settings say.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The market.
    pub market: Market,
    /// The three kinds of goods and those added.
    pub categories: Vec<Category>,
    /// Hosts allowed besides the usual ones.
    pub hosts: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { market: Market::default(), categories: Category::built_in(), hosts: Vec::new() }
    }
}

/// One key and its value.
#[derive(Clone, Debug)]
pub struct Setting {
    /// With its table before a dot: `gebetan.paket`.
    pub key: String,
    /// As TOML has it; a sheet's value is a text.
    pub value: Value,
    /// Where it stands.
    pub at: At,
}

/// Every key of the contract; hosts come first because links are checked by them.
const KEYS: [&str; 17] = [
    "host_tambahan",
    "nama",
    "url",
    "contoh",
    "data_per",
    "kontak_kantor",
    "urutan_kanal",
    "kategori_tambahan",
    "halal_wajib",
    "gebetan.nama_panjang",
    "gebetan.paket",
    "paket",
    "jbl.anjuran_asn",
    "eorder.url",
    "eorder.batas",
    "label",
    "label.",
];

/// Reads the settings; the file stands before the sheet.
pub fn read(file: &Note, sheets: &[Sheet], problems: &mut Problems) -> (Settings, Vec<Setting>) {
    let mut settings = Settings::default();
    let mut all = from_file(file, &mut settings, problems);
    from_sheets(sheets, &mut all, problems);
    for setting in &all {
        if !KEYS.iter().any(|key| is(setting, key)) {
            problems.add(
                Fault::SettingUnknown,
                &setting.at,
                Some(setting.key.clone()),
                "Kunci pengaturan ini tidak dikenal, jadi tidak dipakai.",
                "Periksa ejaannya, atau hapus.",
            );
        }
    }
    for key in KEYS {
        for setting in all.iter().filter(|setting| is(setting, key)) {
            if let Err(fix) = settings.apply(key, setting) {
                let shown = setting
                    .value
                    .as_str()
                    .map(str::to_owned)
                    .or_else(|| Some(setting.value.to_string()));
                let message = format!("Nilai \"{}\" tidak dapat dipakai.", setting.key);
                problems.add(Fault::SettingInvalid, &setting.at, shown, message, fix);
            }
        }
    }
    (settings, all)
}

/// A key, or with a dot at its end any key of that table.
fn is(setting: &Setting, key: &str) -> bool {
    setting.key == key || key.ends_with('.') && setting.key.starts_with(key)
}

impl Settings {
    /// Takes over one setting; the error says how to write it.
    fn apply(&mut self, key: &str, setting: &Setting) -> Result<(), String> {
        let market = &mut self.market;
        let value = &setting.value;
        match key {
            "host_tambahan" => self.hosts = hosts(value)?,
            "nama" => market.name = text(value, 80)?,
            "url" => market.url = web_address(value)?,
            "contoh" => match flag(value) {
                Ok(flag) => market.example = flag,
                Err(fix) => {
                    market.example = true;
                    return Err(fix);
                }
            },
            "data_per" => market.data_as_of = Some(day(value)?),
            "kontak_kantor" => market.office_contact = text(value, 300)?,
            "urutan_kanal" => market.channel_order = channels(value)?,
            "kategori_tambahan" => extra_categories(value, &mut self.categories)?,
            "halal_wajib" => market.halal_deadline = Some(day(value)?),
            "gebetan.nama_panjang" => market.gebetan.long_name = text(value, 200)?,
            "gebetan.paket" | "paket" => market.gebetan.packages = packages(value)?,
            "jbl.anjuran_asn" => market.jbl_appeal = Some(money(value)?),
            "eorder.url" => {
                let link = SafeLink::anywhere(&text(value, 2_000)?, &self.hosts).map_err(|_| "Tulis alamat https di jakarta.go.id, atau izinkan alamat lain lewat host_tambahan.".to_owned())?;
                market.eorder = Some(EorderEntry { url: link, limit: None });
            }
            "eorder.batas" => {
                let limit = money(value)?;
                let entry = market.eorder.as_mut().ok_or("Isi juga eorder.url.")?;
                entry.limit = Some(limit);
            }
            "label" => {
                for (name, label) in pairs(value)? {
                    market.labels.insert(name, label);
                }
            }
            _ => {
                let name = setting.key.trim_start_matches("label.").to_owned();
                market.labels.insert(name, text(value, 200)?);
            }
        }
        Ok(())
    }
}

fn file_at(row: Option<u32>) -> At {
    Source::new(FILE, None, (FIRST, 0)).at(row, None, None)
}

fn from_file(file: &Note, settings: &mut Settings, problems: &mut Problems) -> Vec<Setting> {
    let unreadable = |problems: &mut Problems, row: Option<u32>, why: String| {
        problems.add(
            Fault::SettingsUnreadable,
            &file_at(row),
            None,
            format!(
                "situs.toml tidak dapat dibaca{why}, jadi semua pengaturannya memakai nilai bawaan."
            ),
            "Periksa tanda kutip dan tanda sama dengan di sekitar baris itu.",
        );
    };
    let text = match file {
        Note::Absent => return Vec::new(),
        Note::Unreadable => {
            settings.market.example = true;
            unreadable(problems, None, String::new());
            return Vec::new();
        }
        Note::Text(text) => text.as_str(),
    };
    let table: Table = match text.parse() {
        Ok(table) => table,
        Err(error) => {
            let error: toml::de::Error = error;
            let row = error.span().map(|span| line(text, span.start));
            // The one setting that protects people is found even in a broken file.
            settings.market.example = text.lines().any(|line| {
                let line: String = line.split_whitespace().collect();
                line.starts_with("contoh=") && !line.starts_with("contoh=false")
            });
            unreadable(problems, row, row.map(|row| format!(" (baris {row})")).unwrap_or_default());
            return Vec::new();
        }
    };
    flattened(table, text)
}

/// The line of a byte, from 1.
fn line(text: &str, at: usize) -> u32 {
    let before = text.get(..at).unwrap_or(text);
    u32::try_from(before.matches('\n').count() + 1).unwrap_or(u32::MAX)
}

fn flattened(table: Table, text: &str) -> Vec<Setting> {
    let row_of = |key: &str| {
        let found = text.lines().position(|line| {
            let line = line.trim_start().trim_start_matches('[');
            line.strip_prefix(key)
                .is_some_and(|rest| rest.trim_start().starts_with(['=', ']', '.']))
        });
        found.and_then(|at| u32::try_from(at + 1).ok())
    };
    let mut all = Vec::new();
    for (key, value) in table {
        match value {
            Value::Table(inner) if ["gebetan", "jbl", "eorder"].contains(&key.as_str()) => {
                for (name, value) in inner {
                    let at = file_at(row_of(&name));
                    all.push(Setting { key: format!("{key}.{name}"), value, at });
                }
            }
            value => {
                let at = file_at(row_of(&key));
                all.push(Setting { key, value, at });
            }
        }
    }
    all
}

fn from_sheets(sheets: &[Sheet], all: &mut Vec<Setting>, problems: &mut Problems) {
    for sheet in sheets {
        let column =
            |wanted| sheet.columns.iter().find(|(column, _)| *column == wanted).map(|(_, at)| *at);
        let (Some(keys), Some(values)) = (column(col::KUNCI), column(col::NILAI)) else { continue };
        // Settings are few; a file that cannot be read any more was reported when it was opened, or will be.
        for row in sheet.rows.iter().flatten() {
            let (Some(key), Some(value)) = (row.get(keys), row.get(values)) else { continue };
            let key = key.plain().trim().to_lowercase().replace(' ', "_");
            let at = sheet.source.at(Some(row.number), Some(col::NILAI), Some(values));
            if all.iter().any(|known| known.key == key) {
                problems.add(Fault::ValueUnused, &at, Some(key), "Kunci ini sudah diisi di tempat yang dibaca lebih dulu, jadi yang ini tidak dipakai.", "Hapus salah satunya.");
                continue;
            }
            all.push(Setting { key, value: Value::String(value.plain()), at });
        }
    }
}
