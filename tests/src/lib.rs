//! What the acceptance and end-to-end tests share: builders, the driver of the real window.
