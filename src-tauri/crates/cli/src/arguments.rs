//! The arguments of a call.

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use deroule_app::Language;

/// Plans programmes of sessions from the command line.
#[derive(Parser)]
#[command(name = "deroule-cli", version, about)]
pub struct Arguments {
    /// The store to work on; the window's own without it.
    #[arg(long, global = true, value_name = "FILE")]
    pub store: Option<PathBuf>,
    /// The programme, by title or id; the one imported or opened last without it.
    #[arg(long, global = true, value_name = "P")]
    pub programme: Option<String>,
    /// Log to the error stream what is done. The log has no titles and no paths.
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

impl Arguments {
    /// Parses the arguments of this call.
    ///
    /// # Errors
    /// If they are wrong, or ask for help.
    pub fn read() -> Result<Self, clap::Error> {
        let arguments = Self::try_parse()?;
        if let Command::Export(call) = &arguments.command {
            call.check()?;
        }
        Ok(arguments)
    }
}

/// What can be done.
#[derive(Subcommand)]
pub enum Command {
    /// Merge a Markdown page into its programme; exit with 3 where conflicts kept the programme's values.
    Import(Import),
    /// List the sessions.
    Sessions {
        /// Answer in JSON.
        #[arg(long)]
        json: bool,
    },
    /// Show a session and its running orders.
    Show {
        /// The session: its id, its ISO date or its title.
        session: String,
        /// Answer in JSON.
        #[arg(long)]
        json: bool,
    },
    /// List what is worth a look.
    Findings {
        /// Answer in JSON.
        #[arg(long)]
        json: bool,
    },
    /// Take the last edit back.
    Undo,
    /// Do the edit taken back last again.
    Redo,
    /// List the entries of the operation log, newest first.
    Log {
        /// How many at most.
        #[arg(long, value_name = "N", default_value_t = 20)]
        limit: usize,
        /// Answer in JSON.
        #[arg(long)]
        json: bool,
    },
    /// Make everything what it was after an entry of the log; undo takes it back.
    ReturnTo {
        /// The number of the entry, as the log has it; 0 is before the first.
        number: i64,
    },
    /// List the copies of the store, or restore one.
    Copies {
        /// What to do with them.
        #[command(subcommand)]
        command: Copies,
    },
    /// Write a calendar, the day sheets or the plan to a file.
    Export(Export),
}

/// What can be done with copies.
#[derive(Subcommand)]
pub enum Copies {
    /// List the copies, the newest first.
    List {
        /// Answer in JSON.
        #[arg(long)]
        json: bool,
    },
    /// Make everything what it is in a copy. A copy of the current state is made first; undo takes it back.
    Restore {
        /// The name of the copy, as the list has it.
        name: String,
        /// Answer in JSON.
        #[arg(long)]
        json: bool,
    },
}

/// How to import.
#[derive(Args)]
pub struct Import {
    /// The Markdown page.
    pub page: PathBuf,
    /// The year of dates without one.
    #[arg(long, value_name = "YYYY")]
    pub year: Option<i32>,
    /// Where the page and the programme changed the same thing in two ways, take the page's value.
    #[arg(long)]
    pub theirs: bool,
    /// Begin a new programme, even if there is one of these sessions or of this title.
    #[arg(long, conflicts_with = "programme")]
    pub new: bool,
    /// Tell what would be done, write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Answer in JSON.
    #[arg(long)]
    pub json: bool,
}

/// How to export.
#[derive(Args)]
pub struct Export {
    /// What to write.
    pub format: Format,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Only this session: its id, its ISO date or its title.
    #[arg(long, value_name = "S")]
    pub session: Option<String>,
    /// Only what this audience attends; in day sheets and JSON, whole sessions.
    #[arg(long, value_name = "A")]
    pub audience: Option<String>,
    /// One event a slot too (calendars).
    #[arg(long)]
    pub slots: bool,
    /// The crew's sheet: by the clock, with set-up and tidy-up (day sheets).
    #[arg(long)]
    pub crew: bool,
    /// Notes and material on everyone's sheet too (day sheets).
    #[arg(long)]
    pub notes: bool,
    /// Another language than the programme's.
    #[arg(long, value_name = "LANGUAGE")]
    pub lang: Option<Lang>,
}

impl Export {
    /// # Errors
    /// If an option does not apply to the requested format.
    fn check(&self) -> Result<(), clap::Error> {
        let odd = [
            ("--slots", self.slots && self.format != Format::Ics),
            ("--crew", self.crew && self.format != Format::Pdf),
            ("--notes", self.notes && self.format != Format::Pdf),
        ];
        let Some((option, _)) = odd.into_iter().find(|(_, is_odd)| *is_odd) else {
            return Ok(());
        };
        let format = self.format.to_possible_value();
        let format = format.as_ref().map_or("", |value| value.get_name());
        let text = format!("the option '{option}' cannot be used with '{format}'");
        Err(Arguments::command().error(ErrorKind::ArgumentConflict, text))
    }
}

/// The languages of what is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Fr => Self::Fr,
            Lang::En => Self::En,
        }
    }
}

/// The forms of what is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// An iCalendar file.
    Ics,
    /// Day sheets.
    Pdf,
    /// The plan with its computed times.
    Json,
}
