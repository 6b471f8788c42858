//! Who in an office gets which package: names, one a line, with a NIP where somebody adds one.
//!
//! Of a NIP nothing is kept but its last four digits, from the moment it is read: more is not needed to tell two people of
//! one name apart. Nothing of this is part of an order, a message or a link.

use crate::domain::time::Date;
use crate::domain::wire::record;

/// The digits of a NIP.
const DIGITS: usize = 18;
/// Its digits that are kept.
const KEPT: usize = 4;
/// A name has no such row of digits; what has one is a NIP or a NIK in the wrong place.
const NUMBER_IN_NAME: usize = 6;
/// The longest name, in characters; longer lines are no names.
const MOST_NAME: usize = 80;

/// One person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipient {
    /// As the office writes it.
    pub name: String,
    /// The last four digits of the NIP; empty where none was given.
    pub nip_end: String,
}
record!(Recipient { name, nip_end });

impl Recipient {
    /// "••••••••••••••1234"; empty where no NIP was given.
    pub fn masked_nip(&self) -> String {
        if self.nip_end.is_empty() {
            return String::new();
        }
        "•".repeat(DIGITS - KEPT) + &self.nip_end
    }
}

/// Why a line is nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is a NIP, but no name.
    NoName,
    /// A long number stands in the name.
    NumberInName,
    /// The name is longer than names are.
    LongName,
    /// What stands behind the mark has not the form of a NIP.
    Nip,
    /// The person is on the list already.
    Twice,
    /// There are as many packages as can be ordered.
    TooMany,
}

/// What was read of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// Those who can be put on the list.
    pub people: Vec<Recipient>,
    /// The lines that nobody was read from, as they stand, each with the reason.
    pub faults: Vec<(String, Fault)>,
}

/// Reads lines of "Name" or "Name; NIP" (a tab, as spreadsheets paste it, does as well) for a list on which these stand
/// already. At most `most` stand there in the end.
pub fn read(text: &str, known: &[Recipient], most: usize) -> Read {
    let mut read = Read::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let fault = match person(line) {
            Err(fault) => fault,
            Ok(person) if known.contains(&person) || read.people.contains(&person) => Fault::Twice,
            Ok(_) if known.len() + read.people.len() >= most => Fault::TooMany,
            Ok(person) => {
                read.people.push(person);
                continue;
            }
        };
        read.faults.push((line.to_owned(), fault));
    }
    read
}

fn person(line: &str) -> Result<Recipient, Fault> {
    let (name, nip) = line.split_once([';', '\t']).unwrap_or((line, ""));
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let nip_end = if nip.trim().is_empty() { String::new() } else { nip_end(nip)? };
    if has_number(&name) {
        return Err(Fault::NumberInName);
    }
    match name.chars().count() {
        0 => Err(Fault::NoName),
        length if length > MOST_NAME => Err(Fault::LongName),
        _ => Ok(Recipient { name, nip_end }),
    }
}

/// Whether there are as many digits as no name has, whatever separates them.
fn has_number(name: &str) -> bool {
    name.chars().filter(|c| c.is_numeric()).count() >= NUMBER_IN_NAME
}

/// The last digits of a NIP: eighteen of them, of which the first eight are a day of birth. Marks between groups are left
/// out.
fn nip_end(text: &str) -> Result<String, Fault> {
    let mut digits = String::new();
    for c in text.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else if !(c.is_whitespace() || matches!(c, '.' | '-' | '\'')) {
            return Err(Fault::Nip);
        }
    }
    let number = |from: usize, to: usize| digits.get(from..to)?.parse::<u32>().ok();
    let born = || Date::new(number(0, 4)?.try_into().ok()?, number(4, 6)?, number(6, 8)?);
    let fits =
        digits.len() == DIGITS && born().is_some_and(|day| (1930..2020).contains(&day.parts().0));
    let end = digits.get(DIGITS - KEPT..).filter(|_| fits);
    end.map(str::to_owned).ok_or(Fault::Nip)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: usize = 999;

    fn one(line: &str) -> Result<(String, String), Fault> {
        let read = read(line, &[], MOST);
        match (read.people.as_slice(), read.faults.as_slice()) {
            ([person], []) => Ok((person.name.clone(), person.masked_nip())),
            ([], [(text, fault)]) => {
                assert_eq!(text, line.trim(), "the line stays as it was written");
                Err(*fault)
            }
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn a_name_is_read_with_and_without_a_nip_of_which_four_digits_are_kept() {
        let masked = "••••••••••••••1004".to_owned();
        let expected = Ok(("Siti Aminah".to_owned(), masked));
        for line in [
            "Siti Aminah; 199001012023211004",
            " Siti  Aminah ;19900101 202321 1 004",
            "Siti Aminah\t'199001012023211004",
            "Siti Aminah;1990.0101.2023.2110.04",
        ] {
            assert_eq!(one(line), expected, "{line}");
        }
        assert_eq!(one("Budi (TU 2)"), Ok(("Budi (TU 2)".to_owned(), String::new())));
        assert_eq!(one("Budi;"), Ok(("Budi".to_owned(), String::new())));
    }

    #[test]
    fn a_nip_of_another_form_is_refused() {
        for nip in [
            "19900101202321100",
            "1990010120232110045",
            "199013012023211004",
            "199002302023211004",
            "317405150190000312",
            "19900101202321100A",
            "-",
            "１９９００１０１２０２３２１１００４",
        ] {
            assert_eq!(one(&format!("Siti; {nip}")), Err(Fault::Nip), "{nip}");
        }
    }

    #[test]
    fn a_number_never_becomes_a_name() {
        for line in [
            "199001012023211004",
            "Siti 199001012023211004",
            "Siti, 1990 0101 2023 2110 04",
            "3174051501900003",
            "１９９００１０１２０２３２１１００４",
        ] {
            assert_eq!(one(line), Err(Fault::NumberInName), "{line}");
        }
        assert_eq!(one("; 199001012023211004"), Err(Fault::NoName));
        assert_eq!(one(&"a".repeat(81)), Err(Fault::LongName));
    }

    #[test]
    fn nobody_stands_on_a_list_twice_but_two_people_may_have_one_name() {
        let text = "Siti; 199001012023211004\n\nSiti; 199001012023211005\nBudi\nSiti; 199001012023211004\nBudi";
        let first = read(text, &[], MOST);
        let names: Vec<&str> = first.people.iter().map(|person| person.name.as_str()).collect();
        assert_eq!(names, ["Siti", "Siti", "Budi"]);
        let faults: Vec<Fault> = first.faults.iter().map(|(_, fault)| *fault).collect();
        assert_eq!(faults, [Fault::Twice, Fault::Twice]);
        assert_eq!(read(text, &first.people, MOST).people, []);
    }

    #[test]
    fn a_list_ends_with_the_most_that_can_be_ordered() {
        let known = read("Ani", &[], 2).people;
        let more = read("Budi\nCici", &known, 2);
        assert_eq!(
            (more.people.len(), more.faults),
            (1, vec![("Cici".to_owned(), Fault::TooMany)])
        );
    }
}
