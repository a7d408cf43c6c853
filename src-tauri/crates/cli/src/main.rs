//! The command line of Déroulé, for scripts and servers: the same use cases as the window.
//!
//! Exit status: 0 done, 1 a problem (reported on the error stream), 2 wrong arguments, 3 a page was merged, but
//! the programme's values were kept in conflicts.

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
        Err(error) => return print_clap_error(&error, &output),
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

/// Prints clap's message: the requested help, or with status 2 an error about the arguments.
fn print_clap_error(error: &clap::Error, output: &Output) -> ExitCode {
    if error.use_stderr() {
        output.print_error(error.render().to_string().trim_end());
        return ExitCode::from(2);
    }
    // A closed output is ignored.
    let _closed = error.print();
    ExitCode::SUCCESS
}

/// The exit status of an import that kept the programme's values in conflicts.
const CONFLICTS: u8 = 3;

fn run(arguments: &Arguments, output: &Output) -> Result<MergeEnd, Problem> {
    let path = resolve::store(arguments.store.as_deref())?;
    let programme_name = arguments.programme.as_deref();
    let mut dry_run = None;
    if !path.exists() {
        let copies_message = copies::missing_store_message(&path);
        match &arguments.command {
            Command::Import(call) => {
                // A store is created only for a page that can be merged.
                let preview = import::dry_run(call, programme_name)?;
                if call.dry_run {
                    return import::report(&preview.preview, call, output);
                }
                dry_run = Some(preview);
                if let Some(copies_message) = copies_message {
                    output.problem(&Problem::new(copies_message));
                }
            }
            // A restored copy replaces a missing store.
            Command::Copies { .. } if copies_message.is_some() => {}
            _ => {
                let file = path.display().to_string();
                let no_store = || Message::new("problem-no-store").text("file", file);
                return Err(Problem::new(copies_message.unwrap_or_else(no_store)));
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
    let _signals_blocked = open.block_signals();
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
    let programme_name = arguments.programme.as_deref();
    match &arguments.command {
        Command::Import(call) => return import::run(app, call, programme_name, dry_run, output),
        Command::Sessions { json } => {
            show::sessions(app, resolve::programme(app, programme_name)?, *json, output)
        }
        Command::Show { session, json } => {
            let programme = resolve::programme(app, programme_name)?;
            show::session(app, programme, session, *json, output)
        }
        Command::Findings { json } => {
            show::findings(app, resolve::programme(app, programme_name)?, *json, output)
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
            let programme = resolve::programme(app, programme_name)?;
            export::run(app, call, programme, open, output)
        }
    }?;
    Ok(MergeEnd::Clean)
}
