//! The title of the window: how much is unread, the page, and the product.

use crate::state::brand::use_brand;
use crate::text::format;
use leptos::prelude::*;

/// What the title is made of.
#[derive(Clone, Copy)]
struct Title {
    page: RwSignal<String>,
    unread: RwSignal<u64>,
}

/// Keeps the window's title up to date. To be called once, above all pages.
pub fn provide() {
    let title = Title { page: RwSignal::new(String::new()), unread: RwSignal::new(0) };
    provide_context(title);
    let brand = use_brand();
    Effect::new(move |_| {
        let unread = match title.unread.get() {
            0 => None,
            unread => Some(format::count(unread)),
        };
        document()
            .set_title(&title.page.with(|page| written(unread.as_deref(), page, &brand.product_name())));
    });
}

/// Names the page that the caller is part of, for as long as it is there.
pub fn name(page: impl Fn() -> String + Send + Sync + 'static) {
    let title = expect_context::<Title>();
    let page = Memo::new(move |_| page());
    Effect::new(move |_| title.page.set(page.get()));
}

/// What a page is called that is about an account, as soon as that is known.
pub fn about(page: String, account: Option<String>) -> String {
    match account {
        Some(account) => format!("{page} – {account}"),
        None => page,
    }
}

/// Says how much is unread, for as long as the caller is there.
pub fn count(unread: Signal<u64>) {
    let title = expect_context::<Title>();
    Effect::new(move |_| title.unread.set(unread.get()));
    on_cleanup(move || {
        title.unread.try_set(0);
    });
}

fn written(unread: Option<&str>, page: &str, product: &str) -> String {
    let unread = unread.map(|unread| format!("({unread}) ")).unwrap_or_default();
    match page {
        "" => format!("{unread}{product}"),
        page => format!("{unread}{page} – {product}"),
    }
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn what_is_unread_comes_first_and_the_product_last() {
        assert_eq!(written(Some("3"), "Overview", "Simgrove"), "(3) Overview – Simgrove");
        assert_eq!(written(None, "Overview", "Simgrove"), "Overview – Simgrove");
        assert_eq!(written(None, "", "Simgrove"), "Simgrove");
    }
}
