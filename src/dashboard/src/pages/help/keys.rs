//! The keys, from the tables that the app itself goes by.

use crate::behaviour::grid_keys::{self, Chord, Command, HeaderCommand, Step};
use crate::behaviour::list_place::{self, Way};
use crate::t;
use crate::text;
use leptos::prelude::*;

pub fn keys() -> impl IntoView {
    view! {
        <section class="help__section" aria-labelledby="help-keys">
            <h2 id="help-keys">{move || t!("help-keys")}</h2>
            <p>{move || t!("help-keys-apple")}</p>
            {table(|| t!("help-keys-list"), || grouped(grid_keys::KEYS.iter().map(|(chord, command)| (*chord, grid(*command)))))}
            {table(
                || t!("help-keys-header"),
                || grouped(grid_keys::HEADER_KEYS.iter().map(|(chord, command)| (*chord, header(*command)))),
            )}
            {table(|| t!("help-keys-sim"), || grouped(list_place::KEYS.iter().map(|(chord, way)| (*chord, of_sim(*way)))))}
        </section>
    }
}

/// What keys do, and all that do it, in the order of the table.
type Group = (String, Vec<Chord<'static>>);

fn grouped(keys: impl Iterator<Item = (Chord<'static>, String)>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (chord, what) in keys {
        // A letter is in the table twice, for where Shift or the Caps Lock makes it a capital.
        let is_known = |known: &Chord<'_>| {
            known.key.eq_ignore_ascii_case(chord.key)
                && (known.modifier, known.shift, known.alt) == (chord.modifier, chord.shift, chord.alt)
        };
        match groups.iter_mut().find(|(known, _)| *known == what) {
            Some((_, chords)) if chords.iter().any(is_known) => {}
            Some((_, chords)) => chords.push(chord),
            None => groups.push((what, vec![chord])),
        }
    }
    groups
}

fn table(caption: fn() -> String, groups: fn() -> Vec<Group>) -> impl IntoView {
    view! {
        <table class="help__keys">
            <caption>{caption}</caption>
            <thead class="visually-hidden">
                <tr>
                    <th scope="col">{move || t!("help-key")}</th>
                    <th scope="col">{move || t!("help-what")}</th>
                </tr>
            </thead>
            <tbody>
                {move || groups().into_iter().map(|(what, chords)| view! {
                    <tr>
                        <td>{chords.into_iter().map(chord).collect_view()}</td>
                        <td>{what}</td>
                    </tr>
                }).collect_view()}
            </tbody>
        </table>
    }
}

fn chord(chord: Chord<'static>) -> impl IntoView {
    let Chord { key, modifier, shift, alt } = chord;
    let held = [(modifier, "Control"), (alt, "Alt"), (shift, "Shift"), (true, key)];
    let names = held.into_iter().filter(|(held, _)| *held).map(|(_, name)| text::key(name));
    view! { <kbd class="help__chord">{names.collect::<Vec<_>>().join(" + ")}</kbd> " " }
}

fn grid(command: Command) -> String {
    match command {
        Command::Move(Step::Up | Step::Down | Step::Before | Step::After) => t!("keys-move"),
        Command::Move(Step::PageUp | Step::PageDown) => t!("keys-page"),
        Command::Move(Step::RowStart | Step::RowEnd) => t!("keys-row"),
        Command::Move(Step::First | Step::Last) => t!("keys-list"),
        Command::Extend(_) => t!("keys-extend"),
        Command::Toggle => t!("keys-toggle"),
        Command::SelectAll => t!("keys-all"),
        Command::ClearSelection => t!("keys-none"),
        Command::OpenMenu => t!("keys-menu"),
        Command::Activate => t!("keys-activate"),
    }
}

fn header(command: HeaderCommand) -> String {
    match command {
        HeaderCommand::AddToSort => t!("keys-sort"),
        HeaderCommand::Narrower | HeaderCommand::Wider => t!("keys-width"),
        HeaderCommand::MoveBefore | HeaderCommand::MoveAfter => t!("keys-column"),
        HeaderCommand::OpenMenu => t!("keys-column-menu"),
    }
}

fn of_sim(way: Way) -> String {
    match way {
        Way::Previous => t!("previous-sim"),
        Way::Next => t!("next-sim"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_do_the_same_stand_together_and_once() {
        let all = |key| Chord { key, modifier: true, ..Chord::default() };
        let groups = grouped(
            [
                (all("a"), "all".to_owned()),
                (all("A"), "all".to_owned()),
                (all("b"), "b".to_owned()),
                (all("c"), "all".to_owned()),
            ]
            .into_iter(),
        );
        assert_eq!(groups, [("all".to_owned(), vec![all("a"), all("c")]), ("b".to_owned(), vec![all("b")])]);
    }
}
