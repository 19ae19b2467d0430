//! Who is open, and giving the focus back when one closes.

use crate::behaviour::{focus, ids};
use leptos::prelude::*;
use std::sync::{Arc, Mutex};
use web_sys::HtmlElement;

type View = Box<dyn FnOnce(Callback<()>) -> AnyView + Send>;
type Fallback = Arc<dyn Fn() -> Option<HtmlElement> + Send + Sync>;

/// One open dialog.
#[derive(Clone)]
struct Opened {
    id: String,
    /// Taken when the host builds it.
    view: Arc<Mutex<Option<View>>>,
    invoker: Option<HtmlElement>,
    fallback: Option<Fallback>,
}

/// Opens dialogs; see [`use_dialogs`].
#[derive(Clone, Copy)]
pub struct Dialogs(RwSignal<Vec<Opened>>);

impl Dialogs {
    pub(in crate::ui) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Opens a dialog. `view` gets what closes it and answers with a [`super::Dialog`]. On closing, the focus returns
    /// to where it is now.
    ///
    /// The view outlives the caller: let it hold values and what the root provides, not signals of a page.
    pub fn open(self, view: impl FnOnce(Callback<()>) -> AnyView + Send + 'static) {
        self.add(Box::new(view), None);
    }

    /// Like [`Self::open`], for when what has the focus now may be gone by then (a row that the dialog deletes):
    /// `fallback` then names the element that gets it.
    pub fn open_or_return_to(
        self,
        fallback: impl Fn() -> Option<HtmlElement> + Send + Sync + 'static,
        view: impl FnOnce(Callback<()>) -> AnyView + Send + 'static,
    ) {
        self.add(Box::new(view), Some(Arc::new(fallback)));
    }

    fn add(self, view: View, fallback: Option<Fallback>) {
        let view = Arc::new(Mutex::new(Some(view)));
        let opened = Opened { id: ids::unique("dialog"), view, invoker: focus::focused(), fallback };
        self.0.update(|all| all.push(opened));
    }

    /// Closes all that are open, as when the page goes that they belong to.
    pub fn close_all(self) {
        let open: Vec<String> = self.0.with_untracked(|all| all.iter().map(|it| it.id.clone()).collect());
        open.iter().for_each(|id| self.close(id));
    }

    fn close(self, id: &str) {
        let closed = self.0.try_update(|all| {
            let at = all.iter().position(|opened| opened.id == id)?;
            Some(all.remove(at))
        });
        let Some(closed) = closed.flatten() else { return };
        // After the element has gone.
        request_animation_frame(move || {
            focus::give_back(closed.invoker, || closed.fallback.and_then(|find| find()));
        });
    }
}

/// The way to open a dialog, from anywhere below [`crate::ui::provide`].
pub fn use_dialogs() -> Dialogs {
    expect_context()
}

/// Holds the open dialogs, mounted once.
#[component]
pub fn DialogHost() -> impl IntoView {
    let dialogs = use_dialogs();
    view! {
        <For each=move || dialogs.0.get() key=|opened| opened.id.clone() let(opened)>
            {
                let id = opened.id.clone();
                let close = Callback::new(move |()| dialogs.close(&id));
                let view = opened.view.lock().ok().and_then(|mut view| view.take());
                view.map(|view| view(close))
            }
        </For>
    }
}
