//! Values of settings: what TOML types well, and the same written as text in a sheet.
//!
//! The error of each is the sentence that says how to write it.

use crate::compiler::clean::clean;
use crate::compiler::row::yes_or_no;
use crate::domain::category::Category;
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::fold::squash;
use crate::domain::money::Rupiah;
use crate::domain::permit::holds_personal_number;
use crate::domain::time::{Date, parse_when};
use toml::Value;

type Read<T> = Result<T, String>;

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Boolean(flag) => Some(if *flag { "ya" } else { "tidak" }.to_owned()),
        Value::Datetime(moment) => Some(moment.to_string()),
        _ => None,
    }
}

/// A text that may be published.
pub(super) fn text(value: &Value, most: usize) -> Read<String> {
    let plain = plain(value).ok_or("Tulis sebagai teks di antara tanda kutip.")?;
    if holds_personal_number(&plain) {
        return Err("Hapus NIK atau NPWP pribadi dari sini.".to_owned());
    }
    let (text, cut) = clean(&plain, most);
    if cut { Err(format!("Ringkas menjadi paling banyak {most} huruf.")) } else { Ok(text) }
}

/// `true`, `false` or their words.
pub(super) fn flag(value: &Value) -> Read<bool> {
    plain(value).and_then(|text| yes_or_no(&text)).ok_or_else(|| "Tulis true atau false. Sampai jelas, pasar dianggap contoh dan nomor WhatsApp tidak terbit.".to_owned())
}

/// A day.
pub(super) fn day(value: &Value) -> Read<Date> {
    let read = plain(value).and_then(|text| parse_when(&text).ok());
    read.map(|(date, _)| date).ok_or_else(|| "Tulis tanggal seperti \"2026-11-20\".".to_owned())
}

/// Whole rupiah.
pub(super) fn money(value: &Value) -> Read<Rupiah> {
    let amount = match value {
        Value::Integer(number) => u64::try_from(*number).ok().map(Rupiah::new),
        other => plain(other).and_then(|text| Rupiah::parse_amount(&text).ok()),
    };
    amount.ok_or_else(|| "Tulis rupiah bulat, misalnya 100000.".to_owned())
}

/// The address of the site, without the last slash.
pub(super) fn web_address(value: &Value) -> Read<String> {
    let text = text(value, 300)?;
    let text = text.trim_end_matches('/');
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://localhost"));
    let fine = text.is_empty()
        || rest.is_some_and(|_| {
            text.bytes().all(|b| b.is_ascii_graphic() && !b"\"<>\\?#@".contains(&b))
        });
    if fine {
        Ok(text.to_owned())
    } else {
        Err("Tulis alamat lengkap, misalnya \"https://etalase.example\".".to_owned())
    }
}

/// Parts of a list, or of a text with `;` (and commas) between them.
fn parts(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Array(items) => items.iter().map(plain).collect(),
        other => plain(other).map(|text| {
            text.split([';', ',', '\n'])
                .map(|part| part.trim().to_owned())
                .filter(|part| !part.is_empty())
                .collect()
        }),
    }
}

/// Channels in an order.
pub(super) fn channels(value: &Value) -> Read<Vec<Channel>> {
    let known = Channel::ALL.map(Channel::column).join(", ");
    let by_word = |word: &String| Channel::from_column(&squash(word));
    parts(value)
        .and_then(|words| words.iter().map(by_word).collect())
        .ok_or_else(|| format!("Pakai nama kanal: {known}."))
}

/// Host names without anything around them.
pub(super) fn hosts(value: &Value) -> Read<Vec<String>> {
    let host = |text: &String| {
        let bare = text.trim().to_lowercase();
        let bare = bare.strip_prefix("https://").unwrap_or(&bare).trim_end_matches('/');
        let label = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let fine = bare.contains('.')
            && bare.split('.').all(label)
            && !bare
                .split('.')
                .next_back()
                .is_some_and(|last| last.bytes().all(|b| b.is_ascii_digit()));
        fine.then(|| bare.to_owned())
    };
    parts(value)
        .and_then(|texts| texts.iter().map(host).collect())
        .ok_or_else(|| "Tulis nama host saja, misalnya [\"toko.example\"].".to_owned())
}

/// Name and price of packages: `[["Staf", 100000]]`, a table, or `Staf: 100.000; Kasatpel: 120.000`.
pub(super) fn packages(value: &Value) -> Read<Vec<(String, Rupiah)>> {
    let pair = |name: &Value, price: &Value| Ok((text(name, 80)?, money(price)?));
    let wrong = || "Tulis nama dan rupiah, misalnya [[\"Staf\", 100000]].".to_owned();
    match value {
        Value::Array(items) => items
            .iter()
            .map(|item| match item {
                Value::Array(two) => match two.as_slice() {
                    [name, price] => pair(name, price),
                    _ => Err(wrong()),
                },
                Value::Table(table) => {
                    match (table.get("nama"), table.get("rupiah").or_else(|| table.get("harga"))) {
                        (Some(name), Some(price)) => pair(name, price),
                        _ => Err(wrong()),
                    }
                }
                _ => Err(wrong()),
            })
            .collect(),
        Value::Table(table) => {
            table.iter().map(|(name, price)| pair(&Value::String(name.clone()), price)).collect()
        }
        Value::String(text) => text
            .split([';', '\n'])
            .filter(|part| !part.trim().is_empty())
            .map(|part| {
                let (name, price) = part.split_once([':', '=']).ok_or_else(wrong)?;
                pair(&Value::String(name.to_owned()), &Value::String(price.to_owned()))
            })
            .collect(),
        _ => Err(wrong()),
    }
}

/// A table of texts.
pub(super) fn pairs(value: &Value) -> Read<Vec<(String, String)>> {
    match value {
        Value::Table(table) => {
            table.iter().map(|(name, value)| Ok((name.clone(), text(value, 200)?))).collect()
        }
        _ => Err("Tulis sebagai [label] dengan kunci = \"teks\".".to_owned()),
    }
}

/// Further kinds of goods: names, `{ kode, nama, alias }`, or names with their other words.
pub(super) fn extra_categories(value: &Value, known: &mut Vec<Category>) -> Read<()> {
    let wrong = || {
        "Tulis nama kategorinya, misalnya [\"Kecantikan\"] atau { kode = \"kecantikan\", nama = \"Kecantikan\", alias = [\"kosmetik\"] }.".to_owned()
    };
    let mut add = |name: &str, code: Option<&str>, aliases: Vec<String>| {
        let (name, cut) = clean(name, 40);
        if name.is_empty() || cut || holds_personal_number(&name) {
            return Err(wrong());
        }
        let code = match code {
            Some(code) => Code::fold(code).map_err(|_| wrong())?.0,
            None => Code::from_name(&name, "kategori"),
        };
        match known.iter_mut().find(|category| category.code == code) {
            Some(category) => category.aliases.extend(aliases),
            None => known.push(Category { code, name, aliases }),
        }
        Ok(())
    };
    match value {
        Value::Array(items) => {
            for item in items {
                match item {
                    Value::Table(table) => {
                        let field = |name: &str| table.get(name).and_then(plain);
                        let aliases = table
                            .get("alias")
                            .or_else(|| table.get("aliases"))
                            .and_then(parts)
                            .unwrap_or_default();
                        let code = field("kode");
                        let name = field("nama").or_else(|| code.clone()).ok_or_else(wrong)?;
                        add(&name, code.as_deref(), aliases)?;
                    }
                    other => written(&plain(other).ok_or_else(wrong)?, &mut add)?,
                }
            }
            Ok(())
        }
        Value::Table(table) => table.iter().try_for_each(|(name, aliases)| match aliases {
            Value::Table(inner) => {
                let aliases = inner.get("alias").and_then(parts).unwrap_or_default();
                add(
                    &inner.get("nama").and_then(plain).unwrap_or_else(|| name.clone()),
                    Some(name),
                    aliases,
                )
            }
            other => add(name, None, parts(other).ok_or_else(wrong)?),
        }),
        other => plain(other)
            .ok_or_else(wrong)?
            .split([';', '\n'])
            .filter(|part| !part.trim().is_empty())
            .try_for_each(|part| written(part, &mut add)),
    }
}

/// `Kecantikan: kosmetik, sabun`, with a code of its own `rias = Kecantikan: kosmetik`.
fn written(
    text: &str,
    add: &mut impl FnMut(&str, Option<&str>, Vec<String>) -> Read<()>,
) -> Read<()> {
    let (name, aliases) = text.split_once(':').unwrap_or((text, ""));
    let (code, name) = match name.split_once('=') {
        Some((code, name)) => (Some(code.trim()), name),
        None => (None, name),
    };
    let aliases = aliases.split(',').map(str::trim).filter(|alias| !alias.is_empty());
    add(name, code, aliases.map(str::to_owned).collect())
}
