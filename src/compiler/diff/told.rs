//! A difference in words, in Indonesian: a line that sums it up, then the lists.

use super::{ContactChange, Diff, Named, PriceChange};
use crate::compiler::trust::{Pending, jump};

/// "12 baru, 3 harga naik lebih dari 30 %, 5 hilang, 2 kontak berubah."
pub fn summary(diff: &Diff) -> String {
    let (up, down, other) = by_size(&diff.prices);
    let parts = [
        (diff.new.len(), "baru"),
        (up.len(), "harga naik lebih dari 30 %"),
        (down.len(), "harga turun lebih dari 30 %"),
        (other.len(), "harga lain berubah"),
        (diff.gone.len(), "hilang"),
        (diff.words.len(), "nama, satuan, atau isi berubah"),
        (diff.contacts.len(), "kontak berubah"),
        (diff.pending.len(), "kontak menunggu persetujuan"),
        (diff.new_sellers.len(), "penjual baru"),
        (diff.gone_sellers.len(), "penjual hilang"),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    if said.is_empty() { "Tidak ada yang berubah.".to_owned() } else { said.join(", ") + "." }
}

/// The lists, each with its heading, at most `most` lines of each.
pub fn lists(diff: &Diff, most: usize) -> Vec<String> {
    let (up, down, other) = by_size(&diff.prices);
    let mut out = Vec::new();
    let mut list = |heading: &str, lines: Vec<String>| {
        if lines.is_empty() {
            return;
        }
        out.push(String::new());
        out.push(format!("{heading} ({})", lines.len()));
        let more = lines.len().saturating_sub(most);
        out.extend(lines.into_iter().take(most).map(|line| format!("  {line}")));
        if more > 0 {
            out.push(format!("  … dan {more} lagi; --lengkap menampilkan semuanya"));
        }
    };
    list("Menunggu persetujuan", diff.pending.iter().map(waiting).collect());
    list("Kontak berubah", diff.contacts.iter().map(contact).collect());
    list("Harga naik lebih dari 30 %", up.into_iter().map(price).collect());
    list("Harga turun lebih dari 30 %", down.into_iter().map(price).collect());
    list("Harga lain berubah", other.into_iter().map(price).collect());
    let words = diff.words.iter().map(|change| {
        let (old, new) = (or_nothing(&change.old), or_nothing(&change.new));
        format!("{} {}, {}: {old} → {new}", change.kind.word(), change.code, change.column)
    });
    list("Nama, satuan, atau isi berubah", words.collect());
    list("Produk baru", diff.new.iter().map(named).collect());
    list("Produk hilang", diff.gone.iter().map(named).collect());
    list("Penjual baru", diff.new_sellers.iter().map(named).collect());
    list("Penjual hilang", diff.gone_sellers.iter().map(named).collect());
    out
}

/// Prices that jumped up, that jumped down, and the others.
fn by_size(prices: &[PriceChange]) -> (Vec<&PriceChange>, Vec<&PriceChange>, Vec<&PriceChange>) {
    let (jumped, other): (Vec<_>, Vec<_>) =
        prices.iter().partition(|change| jump(change.old, change.new).is_some());
    let (up, down) = jumped.into_iter().partition(|change| change.new > change.old);
    (up, down, other)
}

fn named(named: &Named) -> String {
    format!("{}: {}", named.code, named.name)
}

fn price(change: &PriceChange) -> String {
    format!("{}: {} → {}", named(&change.product), change.old, change.new)
}

fn contact(change: &ContactChange) -> String {
    let (old, new) = (change.old.as_deref(), change.new.as_deref());
    let (old, new) = (or_nothing(old.unwrap_or_default()), or_nothing(new.unwrap_or_default()));
    format!("{} {}, {}: {old} → {new}", change.kind.word(), change.code, change.column)
}

fn waiting(pending: &Pending) -> String {
    let old = or_nothing(pending.old.as_deref().unwrap_or_default());
    let (kind, column) = (pending.kind.word(), pending.contact.column);
    format!("{kind} {}, {column}: {old} → {}", pending.code, pending.contact.value)
}

fn or_nothing(text: &str) -> &str {
    if text.is_empty() { "(tidak ada)" } else { text }
}
