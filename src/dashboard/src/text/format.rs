//! Numbers, amounts of data and times as the language writes them.
//!
//! The browser knows how (`Intl`); making a formatter is slow and using one is quick, so they are kept.

use super::language;
use domain::amount;
use domain::period::Day;
use domain::time::Timestamp;
use js_sys::{Array, Function, Intl, Object, Reflect};
use leptos::prelude::window;
use std::cell::{LazyCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;

thread_local! {
    static FORMATTERS: RefCell<Option<Rc<Formatters>>> = const { RefCell::new(None) };
}

/// Between a number and its unit: they stay on one line.
const NO_BREAK: char = '\u{a0}';

/// Each is made when it is first used: all at once would take a whole frame.
struct Formatters {
    number: Lazy<Function>,
    ungrouped: Lazy<Function>,
    short: Lazy<Function>,
    time: Lazy<Function>,
    date: Lazy<Function>,
    day: Lazy<Function>,
    month: Lazy<Function>,
    short_month: Lazy<Function>,
    relative: Lazy<Intl::RelativeTimeFormat>,
}

type Lazy<T> = LazyCell<T, Box<dyn FnOnce() -> T>>;

/// A count: `1,234,567`.
pub fn count(count: u64) -> String {
    number(as_number(count))
}

/// A share of a hundred: `12 %`.
pub fn percent(percent: u64) -> String {
    with_unit(&count(percent), "%")
}

/// How much brighter one colour is than another one: `4.5:1`.
pub fn ratio(ratio: f64) -> String {
    format!("{}:1", number(ratio))
}

/// What part of a whole something is, in percent; nothing of nothing is nothing.
pub fn share(part: u64, whole: u64) -> String {
    let (part, whole) = (u128::from(part), u128::from(whole));
    if whole == 0 {
        return String::new();
    }
    match u64::try_from((part * 100 + whole / 2) / whole).unwrap_or(u64::MAX) {
        0 if part > 0 => format!("<{NO_BREAK}{}", percent(1)),
        rounded => percent(rounded),
    }
}

/// An amount of data, short enough to compare at a glance: `1.5 GB`.
pub fn amount(bytes: u64) -> String {
    let (number, unit) = amount::split(bytes);
    with_unit(&call(&formatters().short, number), unit)
}

/// An amount of data to the byte: `1.234567 GB`. Read back by [`amount::parse`] as itself.
pub fn amount_exact(bytes: u64) -> String {
    let text = amount::exact(bytes);
    let (number, unit) = text.split_once(' ').unwrap_or((&text, ""));
    with_unit(&call(&formatters().ungrouped, number.parse().unwrap_or_default()), unit)
}

/// Date and time of day, in the person's time zone.
pub fn time(time: Timestamp) -> String {
    call(&formatters().time, milliseconds(time))
}

/// The date, in the person's time zone.
pub fn date(time: Timestamp) -> String {
    call(&formatters().date, milliseconds(time))
}

/// A day of a period.
pub fn day(day: Day) -> String {
    call(&formatters().day, milliseconds(day.start()))
}

/// The month that a day is in, with its year.
pub fn month(day: Day) -> String {
    call(&formatters().month, milliseconds(day.start()))
}

/// The month that a day is in, as short as it can be.
pub fn short_month(day: Day) -> String {
    call(&formatters().short_month, milliseconds(day.start()))
}

/// The day in the person's time zone, as a date field takes it: `2026-11-21`.
pub fn day_of(time: Timestamp) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(milliseconds(time)));
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// When a day begins in the person's time zone; none for what is no day.
pub fn start_of_day(day: &str) -> Option<Timestamp> {
    local(&format!("{day}T00:00:00"))
}

/// When a day is over in the person's time zone; none for what is no day.
pub fn end_of_day(day: &str) -> Option<Timestamp> {
    local(&format!("{day}T24:00:00"))
}

/// Without an offset a date and time are local; a date alone would be UTC.
fn local(time: &str) -> Option<Timestamp> {
    let milliseconds = js_sys::Date::parse(time);
    #[expect(clippy::cast_possible_truncation, reason = "seconds fit for a long time")]
    milliseconds.is_finite().then(|| Timestamp::from_unix((milliseconds / 1_000.0) as i64))
}

/// How long ago: `3 days ago`.
pub fn ago(time: Timestamp) -> String {
    let (number, unit) = span(time, now());
    formatters().relative.format(number, unit).into()
}

/// A length of time in seconds: `12 s`, `3 min`, `2 h`.
pub fn span_of(seconds: u64) -> String {
    let (size, unit) = match seconds {
        0..120 => (1, "second"),
        120..7_200 => (60, "minute"),
        _ => (3_600, "hour"),
    };
    let given = [("style", "unit".into()), ("unit", unit.into()), ("unitDisplay", "short".into())];
    let locale = Array::of1(&locale(&language()).into());
    call(&Intl::NumberFormat::new(&locale, &options(&given)).format(), as_number(seconds / size))
}

/// Any number.
pub(super) fn number(number: f64) -> String {
    call(&formatters().number, number)
}

/// Whether decimals stand behind a comma; spreadsheets then expect semicolons between cells.
pub fn has_decimal_comma() -> bool {
    number(1.5).contains(',')
}

/// The day it is in the person's time zone, as ISO 8601 has it.
pub fn today() -> String {
    days_ago(0)
}

/// The day it was so many days ago, in the person's time zone, as ISO 8601 has it.
pub fn days_ago(days: u32) -> String {
    let noon = js_sys::Date::new_0();
    // At noon no change of the clocks makes another day of it.
    noon.set_hours(12);
    let day = js_sys::Date::new(&JsValue::from_f64(noon.get_time() - f64::from(days) * 86_400_000.0));
    format!("{:04}-{:02}-{:02}", day.get_full_year(), day.get_month() + 1, day.get_date())
}

/// The point in time that it is.
pub fn now() -> Timestamp {
    #[expect(clippy::cast_possible_truncation, reason = "seconds fit for a long time")]
    Timestamp::from_unix((js_sys::Date::now() / 1_000.0) as i64)
}

/// To be called when the language has changed.
pub(super) fn forget() {
    FORMATTERS.with_borrow_mut(|formatters| *formatters = None);
}

/// How far a point in time lies from now, in the largest unit that it fills.
fn span(time: Timestamp, now: Timestamp) -> (f64, &'static str) {
    let seconds = i64::from(time.unix()) - i64::from(now.unix());
    let (size, unit) = match seconds.unsigned_abs() {
        0..60 => (1, "second"),
        60..3_600 => (60, "minute"),
        3_600..86_400 => (3_600, "hour"),
        86_400..2_592_000 => (86_400, "day"),
        2_592_000..31_536_000 => (2_592_000, "month"),
        _ => (31_536_000, "year"),
    };
    #[expect(clippy::cast_precision_loss, reason = "small")]
    ((seconds / size) as f64, unit)
}

fn with_unit(number: &str, unit: &str) -> String {
    format!("{number}{NO_BREAK}{unit}")
}

#[expect(clippy::cast_precision_loss, reason = "for display")]
fn as_number(number: u64) -> f64 {
    number as f64
}

fn milliseconds(time: Timestamp) -> f64 {
    f64::from(time.unix()) * 1_000.0
}

fn call(format: &Function, value: f64) -> String {
    let text = format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(value));
    text.ok().and_then(|text| text.as_string()).unwrap_or_else(|| value.to_string())
}

/// The formatters of the language now; whoever shows their result runs again when it changes.
fn formatters() -> Rc<Formatters> {
    let language = language();
    FORMATTERS
        .with_borrow_mut(|kept| Rc::clone(kept.get_or_insert_with(|| Rc::new(Formatters::new(&language)))))
}

impl Formatters {
    fn new(language: &super::Language) -> Self {
        let locale = Array::of1(&locale(language).into());
        Self {
            number: number_format(&locale, &[]),
            ungrouped: number_format(
                &locale,
                &[("useGrouping", false.into()), ("maximumFractionDigits", 12.into())],
            ),
            short: number_format(&locale, &[("maximumSignificantDigits", 3.into())]),
            time: time_format(&locale, &[("dateStyle", "medium".into()), ("timeStyle", "short".into())]),
            date: time_format(&locale, &[("dateStyle", "medium".into())]),
            day: time_format(&locale, &[("dateStyle", "medium".into()), utc()]),
            month: time_format(&locale, &[("month", "long".into()), ("year", "numeric".into()), utc()]),
            short_month: time_format(&locale, &[("month", "short".into()), utc()]),
            relative: lazily(&locale, &[("numeric", "auto".into())], Intl::RelativeTimeFormat::new),
        }
    }
}

/// Periods and their days are those of UTC, wherever somebody looks from.
fn utc() -> (&'static str, JsValue) {
    ("timeZone", "UTC".into())
}

fn number_format(locale: &Array, given: &[(&str, JsValue)]) -> Lazy<Function> {
    lazily(locale, given, |locale, options| Intl::NumberFormat::new(locale, options).format())
}

fn time_format(locale: &Array, given: &[(&str, JsValue)]) -> Lazy<Function> {
    lazily(locale, given, |locale, options| Intl::DateTimeFormat::new(locale, options).format())
}

fn lazily<T: 'static>(locale: &Array, given: &[(&str, JsValue)], make: fn(&Array, &Object) -> T) -> Lazy<T> {
    let (locale, options) = (locale.clone(), options(given));
    LazyCell::new(Box::new(move || make(&locale, &options)))
}

/// The browser's own form of the language, such as `en-GB` for `en`: it decides how dates are written.
fn locale(language: &super::Language) -> String {
    let wishes = window().navigator().languages();
    let akin = wishes.iter().filter_map(|wish| wish.as_string()).find(|wish| language.is_akin(wish));
    akin.unwrap_or_else(|| language.tag().to_owned())
}

fn options(given: &[(&str, JsValue)]) -> Object {
    let options = Object::new();
    for (name, value) in given {
        let _ = Reflect::set(&options, &(*name).into(), value);
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_unit_that_is_filled() {
        let now = Timestamp::from_unix(1_800_000_000);
        for (seconds, expected) in [
            (0, (0.0, "second")),
            (-59, (-59.0, "second")),
            (-60, (-1.0, "minute")),
            (-7_199, (-1.0, "hour")),
            (-86_400 * 29, (-29.0, "day")),
            (-86_400 * 90, (-3.0, "month")),
            (-86_400 * 800, (-2.0, "year")),
            (86_400 * 2, (2.0, "day")),
        ] {
            assert_eq!(span(Timestamp::from_unix(1_800_000_000 + seconds), now), expected);
        }
    }
}
