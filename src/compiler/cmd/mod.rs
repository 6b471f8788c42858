//! The command line: what can be asked, and the exit code that answers.
//!
//! Each command is a file of its own; this one only reads the arguments and tells them apart.

mod approve;
mod build;
mod check;
mod complete;
mod confirm;
#[cfg(feature = "publish")]
mod deploy;
mod diff;
mod folder;
mod isolated;
mod nginx;
mod sample;
mod template;

use crate::compiler::isolate;
use crate::compiler::pages::Draw;
use crate::compiler::progress;
use crate::domain::time::{Date, Moment};
use anyhow::Result;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// What became of a command. Wrong usage is clap's own exit, 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All in.
    Complete = 0,
    /// Nothing written.
    Nothing = 1,
    /// The arguments contradict each other.
    WrongUsage = 2,
    /// Done, with some rows, values or files refused.
    Partial = 3,
}

/// Menyusun pasar daring dari lembar data: diperiksa, lalu ditulis sebagai situs siap terbit.
#[derive(Debug, Parser)]
#[command(name = "catalogue", version, disable_help_subcommand = true, after_help = EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "Kode keluar: 0 semua masuk; 3 selesai, sebagian ditolak; \
    1 tidak ada yang ditulis; 2 salah pakai.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Memeriksa lembar data tanpa menulis situs
    Check(CheckArgs),
    /// Memeriksa lembar data dan menulis situs
    Build(BuildArgs),
    /// Menyebut apa yang akan berubah dari terbitan ke terbitan lain, atau ke lembar data
    Diff(DiffArgs),
    /// Menyetujui kontak yang berubah sejak terbitan sebelumnya, setelah dipastikan kepada penjualnya
    Approve(ApproveArgs),
    /// Menulis semua data ke satu buku kerja dengan kode terisi, supaya alamat halaman tetap
    Complete(CompleteArgs),
    /// Menulis halaman untuk petugas: satu tautan WhatsApp tiap penjual, bertanya apakah datanya benar
    Confirm(ConfirmArgs),
    /// Menulis buku kerja kosong dengan semua lembar dan kolom
    Template(TemplateArgs),
    /// Menulis aturan nginx untuk menayangkan situs: header, jenis berkas, salinan terkompresi, halaman 404
    Nginx(NginxArgs),
    /// Menulis pasar rekaan untuk mencoba dan mengukur
    Sample(SampleArgs),
    /// What this program runs itself with, to work on one file within limits
    #[command(name = isolate::WORD, hide = true)]
    Isolated {
        /// What to do with the file on the standard input
        #[arg(value_parser = isolated::job)]
        job: isolated::Job,
    },
    #[cfg(feature = "publish")]
    #[command(flatten)]
    Deploy(deploy::Deploy),
}

/// What check and build share.
#[derive(Debug, Args)]
struct Common {
    /// Folder berisi lembar data (.xlsx, .ods, .csv), foto/ dan situs.toml
    folder: PathBuf,
    /// Tulis semua masalah sebagai JSON ke berkas ini
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Tulis laporan untuk dibaca dan diteruskan kepada penjual ke berkas ini
    #[arg(long, value_name = "FILE.html")]
    html: Option<PathBuf>,
    /// Tolak semuanya bila ada satu pun galat
    #[arg(long)]
    strict: bool,
    /// Folder simpanan foto jadi: foto yang tidak berubah tidak diolah dua kali
    #[arg(long, value_name = "DIR")]
    cache: Option<PathBuf>,
    /// Hari yang berlaku, misalnya 2026-11-27 [bawaan: hari ini, WIB]
    #[arg(long, value_name = "DATE", value_parser = date)]
    at: Option<Date>,
    /// Hasil terbitan sebelumnya: kontak yang berubah ditahan, produk yang hilang tetap punya halaman
    #[arg(long, value_name = "DIR")]
    previous: Option<PathBuf>,
}

impl Common {
    fn at(&self, now: Moment) -> Date {
        self.at.unwrap_or_else(|| now.date())
    }
}

#[derive(Debug, Args)]
struct CheckArgs {
    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Args)]
struct BuildArgs {
    #[command(flatten)]
    common: Common,
    /// Folder hasil; seluruh isinya diganti sekaligus
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Alamat situs, misalnya https://etalase.example
    #[arg(long, value_name = "URL", value_parser = site_url)]
    site_url: Option<String>,
    /// Folder aplikasi yang sudah jadi; hasilnya menjadi situs lengkap
    #[arg(long, value_name = "DIST")]
    app: Option<PathBuf>,
    /// Cabut kemampuan membuka situs tanpa koneksi dari HP yang sudah menyimpannya
    #[arg(long, requires = "app")]
    no_offline: bool,
    /// Jangan tulis salinan terkompresi (.br, .gz): untuk hosting yang mengompres sendiri dan membatasi jumlah berkas
    #[arg(long, requires = "app")]
    no_compress: bool,
    /// Jangan menggambar kartu bagikan; pratinjau tautan memakai foto produk
    #[arg(long, requires = "app")]
    no_cards: bool,
    /// Tulis halaman produk dan toko seringkas mungkin, untuk pasar yang sangat besar: tanpa JavaScript tetap terbaca dan bisa dipesan
    #[arg(long, requires = "app")]
    lean_pages: bool,
}

#[derive(Debug, Args)]
struct DiffArgs {
    /// Hasil terbitan sebelumnya
    #[arg(value_name = "LAMA")]
    old: PathBuf,
    /// Hasil terbitan baru, atau folder lembar data yang akan terbit
    #[arg(value_name = "BARU")]
    new: PathBuf,
    /// Tampilkan semua isi daftar
    #[arg(long = "lengkap")]
    all: bool,
    /// Hari yang berlaku, misalnya 2026-11-27 [bawaan: hari ini, WIB]
    #[arg(long, value_name = "DATE", value_parser = date)]
    at: Option<Date>,
}

#[derive(Debug, Args)]
struct ApproveArgs {
    /// Folder berisi lembar data; persetujuan.toml ditulis di dalamnya
    folder: PathBuf,
    /// Kode penjual, produk, edisi, atau putaran yang perubahannya disetujui
    #[arg(required = true, value_name = "KODE")]
    codes: Vec<String>,
    /// Hasil terbitan sebelumnya, pembanding kontaknya
    #[arg(long, value_name = "DIR")]
    previous: PathBuf,
    /// Tanggal persetujuan, misalnya 2026-11-27 [bawaan: hari ini, WIB]
    #[arg(long, value_name = "DATE", value_parser = date)]
    at: Option<Date>,
}

#[derive(Debug, Args)]
struct CompleteArgs {
    /// Folder berisi lembar data
    folder: PathBuf,
    /// Buku kerja yang ditulis
    #[arg(long, value_name = "FILE.xlsx")]
    out: PathBuf,
}

#[derive(Debug, Args)]
struct ConfirmArgs {
    /// Folder berisi lembar data
    folder: PathBuf,
    /// Halaman yang ditulis; isinya nomor penjual, jadi tidak pernah di dalam folder terbitan
    #[arg(long, value_name = "FILE.html")]
    out: PathBuf,
    /// Alamat situs, misalnya https://etalase.example
    #[arg(long, value_name = "URL", value_parser = site_url)]
    site_url: Option<String>,
    /// Hasil terbitan sebelumnya: penjual yang nomornya berubah ditanya lewat nomor lamanya
    #[arg(long, value_name = "DIR")]
    previous: Option<PathBuf>,
    /// Hari yang berlaku, misalnya 2026-11-27 [bawaan: hari ini, WIB]
    #[arg(long, value_name = "DATE", value_parser = date)]
    at: Option<Date>,
}

#[derive(Debug, Args)]
struct TemplateArgs {
    /// Buku kerja yang ditulis
    #[arg(long, value_name = "FILE.xlsx")]
    out: PathBuf,
}

#[derive(Debug, Args)]
struct NginxArgs {
    /// Berkas yang ditulis, untuk disertakan di dalam blok server
    #[arg(long, value_name = "FILE.conf")]
    out: PathBuf,
}

#[derive(Debug, Args)]
struct SampleArgs {
    /// Jumlah produk
    #[arg(long, value_name = "N", default_value_t = 1_000)]
    products: u64,
    /// Jumlah penjual
    #[arg(long, value_name = "M", default_value_t = 100, value_parser = clap::value_parser!(u64).range(1..=99_999_999))]
    sellers: u64,
    /// Angka acak awal: angka yang sama menghasilkan pasar yang sama
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Folder yang ditulis
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

/// Reads the arguments of this process and does what they ask. `now` is the clock's word, which `--at` overrules;
/// `draw` writes the pages of a site.
pub fn run(now: Moment, draw: Option<&dyn Draw>) -> Result<ExitCode> {
    // The sheets come from many hands: each workbook and photo is read by a child of this program.
    isolate::serve();
    let command = Cli::parse().command;
    progress::show();
    let outcome = match command {
        Command::Isolated { job } => isolated::run(job),
        Command::Check(args) => check::run(&args, args.common.at(now)),
        Command::Build(args) => build::run(&args, draw, args.common.at(now)),
        Command::Diff(args) => diff::run(&args, args.at.unwrap_or_else(|| now.date())),
        Command::Approve(args) => approve::run(&args, args.at.unwrap_or_else(|| now.date())),
        Command::Complete(args) => complete::run(&args, now.date()),
        Command::Confirm(args) => confirm::run(&args, args.at.unwrap_or_else(|| now.date())),
        Command::Template(args) => template::run(&args),
        Command::Nginx(args) => nginx::run(&args),
        Command::Sample(args) => sample::run(&args),
        #[cfg(feature = "publish")]
        Command::Deploy(command) => deploy::run(&command, now),
    }?;
    Ok(ExitCode::from(outcome as u8))
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).map_err(|_| "bukan tanggal; tulis seperti 2026-11-27".to_owned())
}

/// `https://host[:port][/path]` without the last slash.
fn site_url(text: &str) -> Result<String, String> {
    let bare = text.trim_end_matches('/');
    let rest = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://"));
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/[]%".contains(c);
    match rest {
        Some(rest) if !rest.is_empty() && !rest.starts_with('/') && rest.chars().all(plain) => {
            Ok(bare.to_owned())
        }
        _ => Err("bukan alamat situs; tulis seperti https://etalase.example".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn site_addresses_lose_their_last_slash_and_nothing_else_passes() {
        for (text, url) in [
            ("https://etalase.example/", Some("https://etalase.example")),
            ("http://127.0.0.1:8080", Some("http://127.0.0.1:8080")),
            ("https://a.example/pasar", Some("https://a.example/pasar")),
            ("etalase.example", None),
            ("ftp://etalase.example", None),
            ("https://", None),
            ("https://a.example/?q=1", None),
            ("https://a.example/<script>", None),
        ] {
            assert_eq!(site_url(text).ok().as_deref(), url, "{text}");
        }
    }
}
