//! A checked catalogue becomes a published folder: pictures, days of change, files, and the swap at the end.
//!
//! Whatever fails on the way, the former publication stays as it was.

use crate::compiler::cards::{Count, Drawing, Earlier};
use crate::compiler::catalogue::Catalogue;
use crate::compiler::emit::{Emitted, count, emit};
use crate::compiler::feeds::Shopping;
use crate::compiler::hosts::Burden;
use crate::compiler::offline::Offline;
use crate::compiler::output::{Staging, whereabouts};
use crate::compiler::pages::Draw;
use crate::compiler::pictures::{self, Purpose};
use crate::compiler::previous::{self, Previous};
use crate::compiler::problem::Problem;
use crate::compiler::progress::Stage;
use crate::compiler::twins;
use crate::domain::time::Date;
use anyhow::Result;
use std::path::Path;

/// What is to be published, and where.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// The folder that is replaced as a whole.
    pub out: &'a Path,
    /// The day of publication.
    pub at: Date,
    /// The site's address without the last slash, where it is not the one of `situs.toml`.
    pub site_url: Option<&'a str>,
    /// The built app, whose files become part of the site.
    pub app: Option<&'a Path>,
    /// Whether visitors keep the app.
    pub offline: Offline,
    /// Whether compressed copies are written beside the files of a site with an app.
    pub compress: bool,
    /// Whether previews of shared links show a card of their own.
    pub cards: Drawing,
    /// What writes a page for every address; without it the app alone answers.
    pub draw: Option<&'a dyn Draw>,
    /// Whether pages of products and sellers are as short as they can be.
    pub lean: bool,
    /// The last publication.
    pub previous: Option<&'a Path>,
    /// A folder that keeps all finished pictures.
    pub cache: Option<&'a Path>,
}

/// A publication that is complete but not yet in its place.
#[derive(Debug)]
pub struct Publication {
    /// Everything it holds, with pictures and days filled in.
    pub catalogue: Catalogue,
    /// Photos that could not be used.
    pub problems: Vec<Problem>,
    /// What became of the shopping feeds.
    pub shopping: Shopping,
    /// What a host has to take, of a site with an app.
    pub burden: Option<Burden>,
    /// How many share cards were made, where there are any.
    pub cards: Option<Count>,
    site: Staging,
}

impl Publication {
    /// Makes everything ready beside the former publication.
    pub fn prepare(catalogue: Catalogue, plan: &Plan<'_>) -> Result<Self> {
        let previous = plan.previous.map(Previous::open).transpose()?;
        Self::prepare_since(catalogue, plan, previous.as_ref())
    }

    /// The same where the last publication has been opened already.
    pub fn prepare_since(
        mut catalogue: Catalogue,
        plan: &Plan<'_>,
        previous: Option<&Previous>,
    ) -> Result<Self> {
        let site = Staging::begin(plan.out)?;
        if let Some(url) = plan.site_url {
            url.clone_into(&mut catalogue.market.url);
        }
        let mut earlier = vec![site.former()];
        earlier.extend(plan.previous);
        let purpose = Purpose::Publish { site: &site, earlier: &earlier };
        let problems = pictures::prepare(&mut catalogue, &purpose, plan.cache)?;
        match previous {
            Some(previous) => previous.compare(&mut catalogue, plan.at)?,
            None => previous::without(&mut catalogue),
        }
        count(&mut catalogue);
        let writing = Stage::begin("Menulis situs", 0);
        let finished = Earlier { publications: &earlier, cache: plan.cache };
        let Emitted { shopping, cards } = emit(&catalogue, plan, finished, &site)?;
        drop(writing);
        if plan.compress && plan.app.is_some() {
            twins::write(&site)?;
        }
        let burden = plan.app.map(|_| site.files()).transpose()?.map(|files| Burden::of(&files));
        Ok(Self { catalogue, problems, shopping, cards, burden, site })
    }

    /// Puts it in the place of the former one.
    pub fn publish(self) -> Result<Catalogue> {
        self.site.publish()?;
        Ok(self.catalogue)
    }
}

impl Plan<'_> {
    /// Why this plan cannot be: the output folder is replaced as a whole, so nothing that is read may lie in it.
    pub fn contradiction(&self, sheets: &Path) -> Result<Option<&'static str>> {
        let out = whereabouts(self.out)?;
        let inside = |path: &Path| whereabouts(path).map(|path| path.starts_with(&out));
        if inside(sheets)? {
            return Ok(Some("--out akan menghapus lembar datanya; pilih folder lain."));
        }
        if let Some(app) = self.app
            && (inside(app)? || out.starts_with(whereabouts(app)?))
        {
            return Ok(Some("--out dan --app tidak boleh saling memuat."));
        }
        if let Some(cache) = self.cache
            && (inside(cache)? || out.starts_with(whereabouts(cache)?))
        {
            return Ok(Some("--out dan --cache tidak boleh saling memuat."));
        }
        Ok(None)
    }
}
