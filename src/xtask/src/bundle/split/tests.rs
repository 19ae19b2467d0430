//! A small module in one piece and in two has to do the same.

use super::plan::Runs;
use super::shape::Shape;
use super::{Module, Parts, split, with_probes};
use anyhow::Result;
use wasmi::{Caller, Engine, Instance, Linker, Store, Val};

/// What wasm-bindgen might have written: exports, a table with a gap, a global, memory that is not empty, functions that are
/// called once and often, directly and through the table.
const WHOLE: &str = r#"(module
    (type $to_number (func (param i32) (result i32)))
    (import "js" "log" (func $log (param i32)))
    (import "js" "unused" (func $unused))
    (memory (export "memory") 1)
    (table $calls 5 5 funcref)
    (global $count (mut i32) (i32.const 100))
    (elem (i32.const 1) $double $negate)
    (elem (i32.const 4) $answer)
    (data (i32.const 8) "\2a")
    (func $double (type $to_number) local.get 0 i32.const 2 i32.mul call $noted)
    (func $negate (type $to_number) i32.const 0 local.get 0 i32.sub call $noted)
    (func $answer (type $to_number) i32.const 8 i32.load8_u)
    (func $noted (type $to_number) local.get 0 call $log global.get $count i32.const 1 i32.add
        global.set $count local.get 0)
    (func $page (param i32 i64) (result i64)
        local.get 1 local.get 0 call $double i64.extend_i32_s i64.add)
    (func (export "through_table") (param i32 i32) (result i32)
        local.get 1 local.get 0 call_indirect (type $to_number))
    (func (export "often") (param i32) (result i64)
        local.get 0 i64.const 1 call $page
        local.get 0 i64.const 2 call $page i64.add
        local.get 0 i64.const 3 call $page i64.add)
    (func (export "once") (param i32) (result i32) local.get 0 call $negate i32.const 1 i32.add)
    (func (export "exported") (param i32) (result i32) local.get 0 call $double call $noted)
    (func (export "branches") (param $of i32) (result i32)
        (local $sum i32) (local $at i32) (local $wide i64) (local $twice i32)
        block $out
            local.get $of
            i32.eqz
            br_if $out
            loop $again
                block $odd
                    block $even
                        local.get $at
                        i32.const 1
                        i32.and
                        br_table $even $odd
                    end
                    local.get $at
                    i64.extend_i32_u
                    i64.const 3
                    i64.mul
                    local.tee $wide
                    i64.const 4
                    i64.add
                    i32.wrap_i64
                    local.get $sum
                    i32.add
                    local.set $sum
                end
                local.get $sum
                i32.const 40
                i32.gt_u
                if
                    local.get $sum
                    call $double
                    local.set $twice
                    local.get $sum
                    i32.const 7
                    i32.sub
                    call $noted
                    local.set $sum
                    local.get $twice
                    i32.const 300
                    i32.gt_s
                    if
                        local.get $twice
                        i32.const 1000
                        i32.add
                        call $negate
                        return
                    end
                else
                    local.get $sum
                    i32.const 2
                    i32.add
                    local.get $twice
                    i32.add
                    local.set $sum
                end
                local.get $at
                i32.const 1
                i32.add
                local.tee $at
                local.get $of
                i32.lt_u
                br_if $again
            end
            local.get $sum
            local.get $wide
            i32.wrap_i64
            i32.add
            call $noted
            local.set $sum
        end
        local.get $of
        i32.const 77
        i32.eq
        if
            local.get $sum
            i32.const 5
            i32.add
            call $noted
            drop
            unreachable
        end
        local.get $sum)
    (func (export "count") (result i32) global.get $count))"#;

/// What an app is to its host.
#[derive(Default)]
struct Host {
    instance: Option<Instance>,
    logged: Vec<i32>,
    loads: usize,
    ran: Vec<i32>,
}

struct App(Store<Host>);

impl App {
    fn in_parts(parts: Parts) -> Self {
        Self::start(&parts.first, parts.rest)
    }

    /// Instantiates what comes first; the rest comes when it is asked for.
    fn start(first: &[u8], rest: Vec<u8>) -> Self {
        let engine = Engine::default();
        let mut store = Store::new(&engine, Host::default());
        let mut linker = js(&engine);
        let load = move |mut caller: Caller<'_, Host>| {
            caller.data_mut().loads += 1;
            let mut linker = js(caller.engine());
            let first = caller.data().instance.unwrap();
            let shared: Vec<_> =
                first.exports(&caller).map(|it| (it.name().to_owned(), it.into_extern())).collect();
            for (name, item) in shared {
                linker.define("first", &name, item).unwrap();
            }
            let rest = wasmi::Module::new(caller.engine(), &rest).unwrap();
            linker.instantiate_and_start(&mut caller, &rest).unwrap();
        };
        linker.func_wrap("parts", "load", load).unwrap();
        let module = wasmi::Module::new(&engine, first).unwrap();
        let instance = linker.instantiate_and_start(&mut store, &module).unwrap();
        store.data_mut().instance = Some(instance);
        Self(store)
    }

    fn call(&mut self, name: &str, arguments: &[Val]) -> i64 {
        let function = self.0.data().instance.unwrap().get_func(&self.0, name).unwrap();
        let mut result = [if name == "often" { Val::I64(0) } else { Val::I32(0) }];
        function.call(&mut self.0, arguments, &mut result).unwrap();
        match result {
            [Val::I32(number)] => number.into(),
            [Val::I64(number)] => number,
            _ => panic!("{name} gives a number"),
        }
    }

    /// Everything there is to see of the module.
    fn play(&mut self) -> Vec<i64> {
        let one = |number: i32| [Val::I32(number)];
        let two = |a: i32, b: i32| [Val::I32(a), Val::I32(b)];
        vec![
            self.call("often", &one(7)),
            self.call("once", &one(5)),
            self.call("exported", &one(3)),
            self.call("through_table", &two(1, 21)),
            self.call("through_table", &two(2, 21)),
            self.call("through_table", &two(4, 0)),
            self.call("branches", &one(0)),
            self.call("branches", &one(1)),
            self.call("branches", &one(6)),
            self.call("branches", &one(20)),
            self.call("branches", &one(60)),
            self.call("count", &[]),
        ]
    }
}

/// What both parts import from JavaScript.
fn js(engine: &Engine) -> Linker<Host> {
    let mut linker = Linker::new(engine);
    let log = |mut caller: Caller<'_, Host>, number: i32| caller.data_mut().logged.push(number);
    linker.func_wrap("js", "log", log).unwrap();
    linker.func_wrap("js", "unused", || {}).unwrap();
    let runs = |mut caller: Caller<'_, Host>, index: i32| caller.data_mut().ran.push(index);
    linker.func_wrap("parts", "runs", runs).unwrap();
    linker
}

fn whole_if(is_first: bool) -> Result<Runs> {
    Ok(if is_first { Runs::Somehow } else { Runs::Never })
}

#[test]
fn in_two_parts_it_does_the_same_wherever_it_is_cut() {
    let whole = wat::parse_str(WHOLE).unwrap();
    let module = Module::parse(&whole).unwrap();
    let mut app = App::start(&whole, vec![]);
    let expected = (app.play(), app.0.data().logged.clone());
    let functions: Vec<u32> = module.defined().collect();
    for cut in 0..1_u32 << functions.len() {
        let is_first = |function: u32| whole_if(cut & 1 << (function - functions[0]) != 0);
        let mut app = App::in_parts(split(&module, is_first).unwrap());
        assert_eq!((app.play(), app.0.data().logged.clone()), expected, "cut {cut:b}");
        assert!(app.0.data().loads <= 1, "cut {cut:b}");
    }
}

#[test]
fn pieces_of_functions_do_the_same_wherever_they_are() {
    let whole = wat::parse_str(WHOLE).unwrap();
    let module = Module::parse(&whole).unwrap();
    let mut app = App::start(&whole, vec![]);
    let expected = (app.play(), app.0.data().logged.clone());
    let mut cut_out = 0;
    // Two bits for each of the points, so that all of them, some of them and none are reached.
    for seed in 0..600_usize {
        let runs = |function: u32| {
            let points = Shape::of(&module, function)?.points().len();
            let reached = (0..points).map(|point| seed.wrapping_mul(0x9E37_79B9) >> (point % 29) & 3 == 0);
            Ok(Runs::Through(if seed == 0 { vec![false; points] } else { reached.collect() }))
        };
        let parts = split(&module, runs).unwrap();
        cut_out += usize::from(parts.first.len() < whole.len());
        let mut app = App::in_parts(parts);
        assert_eq!((app.play(), app.0.data().logged.clone()), expected, "seed {seed}");
    }
    assert!(cut_out > 100, "hardly anything was cut out");
}

#[test]
fn the_rest_is_loaded_when_it_is_needed() {
    let whole = wat::parse_str(WHOLE).unwrap();
    let module = Module::parse(&whole).unwrap();
    let named = |name: &'static str| {
        let module = &module;
        move |function: u32| whole_if(module.name(function) != name)
    };
    let mut app = App::in_parts(split(&module, named("negate")).unwrap());
    app.call("often", &[Val::I32(1)]);
    app.call("through_table", &[Val::I32(1), Val::I32(1)]);
    assert_eq!(app.0.data().loads, 0);
    app.call("through_table", &[Val::I32(2), Val::I32(1)]);
    app.call("once", &[Val::I32(1)]);
    assert_eq!(app.0.data().loads, 1);
}

#[test]
fn what_a_changed_function_calls_comes_with_it() {
    let whole = wat::parse_str(WHOLE).unwrap();
    let module = Module::parse(&whole).unwrap();
    let with_page = |page: fn() -> Runs| {
        let runs = |function: u32| {
            Ok(match module.name(function) {
                "page" => page(),
                "double" => Runs::Never,
                _ => Runs::Somehow,
            })
        };
        let mut app = App::in_parts(split(&module, runs).unwrap());
        app.call("often", &[Val::I32(1)]);
        app.0.data().loads
    };
    assert_eq!((with_page(|| Runs::Somehow), with_page(|| Runs::Changed)), (1, 0));
}

#[test]
fn imports_that_a_part_does_not_use_are_left_out() {
    let whole = wat::parse_str(WHOLE).unwrap();
    let module = Module::parse(&whole).unwrap();
    let parts = split(&module, |function| whole_if(module.name(function) == "answer")).unwrap();
    let first = Module::parse(&parts.first).unwrap();
    let imported: Vec<&str> = first.imports.iter().map(|import| import.name).collect();
    assert_eq!(imported, ["load"]);
    let rest = wasmi::Module::new(&Engine::default(), &parts.rest).unwrap();
    assert!(rest.imports().all(|import| import.name() != "unused"));
}

#[test]
fn probes_tell_what_runs_and_change_nothing() {
    let whole = wat::parse_str(WHOLE).unwrap();
    let module = Module::parse(&whole).unwrap();
    let mut app = App::start(&with_probes(&module).unwrap(), vec![]);
    assert_eq!(app.call("once", &[Val::I32(5)]), -4);
    let ran = app.0.data().ran.clone();
    let mut begin = 0;
    let mut names = Vec::new();
    for function in module.defined() {
        let points = Shape::of(&module, function).unwrap().points().len();
        let own = begin..begin + i32::try_from(points).unwrap();
        begin = own.end;
        names.extend(ran.iter().filter(|point| own.contains(point)).map(|_| module.name(function)));
    }
    assert_eq!(names, ["negate", "noted", ""]);
    assert_eq!(app.0.data().logged, [-5]);
}
