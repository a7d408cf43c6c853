//! Déroulé for scripts and servers, without a window: the same use cases, asked for by words.
//!
//! Exit status: 0 done, 1 a problem (reported on the error stream), 2 wrong arguments, 3 a page was
//! merged, but the programme's values stand in conflicts with it.

mod arguments;
mod copies;
mod ending;
mod export;
mod import;
mod operation_log;
mod output;
mod plain;
mod progress;
mod resolve;
mod show;

use std::process::ExitCode;

use arguments::{Arguments, Command, Copies};
use deroule_app::model::Message;
use deroule_app::{App, PreparedImport, Problem, Scope, log};
use import::MergeEnd;
use output::Output;

fn main() -> ExitCode {
    let output = Output::new();
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(off) => return say_off(&off, &output),
    };
    if arguments.verbose {
        log::to_stderr();
        tracing::info!(version = env!("CARGO_PKG_VERSION"), "start");
    }
    match run(&arguments, &output) {
        Ok(MergeEnd::Clean) => ExitCode::SUCCESS,
        Ok(MergeEnd::Conflicts) => ExitCode::from(CONFLICTS),
        Err(problem) => {
            tracing::debug!(code = problem.code, "ends with a problem");
            output.problem(&problem);
            ExitCode::FAILURE
        }
    }
}

/// What clap has to say: help that was asked for, or with status 2 that the words are off.
fn say_off(off: &clap::Error, output: &Output) -> ExitCode {
    if off.use_stderr() {
        output.complain(off.render().to_string().trim_end());
        return ExitCode::from(2);
    }
    // Clap's own words and no one else's; nothing is left to do when no one hears them.
    let _closed = off.print();
    ExitCode::SUCCESS
}

/// The exit status of an import in which the programme's values stand in conflicts.
const CONFLICTS: u8 = 3;

fn run(arguments: &Arguments, output: &Output) -> Result<MergeEnd, Problem> {
    let path = resolve::store(arguments.store.as_deref())?;
    let wanted = arguments.programme.as_deref();
    let mut dry_run = None;
    if !path.exists() {
        let left = copies::left_of(&path);
        match &arguments.command {
            Command::Import(call) => {
                // Only a page that can be merged makes a store.
                let preview = import::dry_run(call, wanted)?;
                if call.dry_run {
                    return import::report(&preview.preview, call, output);
                }
                dry_run = Some(preview);
                if let Some(left) = left {
                    output.problem(&Problem::new(left));
                }
            }
            // A copy takes the place of a store that is gone.
            Command::Copies { .. } if left.is_some() => {}
            _ => {
                let file = path.display().to_string();
                let none = || Message::new("problem-no-store").text("file", file);
                return Err(Problem::new(left.unwrap_or_else(none)));
            }
        }
    }
    if let Command::Copies {
        command: Copies::List { json },
    } = &arguments.command
    {
        copies::list(&path, *json, output)?;
        return Ok(MergeEnd::Clean);
    }
    let open = ending::Open::default();
    open.close_on_signal();
    let app = open.open(&path)?;
    for warning in app.warnings() {
        output.problem(&Problem::new(warning));
    }
    let done = apply(&app, &open, arguments, dry_run, output);
    let _until_the_end = open.have_the_last_word();
    let closed = ending::close(&app, output);
    closed.and(done)
}

fn apply(
    app: &App,
    open: &ending::Open,
    arguments: &Arguments,
    dry_run: Option<PreparedImport>,
    output: &Output,
) -> Result<MergeEnd, Problem> {
    let wanted = arguments.programme.as_deref();
    match &arguments.command {
        Command::Import(call) => return import::run(app, call, wanted, dry_run, output),
        Command::Sessions { json } => {
            show::sessions(app, resolve::programme(app, wanted)?, *json, output)
        }
        Command::Show { session, json } => {
            let programme = resolve::programme(app, wanted)?;
            show::session(app, programme, session, *json, output)
        }
        Command::Findings { json } => {
            show::findings(app, resolve::programme(app, wanted)?, *json, output)
        }
        Command::Copies { command } => match command {
            Copies::List { .. } => Ok(()),
            Copies::Restore { name, json } => copies::restore(app, name, *json, output),
        },
        Command::Undo => output.step(&app.undo(Scope::default())?),
        Command::Redo => output.step(&app.redo(Scope::default())?),
        Command::Log { limit, json } => operation_log::list(app, *limit, *json, output),
        Command::ReturnTo { number } => output.step(&app.return_to(*number, Scope::default())?),
        Command::Export(call) => {
            let programme = resolve::programme(app, wanted)?;
            export::run(app, call, programme, open, output)
        }
    }?;
    Ok(MergeEnd::Clean)
}
