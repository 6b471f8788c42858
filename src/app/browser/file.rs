//! Files that a person chooses or drops, and those that are handed back to be saved. Nothing is sent anywhere.

use crate::app::node::ElementRef;
use leptos::prelude::{document, window};
use std::collections::VecDeque;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::Array;
use web_sys::{
    Blob, CanvasRenderingContext2d, DragEvent, Event, FileList, HtmlAnchorElement,
    HtmlCanvasElement, HtmlInputElement, ImageBitmap, Url,
};

/// A chosen file; its content is not read here.
#[derive(Clone)]
pub struct File(web_sys::File);

/// The content of a file that was made in the browser.
#[derive(Clone)]
pub struct Bytes(JsValue);

impl Bytes {
    pub(super) fn new(bytes: JsValue) -> Self {
        Self(bytes)
    }
}

impl File {
    /// Its name, without folders.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// In bytes.
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// Its content, read as UTF-8; `None` where it cannot be read (any more).
    pub async fn text(&self) -> Option<String> {
        JsFuture::from(self.0.text()).await.ok()?.as_string()
    }

    pub(super) fn as_js(&self) -> &JsValue {
        self.0.as_ref()
    }
}

/// What was chosen in a field; the field is emptied, so that the same file can be chosen again.
pub fn chosen(event: &Event) -> Vec<File> {
    let field = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return Vec::new() };
    let files = field.files().map(listed).unwrap_or_default();
    field.set_value("");
    files
}

/// What was dropped.
pub fn dropped(event: Event) -> Vec<File> {
    event.prevent_default();
    let event = event.dyn_into::<DragEvent>().ok();
    let files = event.and_then(|event| event.data_transfer()).and_then(|data| data.files());
    files.map(listed).unwrap_or_default()
}

fn listed(files: FileList) -> Vec<File> {
    (0..files.length()).filter_map(|at| files.get(at)).map(File).collect()
}

/// Opens the field's own way of choosing.
pub fn choose(field: ElementRef) {
    if let Some(field) = field.get::<HtmlInputElement>() {
        field.click();
    }
}

/// Hands a file to the browser's downloads.
pub fn save(name: &str, bytes: &Bytes) {
    hand_over(name, Blob::new_with_u8_array_sequence(&Array::of1(&bytes.0)));
}

/// Hands a text to the browser's downloads, as a file in UTF-8.
pub fn save_text(name: &str, text: &str) {
    hand_over(name, Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(text))));
}

fn hand_over(name: &str, blob: Result<Blob, JsValue>) {
    let save = || -> Result<(), JsValue> {
        let blob = blob?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
        link.set_href(&address);
        link.set_download(name);
        link.click();
        Url::revoke_object_url(&address)
    };
    // Without room on the disk the browser says so itself.
    drop(save());
}

/// Draws photos small, one after the other: each is whole in memory for a moment. One that cannot be read stays blank.
pub async fn draw_small(mut photos: VecDeque<(File, ElementRef)>) {
    while let Some((file, canvas)) = photos.pop_front() {
        drop(draw(&file, canvas).await);
    }
}

async fn draw(file: &File, canvas: ElementRef) -> Result<(), JsValue> {
    let picture = JsFuture::from(window().create_image_bitmap_with_blob(&file.0)?).await?;
    let picture: ImageBitmap = picture.dyn_into()?;
    // Gone from the page in the meantime.
    let Some(canvas) = canvas.get::<HtmlCanvasElement>() else { return Ok(()) };
    let Some(context) = canvas.get_context("2d")? else { return Ok(()) };
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let (room_x, room_y) = (f64::from(canvas.width()), f64::from(canvas.height()));
    // Filled, and cut where it is longer.
    let scale = (room_x / width).max(room_y / height);
    let (x, y) = (width * scale, height * scale);
    context.draw_image_with_image_bitmap_and_dw_and_dh(
        &picture,
        (room_x - x) / 2.0,
        (room_y - y) / 2.0,
        x,
        y,
    )?;
    picture.close();
    Ok(())
}
