//! Déroulé for scripts and servers, without a window: the same use cases, asked for by words.
//!
//! Exit status: 0 done, 1 a problem (told on the error stream), 2 the words of the call are off, 3 a page was
//! merged, but the programme's values stand in conflicts with it.

mod answer;
mod arguments;
mod copies;
mod ending;
mod export;
mod import;
mod locate;
mod operation_log;
mod plain;
mod progress;
mod show;

use std::process::ExitCode;

use answer::Answer;
use arguments::{Arguments, Command, Copies};
use deroule_app::model::Message;
use deroule_app::{App, PreparedImport, Problem, Watch, log};
use import::MergeEnd;

fn main() -> ExitCode {
    let answer = Answer::new();
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(off) => return say_off(&off, &answer),
    };
    if arguments.verbose {
        log::to_stderr();
        tracing::info!(version = env!("CARGO_PKG_VERSION"), "start");
    }
    match run(&arguments, &answer) {
        Ok(MergeEnd::Clean) => ExitCode::SUCCESS,
        Ok(MergeEnd::Conflicts) => ExitCode::from(CONFLICTS),
        Err(problem) => {
            tracing::debug!(code = problem.code, "ends with a problem");
            answer.problem(&problem);
            ExitCode::FAILURE
        }
    }
}

/// What clap has to say: help that was asked for, or with status 2 that the words are off.
fn say_off(off: &clap::Error, answer: &Answer) -> ExitCode {
    if off.use_stderr() {
        answer.complain(off.render().to_string().trim_end());
        return ExitCode::from(2);
    }
    // Clap's own words and no one else's; nothing is left to do when no one hears them.
    let _closed = off.print();
    ExitCode::SUCCESS
}

/// The exit status of an import in which the programme's values stand in conflicts.
const CONFLICTS: u8 = 3;

fn run(arguments: &Arguments, answer: &Answer) -> Result<MergeEnd, Problem> {
    let path = locate::store(arguments.store.as_deref())?;
    let wanted = arguments.programme.as_deref();
    let mut rehearsed = None;
    if !path.exists() {
        let left = copies::left_of(&path);
        match &arguments.command {
            Command::Import(call) => {
                // Only a page that can be merged makes a store.
                let preview = import::rehearse(call, wanted)?;
                if call.dry_run {
                    return import::report(&preview.preview, call, answer);
                }
                rehearsed = Some(preview);
                if let Some(left) = left {
                    answer.problem(&Problem::new(left));
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
        copies::list(&path, *json, answer)?;
        return Ok(MergeEnd::Clean);
    }
    let open = ending::Open::default();
    open.close_on_signal();
    let app = open.open(&path)?;
    for warning in app.warnings() {
        answer.problem(&Problem::new(warning));
    }
    let done = apply(&app, &open, arguments, rehearsed, answer);
    let _until_the_end = open.have_the_last_word();
    let closed = ending::close(&app, answer);
    closed.and(done)
}

fn apply(
    app: &App,
    open: &ending::Open,
    arguments: &Arguments,
    rehearsed: Option<PreparedImport>,
    answer: &Answer,
) -> Result<MergeEnd, Problem> {
    let wanted = arguments.programme.as_deref();
    match &arguments.command {
        Command::Import(call) => return import::run(app, call, wanted, rehearsed, answer),
        Command::Sessions { json } => {
            show::sessions(app, locate::programme(app, wanted)?, *json, answer)
        }
        Command::Show { session, json } => {
            let programme = locate::programme(app, wanted)?;
            show::session(app, programme, session, *json, answer)
        }
        Command::Findings { json } => {
            show::findings(app, locate::programme(app, wanted)?, *json, answer)
        }
        Command::Copies { command } => match command {
            Copies::List { .. } => Ok(()),
            Copies::Restore { name, json } => copies::restore(app, name, *json, answer),
        },
        Command::Undo => answer.step(&app.undo(Watch::default())?),
        Command::Redo => answer.step(&app.redo(Watch::default())?),
        Command::Log { limit, json } => operation_log::list(app, *limit, *json, answer),
        Command::ReturnTo { number } => answer.step(&app.return_to(*number, Watch::default())?),
        Command::Export(call) => {
            let programme = locate::programme(app, wanted)?;
            export::run(app, call, programme, open, answer)
        }
    }?;
    Ok(MergeEnd::Clean)
}
