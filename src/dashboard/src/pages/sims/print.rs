//! The list on paper: what is selected, or else all that is listed, as a plain table. The grid holds only the rows in
//! sight, so the table is made when the browser is about to print, and taken away when it has.

use super::context::SimsPage;
use super::grid::Words;
use crate::behaviour::listen;
use crate::state::brand::use_brand;
use crate::t;
use crate::text::{self, format};
use domain::estate::order::Column;
use domain::label::LabelKind;
use leptos::prelude::*;
use web_sys::Element;

/// Most SIMs on paper: some hundred pages. Who wants more exports a file.
const MOST: usize = 5_000;
const ID: &str = "print";

/// Prints the list for as long as the caller is there.
pub fn provide(page: SimsPage) {
    let brand = use_brand();
    listen::everywhere("beforeprint", move |_| {
        // The page of a SIM is printed as it is.
        if !page.whole.get_untracked() {
            untrack(|| sheet(page, &brand.product_name()));
        }
    });
    listen::everywhere("afterprint", |_| take_away());
    on_cleanup(take_away);
}

fn take_away() {
    if let Some(sheet) = document().get_element_by_id(ID) {
        sheet.remove();
    }
}

/// Made at once and without signals: the browser does not wait for what comes later.
fn sheet(page: SimsPage, product: &str) -> Option<()> {
    take_away();
    let columns: Vec<Column> =
        page.layout.shown().with(|layout| layout.columns.iter().map(|shown| shown.column).collect());
    let (tags, categories) =
        (page.labels.palette(LabelKind::Tag).get(), page.labels.palette(LabelKind::Category).get());
    let accounts = page.estate.accounts().get();
    let words = Words { accounts: &accounts, tags: &tags, categories: &categories };
    let rows = page.list.view().with(|view| {
        page.list.selection.with(|selection| {
            let all = selection.is_empty();
            view.rows.iter().copied().filter(|row| all || selection.contains(*row)).collect::<Vec<_>>()
        })
    });

    let sheet = element("section", "print")?;
    sheet.set_id(ID);
    add(&sheet, "h1", "print__title", &t!("sim-list"))?;
    let count = match rows.len() {
        all if all > MOST => t!("print-first", count = MOST as u64, total = all as u64),
        all => t!("print-count", count = all as u64),
    };
    let about = [product.to_owned(), count, format::date(format::now())];
    add(&sheet, "p", "print__about", &about.join(" · "))?;
    let table = element("table", "print__table")?;
    let head = element("tr", "")?;
    for &column in &columns {
        add(&head, "th", "", &text::column(column))?.set_attribute("scope", "col").ok()?;
    }
    let group = element("thead", "")?;
    group.append_child(&head).ok()?;
    table.append_child(&group).ok()?;
    let body = element("tbody", "")?;
    page.estate.with(|estate| {
        for &row in rows.iter().take(MOST) {
            let line = element("tr", "")?;
            for &column in &columns {
                add(&line, "td", "", &words.cell(estate, column, row))?;
            }
            body.append_child(&line).ok()?;
        }
        Some(())
    })?;
    table.append_child(&body).ok()?;
    sheet.append_child(&table).ok()?;
    document().body()?.append_child(&sheet).ok()?;
    Some(())
}

fn element(name: &str, class: &str) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    element.set_class_name(class);
    Some(element)
}

fn add(to: &Element, name: &str, class: &str, text: &str) -> Option<Element> {
    let element = element(name, class)?;
    element.set_text_content(Some(text));
    to.append_child(&element).ok()?;
    Some(element)
}
