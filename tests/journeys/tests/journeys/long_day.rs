//! A long day at the list: what was done is over, and does not stay in memory.

use journeys::{ADMIN, Engine, Estate, Footprint, SimList, journey};
use serde_json::{Value, json};

/// Rounds after which everything has been seen once and is as large as it gets.
const WARM: u32 = 50;
const ROUNDS: u32 = 500;
/// Rounds that are done at a time, which a slow machine may take a minute for.
const PIECE: usize = 5;
/// WebAssembly's memory grows in steps of 64 kB and never shrinks. A leak of 1 kB a round would come to this.
const STEPS: u64 = 500_000;

/// Does rounds of all that people do over and over, by what they would click and type into, as fast as the page follows.
const LIVE_THROUGH: &str = r#"
    const [from, to, done] = arguments;
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const until = async (what, test) => {
      const end = performance.now() + 20000;
      for (;;) {
        const found = test();
        if (found) return found;
        if (performance.now() > end) throw new Error('waited in vain for ' + what);
        await frame();
      }
    };
    const grid = () => document.querySelector('[role=grid][aria-label="SIMs"]');
    const rows = () => [...document.querySelectorAll('[role=grid][aria-label="SIMs"] [role=rowheader]')];
    const search = () => document.querySelector('input[type=search][aria-label="Search SIMs"], [aria-label="Search SIMs"]');
    const type = (text) => {
      search().value = text;
      search().dispatchEvent(new Event('input', { bubbles: true }));
    };
    const visit = async (path) => {
      document.querySelector(`nav a[href$="${path.slice(1)}"]`).click();
      await until(path, () => location.pathname.endsWith(path) && document.querySelector('main h1, main [role=grid]'));
      await frame();
    };
    const key = (target, name) =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    const round = async (at) => {
      const sort = [...grid().querySelectorAll('[role=columnheader] button')].find((it) => it.innerText.trim() === 'Usage');
      sort.click();
      type(at % 2 ? '894' : '7');
      await frame();
      type('');
      grid().scrollTop = at % 2 ? 40000 : 0;
      await frame();
      const row = rows().find((it) => it.getBoundingClientRect().top > 200).closest('[role=row]');
      row.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 300, clientY: 300 }));
      const menu = await until('the menu', () => document.querySelector('[role=menu]'));
      key(menu.querySelector('[role=menuitem]'), 'Escape');
      await until('no menu', () => !document.querySelector('[role=menu]'));
      if (at % 10 === 0) {
        await visit('/overview');
        await visit('/sims');
        await until('the list', () => grid() && rows().length > 5);
      }
    };
    (async () => {
      for (let at = from; at < to; at++) await round(at);
      await frame();
      return null;
    })().then(done, (error) => done(String(error)));
"#;

#[test]
fn five_hundred_rounds_leave_nothing_behind() {
    journey(Estate::of(5_000), |stage| {
        // Only Chromium tells what a page holds on to.
        if stage.engine() != Engine::Chromium {
            return;
        }
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        Footprint::prepare(ann);
        ann.reload();
        list.is_loaded();
        live_through(&list, WARM);
        let before = Footprint::of(ann);
        live_through(&list, ROUNDS);
        let after = Footprint::of(ann);
        println!("after {WARM} rounds {before:?}, after {ROUNDS} more {after:?}");
        // A frame more or less of rows; a leak of one node or listener a round would be hundreds.
        assert!(after.nodes < before.nodes + 200, "nodes: {before:?}, {after:?}");
        assert!(after.listeners < before.listeners + 200, "listeners: {before:?}, {after:?}");
        let level = |before: u64, after: u64| after < before + before / 10 + 1_048_576;
        assert!(level(before.script_bytes, after.script_bytes), "script: {before:?}, {after:?}");
        assert!(after.wasm_bytes < before.wasm_bytes + STEPS, "wasm: {before:?}, {after:?}");
    });
}

fn live_through(list: &SimList, rounds: u32) {
    // In pieces that a driver waits for.
    for from in (0..rounds).step_by(PIECE) {
        let to = from + PIECE as u32;
        assert_eq!(list.person.run_async(LIVE_THROUGH, &json!([from, to])), Value::Null);
    }
}
