//! `catalogue sample`: an invented market to try and to measure with.

use super::{Outcome, SampleArgs};
use crate::compiler::sample::{Size, write};
use crate::compiler::terminal::Terminal;
use anyhow::Result;

pub(super) fn run(args: &SampleArgs) -> Result<Outcome> {
    let size = Size { products: args.products, sellers: args.sellers, seed: args.seed };
    write(&args.out, size)?;
    Terminal::stdout().line(&format!(
        "{} produk contoh dari {} penjual ditulis ke {}.",
        args.products,
        args.sellers,
        args.out.display()
    ));
    Ok(Outcome::Complete)
}
