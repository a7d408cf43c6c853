//! Writes the manual pages and the shell completions of `deroule-cli` into a folder, for the packages.
//!
//!     target/release/examples/manual FOLDER

#[expect(dead_code, reason = "only the arguments are used here")]
#[path = "../src/arguments.rs"]
mod arguments;

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use clap::CommandFactory;
use clap_complete::Shell;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("a folder is missing")?);
    fs::create_dir_all(&folder)?;
    // `--help` says the same as a `help` subcommand, which would bring a page of its own for each subcommand.
    let mut command = arguments::Arguments::command()
        .disable_help_subcommand(true)
        .mut_subcommand("copies", |copies| copies.disable_help_subcommand(true));
    command.set_bin_name("deroule-cli");
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish] {
        clap_complete::generate_to(shell, &mut command, "deroule-cli", &folder)?;
    }
    clap_mangen::generate_to(command, &folder)?;
    Ok(())
}
