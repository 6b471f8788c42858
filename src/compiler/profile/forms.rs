//! The forms that are known, as data: the headings that tell one, and what each of its columns means here.
//!
//! Headings stand folded to their letters and digits. A form changes with the years; a column that it gains is said
//! as unknown, and one that it loses is asked for, like in any other sheet.

use crate::compiler::columns::{self as col, Column};

/// A marketplace's form for many products.
#[derive(Debug)]
pub struct Form {
    /// What people call it.
    pub name: &'static str,
    /// Headings of which all stand in its header, and together in no other sheet.
    pub marks: &'static [&'static str],
    /// Its columns that are read.
    pub columns: &'static [(&'static str, Column, Means)],
    /// Its columns that mean nothing to this market.
    pub unread: &'static [&'static str],
    /// Its columns of addresses of pictures.
    pub pictures: &'static [&'static str],
    /// Words of the marketplace's list of categories, and the category of this market.
    pub categories: &'static [(&'static str, &'static str)],
}

impl Form {
    /// Whether a folded heading is one of the form's.
    pub fn has(&self, heading: &str) -> bool {
        self.columns.iter().any(|(own, ..)| *own == heading)
            || self.unread.contains(&heading)
            || self.pictures.contains(&heading)
    }
}

/// What the cells of a form's column say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// The same as here.
    Same,
    /// "Aktif" or "Nonaktif", where a market of its own says ya or tidak.
    Active,
    /// How many are left, of which only none matters here.
    Pieces,
    /// Days of work, where the other column says ya.
    DaysIf(&'static str),
    /// A number whose unit stands in the other column.
    WithUnit(&'static str),
}

/// All forms.
pub const FORMS: [Form; 2] = [
    Form {
        name: "impor produk Tokopedia",
        marks: &["namaproduk", "beratgram", "pemesananminimum", "jumlahstok", "etalase", "kondisi"],
        columns: &[
            ("namaproduk", col::NAMA, Means::Same),
            ("kategori", col::KATEGORI, Means::Same),
            ("deskripsiproduk", col::DESKRIPSI, Means::Same),
            ("hargarp", col::HARGA, Means::Same),
            ("pemesananminimum", col::MINIMAL, Means::Same),
            ("status", col::TAYANG, Means::Active),
            ("jumlahstok", col::STOK, Means::Pieces),
            ("waktuprosespreorder", col::PO_HARI, Means::DaysIf("preorder")),
        ],
        unread: &[
            "sku",
            "beratgram",
            "etalase",
            "preorder",
            "kondisi",
            "urlvideoproduk1",
            "urlvideoproduk2",
            "urlvideoproduk3",
        ],
        pictures: &["gambar1", "gambar2", "gambar3", "gambar4", "gambar5"],
        categories: &[
            ("makananminuman", "kuliner"),
            ("fashionwanita", "fashion"),
            ("fashionpria", "fashion"),
            ("fashionmuslim", "fashion"),
            ("fashionanakbayi", "fashion"),
            ("kerajinantangan", "kriya"),
        ],
    },
    Form {
        name: "Open Food Network",
        marks: &["producer", "displayname", "unittype", "variantunitname", "onhand"],
        columns: &[
            ("producer", col::NAMA_USAHA, Means::Same),
            ("name", col::NAMA, Means::Same),
            ("category", col::KATEGORI, Means::Same),
            ("description", col::DESKRIPSI, Means::Same),
            ("units", col::ISI, Means::WithUnit("unittype")),
            ("variantunitname", col::SATUAN, Means::Same),
            ("price", col::HARGA, Means::Same),
            ("onhand", col::STOK, Means::Pieces),
        ],
        unread: &["sku", "displayname", "unittype", "ondemand", "shippingcategory", "taxcategory"],
        pictures: &[],
        categories: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiler::columns::Kind;
    use crate::domain::category::Category;

    #[test]
    fn every_form_leads_to_columns_and_categories_of_the_contract() {
        let categories = Category::built_in();
        for form in FORMS {
            let mut headings: Vec<&str> =
                form.columns.iter().map(|(heading, ..)| *heading).collect();
            for (_, column, _) in form.columns {
                assert!(Kind::Produk.columns().contains(column), "{column}");
            }
            headings.extend(form.unread.iter().chain(form.pictures));
            let count = headings.len();
            headings.sort_unstable();
            headings.dedup();
            assert_eq!(headings.len(), count, "{} names a heading twice", form.name);
            assert!(form.marks.iter().all(|mark| headings.contains(mark)), "{}", form.name);
            for (_, code) in form.categories {
                assert!(
                    categories.iter().any(|category| category.code.as_str() == *code),
                    "{code}"
                );
            }
        }
    }

    #[test]
    fn a_forms_other_columns_are_its_own() {
        for form in FORMS {
            for (_, _, means) in form.columns {
                if let Means::DaysIf(other) | Means::WithUnit(other) = means {
                    assert!(form.unread.contains(other), "{other}");
                }
            }
        }
    }
}
