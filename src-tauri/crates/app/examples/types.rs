//! Prints the TypeScript of what crosses the boundary; `script/types` puts it where the window
//! reads it.

#[expect(clippy::print_stdout, reason = "printing is what it is for")]
fn main() {
    print!("{}", deroule_app::typescript());
}
