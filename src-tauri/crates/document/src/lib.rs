//! Reads a Markdown page into a plan.
