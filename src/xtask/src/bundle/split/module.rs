//! A finished WebAssembly module, taken apart as far as splitting needs it.

use anyhow::{Context, Result, bail};
use std::collections::HashMap;
use std::ops::Range;
use wasmparser::{
    ConstExpr, Data, DataKind, ElementItems, ElementKind, Export, ExternalKind, FuncToValidate, FuncType,
    FuncValidatorAllocations, FunctionBody, Global, Import, KnownCustom, MemoryType, Name, Operator, Parser,
    Payload, TableType, TypeRef, ValidPayload, Validator, ValidatorResources,
};

/// The table that indirect calls go through: rustc and wasm-bindgen make it the first one.
pub const CALL_TABLE: u32 = 0;

/// What one function names in its body.
#[derive(Default)]
pub struct Uses {
    /// The places of its calls among its operators, and what is called.
    pub calls: Vec<(usize, u32)>,
    /// Whether it calls through the table.
    indirect: bool,
}

impl Uses {
    pub fn is_leaf(&self) -> bool {
        self.calls.is_empty() && !self.indirect
    }
}

pub struct Module<'a> {
    pub types: Vec<FuncType>,
    /// All of them are functions: Rust imports nothing else.
    pub imports: Vec<Import<'a>>,
    /// The type of every function, imported ones first.
    pub functions: Vec<u32>,
    pub tables: Vec<TableType>,
    pub memories: Vec<MemoryType>,
    pub globals: Vec<Global<'a>>,
    pub exports: Vec<Export<'a>>,
    pub start: Option<u32>,
    /// What the table holds at the start, by slot.
    pub slots: Vec<Option<u32>>,
    pub data: Vec<Data<'a>>,
    /// The bodies of the functions that are not imported.
    pub bodies: Vec<FunctionBody<'a>>,
    /// What each of them uses.
    pub uses: Vec<Uses>,
    /// What is known of the places in the bodies.
    places: Vec<Vec<Place>>,
    names: HashMap<u32, &'a str>,
}

/// A place between two operators.
struct Place {
    /// In the file.
    offset: usize,
    /// Whether the construct around it has put nothing on the stack.
    is_empty: bool,
    is_dead: bool,
}

impl<'a> Module<'a> {
    pub fn parse(bytes: &'a [u8]) -> Result<Self> {
        let mut module = Self {
            types: vec![],
            imports: vec![],
            functions: vec![],
            tables: vec![],
            memories: vec![],
            globals: vec![],
            exports: vec![],
            start: None,
            slots: vec![],
            data: vec![],
            bodies: vec![],
            uses: vec![],
            places: vec![],
            names: HashMap::new(),
        };
        let mut validator = Validator::new();
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload.context("The module is broken")?;
            if let ValidPayload::Func(function, body) =
                validator.payload(&payload).context("The module is not valid")?
            {
                module.places.push(places(function, &body)?);
            }
            module.take(payload)?;
        }
        Ok(module)
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::TypeSection(section) => {
                for kind in section.into_iter_err_on_gc_types() {
                    self.types.push(kind?);
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import?;
                    let TypeRef::Func(kind) = import.ty else {
                        bail!("{} is imported, and no function", import.name)
                    };
                    self.functions.push(kind);
                    self.imports.push(import);
                }
            }
            Payload::FunctionSection(section) => {
                for kind in section {
                    self.functions.push(kind?);
                }
            }
            Payload::TableSection(section) => {
                for table in section {
                    self.tables.push(table?.ty);
                }
                let size = self.tables.first().map_or(0, |table| table.initial);
                self.slots = vec![None; usize::try_from(size)?];
            }
            Payload::MemorySection(section) => {
                for memory in section {
                    self.memories.push(memory?);
                }
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    self.globals.push(global?);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    self.exports.push(export?);
                }
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(section) => {
                for segment in section {
                    self.fill(segment?)?;
                }
            }
            Payload::DataSection(section) => {
                for data in section {
                    let data = data?;
                    if !matches!(data.kind, DataKind::Active { .. }) {
                        bail!("A passive data segment may be read by either part.");
                    }
                    self.data.push(data);
                }
            }
            Payload::CodeSectionEntry(body) => {
                self.uses.push(uses(&body)?);
                self.bodies.push(body);
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for part in names {
                        if let Name::Function(functions) = part? {
                            for naming in functions {
                                let naming = naming?;
                                self.names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
            }
            Payload::TagSection(_) => bail!("A module with exceptions cannot be split."),
            _ => {}
        }
        Ok(())
    }

    fn fill(&mut self, segment: wasmparser::Element<'a>) -> Result<()> {
        let ElementKind::Active { table_index, offset_expr } = segment.kind else {
            bail!("Functions are referred to by value, which no part could be told from.")
        };
        if table_index.unwrap_or(0) != CALL_TABLE {
            bail!("A table is filled that indirect calls do not go through.");
        }
        let mut at = usize::try_from(constant(&offset_expr)?)?;
        let mut put = |function: Option<u32>| {
            let slot = self.slots.get_mut(at).context("The table is filled beyond its end")?;
            *slot = function;
            at += 1;
            Ok::<_, anyhow::Error>(())
        };
        match segment.items {
            ElementItems::Functions(functions) => {
                for function in functions {
                    put(Some(function?))?;
                }
            }
            ElementItems::Expressions(_, expressions) => {
                for expression in expressions {
                    put(referred(&expression?)?)?;
                }
            }
        }
        Ok(())
    }

    pub fn imported(&self) -> u32 {
        u32::try_from(self.imports.len()).expect("indices are of 32 bits")
    }

    /// The functions that are not imported.
    pub fn defined(&self) -> impl Iterator<Item = u32> + use<> {
        self.imported()..u32::try_from(self.functions.len()).expect("indices are of 32 bits")
    }

    pub fn is_imported(&self, function: u32) -> bool {
        function < self.imported()
    }

    pub fn body(&self, function: u32) -> &FunctionBody<'a> {
        &self.bodies[self.place(function)]
    }

    pub fn uses(&self, function: u32) -> &Uses {
        &self.uses[self.place(function)]
    }

    fn place(&self, function: u32) -> usize {
        (function - self.imported()) as usize
    }

    pub fn size(&self, function: u32) -> usize {
        self.body(function).range().len()
    }

    /// Whether nothing is on the stack of the construct around a place.
    pub fn is_empty(&self, function: u32, place: usize) -> bool {
        self.places[self.place(function)][place].is_empty
    }

    /// Whether a place is never reached, whatever happens.
    pub fn is_dead(&self, function: u32, place: usize) -> bool {
        self.places[self.place(function)][place].is_dead
    }

    pub fn bytes_of(&self, function: u32, operators: &Range<usize>) -> usize {
        let places = &self.places[self.place(function)];
        places[operators.end].offset - places[operators.start].offset
    }

    /// Empty for a function without a name.
    pub fn name(&self, function: u32) -> &'a str {
        self.names.get(&function).copied().unwrap_or_default()
    }

    pub fn exported_functions(&self) -> impl Iterator<Item = u32> {
        self.exports.iter().filter(|export| export.kind == ExternalKind::Func).map(|export| export.index)
    }
}

fn places(function: FuncToValidate<ValidatorResources>, body: &FunctionBody<'_>) -> Result<Vec<Place>> {
    let mut validator = function.into_validator(FuncValidatorAllocations::default());
    for (at, locals) in body.get_locals_reader()?.into_iter().enumerate() {
        let (count, kind) = locals?;
        validator.define_locals(at, count, kind)?;
    }
    let mut places = Vec::new();
    for operator in body.get_operators_reader()?.into_iter_with_offsets() {
        let (operator, offset) = operator?;
        if let Some(around) = validator.get_control_frame(0) {
            places.push(Place {
                offset,
                is_empty: validator.operand_stack_height() as usize == around.height,
                is_dead: around.unreachable,
            });
        }
        validator.op(offset, &operator)?;
    }
    Ok(places)
}

fn uses(body: &FunctionBody<'_>) -> Result<Uses> {
    let mut uses = Uses::default();
    for (at, operator) in body.get_operators_reader()?.into_iter().enumerate() {
        match operator? {
            Operator::Call { function_index } => uses.calls.push((at, function_index)),
            Operator::CallIndirect { table_index, .. } if table_index == CALL_TABLE => uses.indirect = true,
            Operator::CallIndirect { .. }
            | Operator::ReturnCall { .. }
            | Operator::ReturnCallIndirect { .. }
            | Operator::RefFunc { .. }
            | Operator::MemoryInit { .. }
            | Operator::DataDrop { .. }
            | Operator::TableInit { .. }
            | Operator::ElemDrop { .. } => {
                bail!("Rust's compiler has begun to use what the splitter does not know.")
            }
            _ => {}
        }
    }
    Ok(uses)
}

fn constant(expression: &ConstExpr<'_>) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => bail!("{other:?} is no fixed place"),
    }
}

fn referred(expression: &ConstExpr<'_>) -> Result<Option<u32>> {
    match expression.get_operators_reader().read()? {
        Operator::RefFunc { function_index } => Ok(Some(function_index)),
        Operator::RefNull { .. } => Ok(None),
        other => bail!("{other:?} is no function"),
    }
}
