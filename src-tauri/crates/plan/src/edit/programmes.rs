//! programmes
