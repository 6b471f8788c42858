//! Pages that staff open from their own disk and hand on: one file each, with its style inside.
//!
//! Every value is escaped by the template (maud); nothing is ever passed through as markup but our own style sheets.
//! No script, no request to the outside: the page itself forbids both, so that not even a mistake could make one.

pub mod confirm;
pub mod owners;
pub mod problems;

use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The market's colours and the basics of its pages, then what only these pages have.
const STYLES: [&str; 3] = [
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/base.css"),
    include_str!("paper.css"),
];

/// What the browser is told to allow: the style in the page, links, and nothing else.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A whole page.
fn page(title: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="id" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex, nofollow";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { @for style in STYLES { (PreEscaped(style)) } }
            }
            body { (body) }
        }
    };
    page.into_string()
}

/// The scalloped edge of the awning, under the head of every page.
fn awning() -> Markup {
    html! { div class="awning" aria-hidden="true" {} }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_brings_its_style_forbids_the_rest_and_escapes_its_title() {
        let page = page("</title><script>", &html! { p { "isi" } });
        assert!(page.starts_with("<!DOCTYPE html>"));
        assert!(page.contains("default-src 'none'") && page.contains("--pandan"));
        assert!(!page.contains("<script") && page.contains("&lt;/title&gt;&lt;script&gt;"));
        for outside in ["src=", "url(", "@import", "http://", "<link"] {
            assert!(!page.contains(outside), "{outside}");
        }
    }
}
