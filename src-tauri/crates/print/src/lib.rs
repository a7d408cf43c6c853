//! Turns a plan into PDF pages.
