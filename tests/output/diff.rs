//! `catalogue diff`: what would change, summed up in a line and listed.

use crate::command::{catalogue, path};
use crate::market::folder;
use crate::sheets::Sheets;
use std::path::Path;

fn publish(
    sheets: &Sheets,
    home: &Path,
    name: &str,
    previous: Option<&Path>,
) -> std::path::PathBuf {
    let (input, out) = (home.join(format!("{name}-lembar")), home.join(name));
    sheets.write(&input);
    let mut arguments = vec!["build", path(&input), "--out", path(&out), "--at", "2026-11-21"];
    if let Some(previous) = previous {
        arguments.extend(["--previous", path(previous)]);
    }
    let (code, said) = catalogue(&arguments);
    assert!(code == 0 || code == 3, "{said}");
    out
}

/// Everything that can change, changed once.
fn other() -> Sheets {
    Sheets::market()
        .without("produk", "sendiri")
        .set("produk", "warisan", "harga", "21.000")
        .set("produk", "warisan", "nama", "Keripik Tempe Sagu")
        .set("produk", "anyam", "harga", "85.000")
        .set("produk", "anyam", "satuan", "buah")
        .set("produk", "lama", "tayang", "ya")
        .set("penjual", "kriya-uji", "nama_usaha", "Kriya Jaya")
        .set("penjual", "dapur-uji", "shopee", "")
        .set("penjual", "dapur-uji", "tokopedia", "https://www.tokopedia.com/dapur-pindah")
        .set("jbl", "jbl-uji", "tautan_live", "")
}

#[test]
fn sheets_beside_the_publication_they_follow() {
    let home = folder("diff-sheets");
    let old = publish(&Sheets::market(), &home, "lama", None);
    let new = home.join("lembar");
    other().write(&new);
    let (code, said) = catalogue(&["diff", path(&old), path(&new), "--at", "2026-11-21"]);
    assert_eq!(code, 0, "{said}");
    let expected = format!(
        "1 baru, 1 harga naik lebih dari 30 %, 1 harga lain berubah, 1 hilang, 3 nama, satuan, atau isi berubah, \
         2 kontak berubah, 1 kontak menunggu persetujuan.\n\
         \nMenunggu persetujuan (1)\n  penjual dapur-uji, tokopedia: https://www.tokopedia.com/dapur-uji → https://www.tokopedia.com/dapur-pindah\n\
         \nKontak berubah (2)\n  penjual dapur-uji, shopee: https://shopee.co.id/dapuruji → (tidak ada)\n  jbl jbl-uji, tautan_live: https://www.tiktok.com/@jakpreneur/live → (tidak ada)\n\
         \nHarga naik lebih dari 30 % (1)\n  warisan: Keripik Tempe Sagu (Dapur Uji): Rp15.000 → Rp21.000\n\
         \nHarga lain berubah (1)\n  anyam: Tas Anyam (Kriya Jaya): Rp90.000 → Rp85.000\n\
         \nNama, satuan, atau isi berubah (3)\n  penjual kriya-uji, nama_usaha: Kriya Uji → Kriya Jaya\n  produk anyam, satuan: pcs → buah\n  produk warisan, nama: Keripik Tempe → Keripik Tempe Sagu\n\
         \nProduk baru (1)\n  lama: Es Lama (Dapur Uji)\n\
         \nProduk hilang (1)\n  sendiri: Sambal Bawang (Dapur Uji)\n\
         \nSetelah dipastikan kepada penjualnya:\n  catalogue approve {} dapur-uji --previous {}\n\
         1 galat pada lembarnya; catalogue check dengan --previous menyebut semuanya.\n",
        path(&new),
        path(&old)
    );
    assert_eq!(said, expected);
}

#[test]
fn a_publication_beside_another_says_what_became_public() {
    let home = folder("diff-published");
    let old = publish(&Sheets::market(), &home, "lama", None);
    let new = publish(&other(), &home, "baru", Some(&old));
    let (code, said) = catalogue(&["diff", path(&old), path(&new)]);
    assert_eq!(code, 0, "{said}");
    // The contact that waits for approval was withheld, so it is gone from what the public sees.
    assert!(said.starts_with("1 baru, 1 harga naik lebih dari 30 %, 1 harga lain berubah, 1 hilang, 3 nama, satuan, atau isi berubah, 3 kontak berubah.\n"), "{said}");
    let (code, said) = catalogue(&["diff", path(&new), path(&old)]);
    assert_eq!(code, 0);
    assert!(said.contains("\nProduk baru (1)\n  sendiri: Sambal Bawang (Dapur Uji)\n"), "{said}");
    assert_eq!(
        catalogue(&["diff", path(&old), path(&old)]),
        (0, "Tidak ada yang berubah.\n".to_owned())
    );
}

#[test]
fn markets_of_different_sizes_are_compared_shard_by_shard() {
    let home = folder("diff-sizes");
    let sample = |products: &str| {
        let (input, out) = (home.join(format!("{products}-in")), home.join(products));
        let size = ["--products", products, "--sellers", "300", "--seed", "7"];
        let made = catalogue(&[&["sample"], size.as_slice(), &["--out", path(&input)]].concat());
        assert_eq!(made.0, 0, "{}", made.1);
        let built = catalogue(&["build", path(&input), "--out", path(&out), "--at", "2026-11-21"]);
        assert!(built.0 == 0 || built.0 == 3, "{}", built.1);
        (input, out)
    };
    let ((small_in, small), (large_in, large)) = (sample("400"), sample("1500"));
    for (old, new, summary) in [
        (&small, &large, "1100 baru."),
        (&small, &large_in, "1100 baru."),
        (&large, &small, "1100 hilang."),
        (&large, &small_in, "1100 hilang."),
    ] {
        let (code, said) = catalogue(&["diff", path(old), path(new), "--at", "2026-11-21"]);
        assert_eq!((code, said.lines().next()), (0, Some(summary)));
        assert!(said.contains("… dan 1050 lagi; --lengkap menampilkan semuanya"), "{said}");
        let (_, said) =
            catalogue(&["diff", path(old), path(new), "--lengkap", "--at", "2026-11-21"]);
        assert!(said.lines().count() > 1100);
    }
}

#[test]
fn what_is_neither_a_publication_nor_sheets_is_1() {
    let home = folder("diff-wrong");
    let old = publish(&Sheets::market(), &home, "lama", None);
    let empty = home.join("kosong");
    std::fs::create_dir_all(&empty).expect("a folder");
    for (one, other) in [(&old, &empty), (&empty, &old), (&old, &home.join("tidak-ada"))] {
        assert_eq!(catalogue(&["diff", path(one), path(other)]).0, 1);
    }
    assert_eq!(catalogue(&["diff", path(&old)]).0, 2);
}
