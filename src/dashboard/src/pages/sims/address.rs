//! Keeps the address bar and the page's state the same: a link, the back button and a reload show what was shown.

use super::context::SimsPage;
use crate::state::address::{Query, columns, is_long};
use crate::state::columns::usual;
use crate::state::filter_links::FilterLinks;
use domain::sim::SimId;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use std::time::Duration;

/// How long typing rests before the address follows: browsers limit how often it may change.
const REST: Duration = Duration::from_millis(300);
/// Otherwise it follows when the change itself is painted: browsers take some milliseconds for it.
const PAINTED: Duration = Duration::from_millis(20);

/// Where the page lives.
pub const PATH: &str = "/sims";

/// Binds the page's question and open SIM to the address.
pub fn bind(page: SimsPage) {
    let location = use_location();
    let navigate = use_navigate();
    let shown = move || {
        let open = location.pathname.with(|path| opened(path));
        (location.query.with(|params| Query::read(|name| params.get(name))), open)
    };
    let (query, layout) = (page.list.query, page.layout);
    let open = Signal::derive(move || page.open.get().map(|sim| Open { sim, whole: page.whole.get() }));
    // The columns of the address count when the page is opened. From then on the address follows the columns, so that the
    // way back through the history does not bring back how the list was arranged.
    let linked = location.query.with_untracked(|params| params.get("columns"));
    layout.follow_link(linked.and_then(|text| columns::read(&text)));
    let chosen = Memo::new(move |_| {
        layout
            .shown()
            .with(|layout| (layout.columns != usual().columns).then(|| columns::write(&layout.columns)))
    });
    let in_address = move || location.query.with(|params| params.get("columns"));

    let links = page.links;
    // On the way to another page the address is that one's already.
    let pathname = location.pathname;
    let is_here = move || pathname.with(|path| is_of_page(path));
    // The browser's history is outside the app: what it says is taken over.
    Effect::new(move |_| {
        if !is_here() {
            return;
        }
        let (mut new, sim) = shown();
        if let Some(id) = new.link.clone() {
            match untrack(|| links.filter(&id)) {
                Some(filter) => (new.filter, new.link) = (filter, None),
                None => links.fetch(id),
            }
        }
        if query.with_untracked(|query| *query != new) {
            query.set(new);
        }
        if open.get_untracked() != sim {
            page.whole.set(sim.is_some_and(|open| open.whole));
            page.open.set(sim.map(|open| open.sim));
        }
    });
    // A filter that had to be fetched has come.
    Effect::new(move |_| {
        let id = query.with(|query| query.link.clone());
        if let Some(filter) = id.and_then(|id| links.filter(&id)) {
            query.update(|query| (query.filter, query.link) = (filter, None));
        }
    });
    // A filter too long for an address gets an id, which is then written.
    Effect::new(move |_| {
        let filter = query.with(|query| query.filter.clone());
        if is_long(&filter) && untrack(|| links.id(&filter)).is_none() {
            links.make(filter);
        }
    });
    let pending = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<(Query, Option<Open>)>| {
        let now = (query.get(), open.get());
        links.track();
        chosen.track();
        let before = before.unwrap_or_else(|| now.clone());
        if let Some(pending) = pending.get_value() {
            pending.clear();
        }
        let typing = Query { search: String::new(), filter: Default::default(), ..before.0.clone() }
            == Query { search: String::new(), filter: Default::default(), ..now.0.clone() }
            && before.1 == now.1;
        let navigate = navigate.clone();
        let go = move || {
            if !untrack(is_here) {
                return;
            }
            let now = (query.get_untracked(), open.get_untracked());
            let address = |(query, open): &(Query, Option<Open>), columns: Option<String>| {
                untrack(|| address(query, *open, links, columns.as_deref()))
            };
            let (there, old_columns) = untrack(|| (shown(), in_address()));
            let new = address(&now, chosen.get_untracked());
            // Other columns are no step on the way back, nor is the next SIM: the way back leads to the list.
            let leafs = [now.1, there.1].into_iter().all(|open| open.is_some_and(|open| open.whole));
            let replace = typing || leafs || address(&now, None) == address(&there, None);
            if new != address(&there, old_columns) {
                navigate(&new, NavigateOptions { replace, scroll: false, ..NavigateOptions::default() });
            }
        };
        pending.set_value(set_timeout_with_handle(go, if typing { REST } else { PAINTED }).ok());
        now
    });
    on_cleanup(move || {
        if let Some(pending) = pending.try_get_value().flatten() {
            pending.clear();
        }
    });
}

/// Whether an address, which may begin with that of the app, is one of this page.
fn is_of_page(pathname: &str) -> bool {
    pathname.rsplit_once(PATH).is_some_and(|(_, rest)| rest.is_empty() || rest.starts_with('/'))
}

/// A SIM that is open beside the list, or in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Open {
    sim: SimId,
    whole: bool,
}

/// What follows the SIM in the address of its page.
const WHOLE: &str = "/details";

/// The SIM that an address names.
fn opened(pathname: &str) -> Option<Open> {
    let (_, rest) = pathname.rsplit_once(PATH)?;
    let rest = rest.strip_prefix('/')?.trim_end_matches('/');
    let whole = rest.strip_suffix(WHOLE);
    let sim = SimId(whole.unwrap_or(rest).parse().ok()?);
    Some(Open { sim, whole: whole.is_some() })
}

/// The address of a list with a SIM open in it.
fn address(query: &Query, open: Option<Open>, links: FilterLinks, columns: Option<&str>) -> String {
    let sim = open.map(|open| format!("/{}{}", open.sim.0, if open.whole { WHOLE } else { "" }));
    let sim = sim.unwrap_or_default();
    let query = query.write(|filter| links.id(filter));
    let columns = columns.map(|columns| {
        let join = if query.is_empty() { '?' } else { '&' };
        format!("{join}columns={columns}")
    });
    format!("{PATH}{sim}{query}{}", columns.unwrap_or_default())
}
