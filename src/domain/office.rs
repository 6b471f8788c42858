//! Whom to tell of a mistake: what staff wrote as the office's contact, read as ways to reach it.
//!
//! The contact is free text. Numbers, e-mail addresses and links in it become ways; where there is none, its words are
//! all there is. Nothing is guessed: what is no number that WhatsApp reaches stays words.

use crate::domain::email::Email;
use crate::domain::link::SafeLink;
use crate::domain::phone::Phone;

/// A way to reach the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// By WhatsApp.
    Whatsapp(Phone),
    /// By e-mail.
    Email(Email),
    /// A page of its own.
    Page(SafeLink),
}

/// The ways that stand in a contact: at most one of each kind, WhatsApp first.
pub fn ways(contact: &str) -> Vec<Way> {
    // What encloses a word in a sentence is no part of it.
    let trim = |word: &'_ str| -> String {
        word.trim_matches(|c: char| matches!(c, ',' | ';' | '.' | '(' | ')' | '<' | '>' | ':'))
            .to_owned()
    };
    let words: Vec<String> = contact.split_whitespace().map(trim).collect();
    let page = words.iter().find_map(|word| SafeLink::anywhere(word, &[]).ok());
    let email = words.iter().find_map(|word| Email::parse(word));
    [phone(contact).map(Way::Whatsapp), email.map(Way::Email), page.map(Way::Page)]
        .into_iter()
        .flatten()
        .collect()
}

/// The first run of characters that numbers are written with and that is a number.
fn phone(contact: &str) -> Option<Phone> {
    let written = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')' | '+');
    contact.split(|c: char| !written(c)).find_map(|run| Phone::parse(run).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(contact: &str) -> Vec<String> {
        ways(contact)
            .into_iter()
            .map(|way| match way {
                Way::Whatsapp(phone) => phone.as_str().to_owned(),
                Way::Email(email) => email.as_str().to_owned(),
                Way::Page(link) => link.as_str().to_owned(),
            })
            .collect()
    }

    #[test]
    fn numbers_addresses_and_links_are_found_in_words() {
        for (contact, found) in [
            ("0812-3456-7890", vec!["6281234567890"]),
            ("Dinas PPKUKM, WA +62 812 3456 7890 (jam kerja)", vec!["6281234567890"]),
            ("Kantor contoh, pengaduan@contoh.invalid", vec!["pengaduan@contoh.invalid"]),
            (
                "Lapor di https://wa.me/6281234567890.",
                vec!["6281234567890", "https://wa.me/6281234567890"],
            ),
            ("https://jakarta.go.id/lapor", vec!["https://jakarta.go.id/lapor"]),
            ("a@b.co.id atau 081234567890", vec!["6281234567890", "a@b.co.id"]),
        ] {
            assert_eq!(told(contact), found, "{contact}");
        }
    }

    #[test]
    fn what_is_neither_stays_words() {
        for contact in [
            "",
            "Loket lantai 2, Jalan Kebon Sirih 18",
            "021-5551234",
            "javascript:alert(1)@x",
            "a@b@c.id",
            "\"a\"@b.id",
            "a@localhost",
            "http://jakarta.go.id",
            "https://bukan.example/lapor",
        ] {
            assert_eq!(told(contact), Vec::<String>::new(), "{contact}");
        }
    }
}
