//! Déroulé for scripts and servers, without a window.

fn main() {}
