//! A button that puts a chart on the clipboard, to be pasted into a document. Without it the picture is downloaded.

use js_sys::{Array, Function, Object, Reflect};
use leptos::{html::Span, prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Element, Response};

use super::dom;

/// Shows the button with `data-image`, the address of a PNG, in a browser that can copy pictures. What is said then
/// waits around the island.
#[island]
pub fn CopyImage() -> impl IntoView {
    let said = RwSignal::new(String::new());
    let line = NodeRef::<Span>::new();
    Effect::new(move |_| {
        let row = line.get().and_then(|line| line.closest("[data-copied]").ok().flatten());
        let Some(row) = row.filter(|_| item_type().is_some()) else {
            return;
        };
        for button in dom::all(&row, "[data-image]") {
            let _ = button.remove_attribute("hidden");
            let (row, pressed) = (row.clone(), button.clone());
            dom::listen(&button, "click", move |_| {
                said.set(String::new());
                let row = row.clone();
                let copied = copy(&pressed);
                spawn_local(async move {
                    let done = match copied {
                        Some(copied) => JsFuture::from(copied).await.is_ok(),
                        None => false,
                    };
                    let words = if done { "data-copied" } else { "data-refused" };
                    said.set(row.get_attribute(words).unwrap_or_default());
                });
            });
        }
    });
    view! { <span class="answered" role="status" node_ref=line>{move || said.get()}</span> }
}

/// The type of what is put on the clipboard; `None` in browsers without it and on insecure lines.
fn item_type() -> Option<Function> {
    let window = dom::window()?;
    let clipboard: JsValue = window.navigator().clipboard().into();
    if clipboard.is_undefined() {
        return None;
    }
    Reflect::get(&window, &"ClipboardItem".into()).ok()?.dyn_into().ok()
}

/// Begins to copy at once, as browsers want it from what a press does; the picture may come later.
fn copy(button: &Element) -> Option<js_sys::Promise> {
    let address = button.get_attribute("data-image")?;
    let picture = future_to_promise(async move {
        let window = dom::window().ok_or(JsValue::NULL)?;
        let response: Response = JsFuture::from(window.fetch_with_str(&address)).await?.dyn_into()?;
        JsFuture::from(response.blob()?).await
    });
    let parts = Object::new();
    Reflect::set(&parts, &"image/png".into(), &picture).ok()?;
    let item = Reflect::construct(&item_type()?, &Array::of1(&parts)).ok()?;
    let clipboard: JsValue = dom::window()?.navigator().clipboard().into();
    let write: Function = Reflect::get(&clipboard, &"write".into()).ok()?.dyn_into().ok()?;
    write.call1(&clipboard, &Array::of1(&item)).ok()?.dyn_into().ok()
}
