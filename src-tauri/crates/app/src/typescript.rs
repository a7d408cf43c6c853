//! Generates the TypeScript types of the boundary to the window.

use std::collections::BTreeMap;

use deroule_edit::Edit;
use ts_rs::{Config, TS, TypeVisitor};

use crate::clipboard::CopiedSlots;
use crate::copy_preview::CopyPreview;
use crate::view::Findings;
use crate::wire::{
    CalendarOptions, CalendarPreview, CopyInfo, EditResult, HistoryEntry, ImportPreview,
    ImportRequest, LogEntry, Preview, Problem, ReadLines, Scope, SheetOptions, SheetPreview,
    SheetProgress, Snapshot,
};

/// The TypeScript of every type that crosses the boundary, and of the types they use, in one file.
pub fn typescript() -> String {
    let config = Config::new().with_large_int("number");
    let mut declarations = BTreeMap::new();
    let mut add = Declarations {
        config: &config,
        found: &mut declarations,
    };
    add.of::<Snapshot>();
    add.of::<EditResult>();
    add.of::<Preview>();
    add.of::<Scope>();
    add.of::<ImportPreview>();
    add.of::<ImportRequest>();
    add.of::<Edit>();
    add.of::<Problem>();
    add.of::<CalendarOptions>();
    add.of::<CalendarPreview>();
    add.of::<SheetOptions>();
    add.of::<SheetPreview>();
    add.of::<SheetProgress>();
    add.of::<HistoryEntry>();
    add.of::<LogEntry>();
    add.of::<CopyInfo>();
    add.of::<ReadLines>();
    add.of::<CopiedSlots>();
    add.of::<CopyPreview>();
    add.of::<Findings>();
    let header = "// Generated from the Rust types by `script/types`. Don't edit.\n";
    let body: Vec<String> = declarations.into_values().collect();
    format!("{header}\n{}\n", body.join("\n\n"))
}

/// Collects the declaration of a type and of every type it refers to.
struct Declarations<'a> {
    config: &'a Config,
    found: &'a mut BTreeMap<String, String>,
}

impl Declarations<'_> {
    fn of<T: TS + 'static + ?Sized>(&mut self) {
        // Only types of this project have a file of their own. Lists and options are made of them.
        if T::output_path().is_some() {
            let name = T::ident(self.config);
            if self.found.contains_key(&name) {
                return;
            }
            let docs = T::docs().unwrap_or_default();
            self.found
                .insert(name, format!("{docs}export {}", T::decl(self.config)));
            T::visit_dependencies(self);
        }
        T::visit_generics(self);
    }
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.of::<T>();
    }
}
