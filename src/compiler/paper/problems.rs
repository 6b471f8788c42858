//! `--html`: the problems as a page that staff forward to sellers: a summary, then each seller's own, each with its
//! place, what stands there, what is wrong and how to mend it.
//!
//! A link to one seller shows that seller alone, to be printed or kept as PDF, without any script.

use super::owners::{Owner, Owners};
use super::{awning, page};
use crate::compiler::catalogue::Catalogue;
use crate::compiler::digest::{Folded, Group, errors, grouped, kinds, meaning};
use crate::compiler::excerpt::{Cell, Excerpts};
use crate::compiler::personal::{fit_to_show, hidden};
use crate::compiler::problem::{Problem, Severity};
use crate::compiler::read::Summary;
use crate::domain::money::grouped as thousands;
use crate::domain::time::Date;
use maud::{Markup, html};

/// Of problems of one kind in one column of a seller so many are shown in full; the others are listed by their cells.
const OF_A_KIND: usize = 3;

/// More than this many problems are no longer read on paper; the report for programs has them all.
const MOST: usize = 5_000;

/// Of one fold so many cells are listed.
const MOST_CELLS: usize = 500;

/// What the page tells of.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// What is published.
    pub catalogue: &'a Catalogue,
    /// What became of the rows.
    pub rows: &'a Summary,
    /// What was left out or deserves a look.
    pub problems: &'a [Problem],
    /// The rows that the problems stand in.
    pub excerpts: &'a Excerpts,
    /// The day that counted as today.
    pub at: Date,
}

/// The page.
pub fn problems_page(report: &Report<'_>) -> String {
    let problems = listed(report.problems);
    let owners = Owners::new(report.catalogue, report.excerpts);
    let mut groups = grouped(&problems, OF_A_KIND, |problem| owners.of(problem));
    groups.sort_by(|(a, _), (b, _)| a.cmp(b));
    let name = &report.catalogue.market.name;
    let body = html! {
        header class="head" {
            div class="wrap" {
                p class="head__market" { (name) }
                h1 { "Hasil pemeriksaan" }
                p class="head__meta" { "Berlaku " (report.at.long()) }
            }
        }
        (awning())
        main class="wrap" {
            (summary(report))
            @if groups.len() > 1 { (contents(&groups)) }
            @for (at, (owner, group)) in (1..).zip(&groups) { (section(at, owner, group, report.excerpts)) }
            @if problems.len() < report.problems.len() {
                p class="note" {
                    "Halaman ini memuat " (number(problems.len())) " dari " (number(report.problems.len()))
                    " masalah, yang tidak terbit lebih dulu. Selengkapnya ada di berkas --report."
                }
            }
        }
        footer class="wrap foot" {
            p {
                b { "Galat" } " tidak terbit sampai diperbaiki. " b { "Periksa" }
                " sudah terbit, tetapi perlu dilihat lagi. Nama sel seperti F17 sama dengan di program lembar kerja."
            }
        }
    };
    page(&format!("Hasil pemeriksaan: {name}"), &body)
}

/// The problems that the page has room for, fit to be shown, in their order.
fn listed(problems: &[Problem]) -> Vec<Problem> {
    let room = MOST.saturating_sub(errors(problems));
    let mut left = [MOST, room];
    problems
        .iter()
        .filter(|problem| {
            let left =
                if problem.severity == Severity::Error { &mut left[0] } else { &mut left[1] };
            let fits = *left > 0;
            *left = left.saturating_sub(1);
            fits
        })
        .map(fit_to_show)
        .collect()
}

fn summary(report: &Report<'_>) -> Markup {
    let errors = errors(report.problems);
    let warnings = report.problems.len() - errors;
    let rows = report.rows;
    let (refused, withheld) = (rows.refused(), rows.withdrawn());
    html! {
        section class="summary" {
            dl class="figures" {
                (figure("produk masuk", report.catalogue.products.len(), ""))
                (figure("penjual masuk", report.catalogue.sellers.len(), ""))
                (figure("baris ditolak", refused, if refused > 0 { "figure--bad" } else { "" }))
                (figure("ditahan lembarnya", withheld, ""))
            }
            @if report.problems.is_empty() {
                p class="verdict verdict--good" { "Tidak ada masalah. Semua baris masuk." }
            } @else {
                p class="verdict" {
                    @if errors > 0 {
                        b { (number(errors)) " galat" } " belum terbit dan menunggu perbaikan"
                        @if warnings > 0 { "; " b { (number(warnings)) } " lainnya sudah terbit, tetapi perlu dilihat lagi" }
                        ". Baris yang benar tetap terbit."
                    } @else {
                        "Semua baris masuk. " b { (number(warnings)) " hal" } " perlu dilihat lagi."
                    }
                }
                ul class="kinds" {
                    @for kind in kinds(report.problems) {
                        li {
                            span class="kinds__count" { (number(kind.count)) }
                            (badge(kind.severity))
                            span { (hidden(&kind.meaning)) }
                        }
                    }
                }
            }
        }
    }
}

fn figure(label: &str, count: usize, class: &str) -> Markup {
    html! { div class={ "figure " (class) } { dt { (label) } dd { (number(count)) } } }
}

fn contents(groups: &[(Owner, Group<'_>)]) -> Markup {
    html! {
        nav class="contents" aria-label="Daftar isi" {
            h2 { "Daftar isi" }
            ol {
                @for (at, (owner, group)) in (1..).zip(groups) {
                    li {
                        a href={ "#bagian-" (at) } { (title(owner)) }
                        span class="contents__count" { (tally(group)) }
                    }
                }
            }
        }
    }
}

fn title(owner: &Owner) -> &str {
    match owner {
        Owner::Everyone => "Seluruh data",
        Owner::File(file) => file,
        Owner::Seller { name, .. } => name,
    }
}

/// "3 galat · 1 periksa".
fn tally(group: &Group<'_>) -> String {
    let folded = group.folded.iter().flat_map(|fold| &fold.others);
    let all = || group.shown.iter().chain(folded.clone());
    let bad = all().filter(|problem| problem.severity == Severity::Error).count();
    let parts = [(bad, "galat"), (all().count() - bad, "periksa")];
    let some = parts.into_iter().filter(|(count, _)| *count > 0);
    some.map(|(count, word)| format!("{} {word}", number(count))).collect::<Vec<_>>().join(" · ")
}

fn section(at: usize, owner: &Owner, group: &Group<'_>, excerpts: &Excerpts) -> Markup {
    let anchor = format!("bagian-{at}");
    html! {
        section class="sheaf" id=(anchor) aria-labelledby={ "judul-" (at) } {
            header class="sheaf__head" {
                h2 id={ "judul-" (at) } { (title(owner)) }
                p class="sheaf__meta" {
                    @if let Owner::Seller { code, kecamatan, .. } = owner {
                        @if let Some(code) = code { span { (code) } }
                        @if let Some(kecamatan) = kecamatan { span { "Kecamatan " (kecamatan) } }
                    }
                    span { (tally(group)) }
                }
                @if let Owner::Seller { .. } = owner {
                    p class="sheaf__links" {
                        a class="alone" href={ "#" (anchor) } { "Tampilkan penjual ini saja, untuk dicetak atau diteruskan" }
                        a class="all" href="#" { "Tampilkan semua lagi" }
                    }
                }
            }
            @for problem in gravest_first(&group.shown) { (card(problem, excerpts)) }
            @for fold in &group.folded { (folded(fold)) }
        }
    }
}

/// What keeps something out stands before what merely deserves a look.
fn gravest_first<'a>(problems: &[&'a Problem]) -> Vec<&'a Problem> {
    let mut sorted = problems.to_vec();
    sorted.sort_by_key(|problem| problem.severity);
    sorted
}

fn card(problem: &Problem, excerpts: &Excerpts) -> Markup {
    let place = &problem.place;
    let excerpt = excerpts.of(place);
    let cells = excerpt.map(|row| row.around(place.cell.as_deref())).unwrap_or_default();
    html! {
        article class={ "problem " (class(problem.severity)) } {
            p class="problem__place" {
                (badge(problem.severity))
                @if let Some(name) = excerpt.and_then(|row| row.name.as_ref()) { b { (name) } }
                span { (spoken(problem)) }
            }
            @if cells.is_empty() {
                @if let Some(value) = &problem.value { p class="problem__value" { "Tertulis: " q { (value) } } }
            } @else {
                (strip(cells, problem))
            }
            p class="problem__message" { (problem.message) }
            @if !problem.fix.is_empty() { p class="problem__fix" { b { "Perbaiki: " } (problem.fix) } }
        }
    }
}

/// The cell between its neighbours, as the spreadsheet program shows them.
fn strip(cells: &[Cell], problem: &Problem) -> Markup {
    let here = |cell: &Cell| problem.place.cell.as_ref() == Some(&cell.name);
    html! {
        div class="strip" {
            table {
                thead { tr { @for cell in cells {
                    th scope="col" class=[here(cell).then_some("here")] { (cell.name) " " span { (cell.column) } }
                } } }
                tbody { tr { @for cell in cells {
                    td class=[here(cell).then_some("here")] {
                        @if cell.text.is_empty() { i { "kosong" } }
                        @else if here(cell) { (problem.value.as_ref().unwrap_or(&cell.text)) }
                        @else { (cell.text) }
                    }
                } } }
            }
        }
    }
}

/// Problems like those above, by their cells alone.
fn folded(fold: &Folded<'_>) -> Markup {
    let shown = fold.others.iter().take(MOST_CELLS);
    html! {
        details class="fold" {
            summary { (number(fold.others.len())) " lagi seperti ini: " (meaning(fold.like)) }
            ul {
                @for problem in shown {
                    li { (spoken(problem)) @if let Some(value) = &problem.value { " " q { (value) } } }
                }
                @if fold.others.len() > MOST_CELLS {
                    li { "… dan " (number(fold.others.len() - MOST_CELLS)) " lagi, semuanya di berkas --report" }
                }
            }
        }
    }
}

/// "produk.xlsx › Produk, sel F17, kolom harga", as far as it is known.
fn spoken(problem: &Problem) -> String {
    let place = &problem.place;
    let mut parts = Vec::new();
    match (&place.file, &place.sheet) {
        (Some(file), Some(sheet)) => parts.push(format!("{file} › {sheet}")),
        (Some(file), None) => parts.push(file.clone()),
        (None, _) => {}
    }
    match (&place.cell, place.row) {
        (Some(cell), _) => parts.push(format!("sel {cell}")),
        (None, Some(row)) => parts.push(format!("baris {row}")),
        (None, None) => {}
    }
    parts.extend(place.column.as_ref().map(|column| format!("kolom {column}")));
    parts.join(", ")
}

const fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "problem--error",
        Severity::Warning => "problem--warning",
    }
}

fn badge(severity: Severity) -> Markup {
    let (class, word) = match severity {
        Severity::Error => ("badge badge--error", "Galat"),
        Severity::Warning => ("badge badge--warning", "Periksa"),
    };
    html! { span class=(class) { (word) } }
}

/// "12.345".
fn number(count: usize) -> String {
    thousands(count as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiler::problem::Place;

    fn problem(severity: Severity, row: u32, message: &str) -> Problem {
        Problem {
            severity,
            code: "value-missing",
            place: Place { file: Some("produk.csv".into()), row: Some(row), ..Place::default() },
            value: Some("<b>".into()),
            message: message.to_owned(),
            fix: "Isi.".to_owned(),
        }
    }

    fn written(problems: &[Problem]) -> String {
        problems_page(&Report {
            catalogue: &Catalogue::default(),
            rows: &Summary::default(),
            problems,
            excerpts: &Excerpts::default(),
            at: Date::parse("2026-11-21").expect("a day"),
        })
    }

    #[test]
    fn what_stands_in_a_sheet_never_becomes_markup() {
        let hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
        let mut bad = problem(Severity::Error, 1, hostile);
        bad.place.file = Some(format!("{hostile}.csv"));
        bad.place.sheet = Some(hostile.to_owned());
        bad.place.cell = Some(hostile.to_owned());
        bad.place.column = Some(hostile.to_owned());
        bad.value = Some(hostile.to_owned());
        bad.fix = hostile.to_owned();
        let problems = vec![bad; 20];
        let page = written(&problems);
        assert!(page.contains("&lt;script&gt;alert(1)"));
        assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
    }

    #[test]
    fn those_alike_are_listed_by_their_cells_and_none_is_lost() {
        let problems: Vec<Problem> =
            (1..=40).map(|row| problem(Severity::Error, row, "Kosong.")).collect();
        let page = written(&problems);
        assert_eq!(page.matches("<article").count(), OF_A_KIND);
        assert!(page.contains("37 lagi seperti ini: Kolom wajib kosong."));
        for row in 1..=40 {
            assert!(page.contains(&format!("baris {row}")), "{row}");
        }
    }

    #[test]
    fn where_there_are_too_many_those_that_are_not_published_stay() {
        let warning = problem(Severity::Warning, 1, "Lihat.");
        let mut problems = vec![warning; MOST];
        problems.push(problem(Severity::Error, 9, "Kosong."));
        let left = listed(&problems);
        assert_eq!((left.len(), errors(&left)), (MOST, 1));
        assert!(written(&problems).contains("5.000 dari 5.001"));
    }

    #[test]
    fn a_folder_without_problems_is_told_so() {
        assert!(written(&[]).contains("Tidak ada masalah."));
    }
}
